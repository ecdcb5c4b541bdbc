package dev.vsa.detectors.crowdmovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothTest {

    private final Smooth smooth = new Smooth();

    @ParameterizedTest
    @CsvSource({
        "6, 0.3333", // nobody is missing
        "4, 0.3333",
        "7, 0.4286", // one is missing: he runs
        "8, 0.5",
        "20, 0.5" // at most one for each who is seen to run
    })
    void whoIsMissingRunsAsLongAsAsManyAreSeenToRun(double before, double byBoxes) {
        smooth.people = 6;
        smooth.judged = 6;
        smooth.runners = 2;
        smooth.moving = 3;
        smooth.running = 1.5;

        assertThat(smooth.runningShare(before)).isCloseTo((0.5 + byBoxes) / 2, within(1e-3));
    }

    @Test
    void whereNobodyIsSeenToRunNobodyWhoIsMissingRuns() {
        smooth.people = 3;
        smooth.judged = 3;
        smooth.moving = 3;

        assertThat(smooth.runningShare(20)).isZero();
    }
}
