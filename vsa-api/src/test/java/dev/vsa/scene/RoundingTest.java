package dev.vsa.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void roundingMovesByHalfAStepAtMost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextDouble() * 2 - 0.5;
            assertThat(Rounding.position(value)).isCloseTo(value, within(0.5 / Rounding.POSITION_STEPS));
            assertThat(Rounding.speed(value)).isCloseTo(value, within(0.5 / Rounding.SPEED_STEPS));
            assertThat(Rounding.confidence(value)).isCloseTo(value, within(0.5 / Rounding.CONFIDENCE_STEPS));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsRoundedStaysAsItIs(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double once = Rounding.position(random.nextDouble());
            assertThat(Rounding.position(once)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void nothingIsRoundedToNegativeZero() {
        assertThat(Double.doubleToRawLongBits(Rounding.speed(-1e-9))).isZero();
    }
}
