package dev.vsa.bench.suite;

import static dev.vsa.bench.suite.Runs.OURS;
import static dev.vsa.bench.suite.Runs.PEER;
import static dev.vsa.bench.suite.Runs.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final Double[] FAST = {1.0, 1.1, 1.05, 1.02, 0.98, 1.01, 1.03, 0.99};
    private static final Double[] SLOW = {2.0, 2.1, 2.05, 2.02, 1.98, 2.01, 2.03, 1.99};
    private static final Double[] NOISY = {0.9, 1.2, 1.0, 1.1, 0.95, 1.04, 1.3, 1.0};

    @Test
    void aBenchmarkThatTakesTwiceAsLongIsSlower() {
        RunComparison comparison =
                RunComparison.of(Runs.of(sample(OURS, 0, FAST)), Runs.of(sample(OURS, 0, SLOW)), false);

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.significant()).isTrue();
            assertThat(change.ratio()).isGreaterThan(1.9);
        });
        assertThat(comparison.text()).contains("SLOWER");
    }

    @Test
    void noiseIsNoChange() {
        RunComparison comparison =
                RunComparison.of(Runs.of(sample(OURS, 0, FAST)), Runs.of(sample(OURS, 0, NOISY)), false);

        assertThat(comparison.text()).contains("within noise").doesNotContain("SLOWER");
    }

    @Test
    void runsOfTwoMachinesAreRefused() {
        Run here = Runs.on("here", sample(OURS, 0, FAST));
        Run there = Runs.on("there", sample(OURS, 0, SLOW));

        assertThatThrownBy(() -> RunComparison.of(here, there, false))
                .hasMessageContaining("two machines")
                .hasMessageContaining("--across-machines");
    }

    @Test
    void runsOfTwoMachinesSaySoInTheTitleIfAskedFor() {
        RunComparison comparison =
                RunComparison.of(Runs.on("here", sample(OURS, 0, FAST)), Runs.on("there", sample(OURS, 0, SLOW)), true);

        assertThat(comparison.title()).contains("TWO MACHINES", "here", "there");
        assertThat(comparison.html()).contains("TWO MACHINES");
    }

    @Test
    void runsWithoutACommonBenchmarkAreRefused() {
        assertThatThrownBy(
                        () -> RunComparison.of(Runs.of(sample(OURS, 0, FAST)), Runs.of(sample(PEER, 0, FAST)), false))
                .hasMessageContaining("no benchmark in common");
    }
}
