package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void aWholeTimeIsShownAsItIs() {
        assertThat(Growth.of("title", Runs.class, "ours", "n", 4, 16).shown(16, 32))
                .isEqualTo(32);
    }

    @Test
    void aTimeForEachPartIsSharedByAllOfThem() {
        Growth frames = new Growth("title", "cameras", Map.of(2, Runs.OURS), 40);

        assertThat(frames.shown(2, 800)).isEqualTo(10);
    }

    @Test
    void growthOfOtherSizesMayBeOfTheSamePower() {
        assertThat(Growths.further(true)).allSatisfy(it -> assertThat(it.must()).isGreaterThan(it.stretch()));
        assertThat(Growths.further(true).get(2).must()).isCloseTo(20, within(1e-9));
    }
}
