package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    /** 10 labels, 8 found, 2 false alerts, 4 hours: P = R = 0.8. */
    private static final Score EVEN =
            new Score(10, 8, 2, 1, 4, 0, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), ScoringPolicy.DEFAULT);

    @Test
    void figuresFollowFromTheCounts() {
        assertThat(EVEN.missed()).isEqualTo(2);
        assertThat(EVEN.precision()).isEqualTo(0.8);
        assertThat(EVEN.recall()).isEqualTo(0.8);
        assertThat(EVEN.f1()).isCloseTo(0.8, within(1e-12));
        assertThat(EVEN.falsePerHour()).isEqualTo(0.5);
    }

    @Test
    void fAlphaIsThatOfILids() {
        Score score = new Score(10, 9, 9, 0, 1, 0, List.of(), new ScoringPolicy(0.6, 10, 1, 1.8, 0.95));

        // R = 0.9, P = 0.5: 1.6 * 0.45 / (0.9 + 0.3)
        assertThat(score.fAlpha()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void fAlphaWithWeightOneIsF1() {
        Score score = new Score(10, 9, 9, 0, 1, 0, List.of(), new ScoringPolicy(1, 10, 1, 1.8, 0.95));

        assertThat(score.fAlpha()).isCloseTo(score.f1(), within(1e-12));
    }

    @Test
    void ndcrAddsTheMissedShareAndTheWeighedFalseAlerts() {
        // 0.2 + 1 / (10 * 1.8) * 0.5
        assertThat(EVEN.ndcr()).isCloseTo(0.2 + 0.5 / 18, within(1e-12));
    }

    @Test
    void sayingNothingAtAllCostsOne() {
        assertThat(new Score(5, 0, 0, 0, 2, 0, List.of(), ScoringPolicy.DEFAULT).ndcr())
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 4.5", "0.95, 7.65", "0, 1", "1, 8"})
    void delaysAreInterpolatedBetweenNeighbours(double share, double expected) {
        assertThat(EVEN.delayS(share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void whatNothingCanBeSaidOfIsNotANumber() {
        Score none = new Score(0, 0, 0, 0, 1, 0, List.of(), ScoringPolicy.DEFAULT);

        assertThat(List.of(none.precision(), none.recall(), none.f1(), none.fAlpha(), none.ndcr(), none.delayS(0.5)))
                .allMatch(figure -> Double.isNaN(figure));
    }

    /** Half the χ² quantiles of 2k and 2k + 2 degrees of freedom, as SciPy gives them. */
    @ParameterizedTest(name = "{0} at {1}: {2} to {3}")
    @CsvSource({
        "0, 0.95, 0, 3.6889",
        "1, 0.95, 0.0253, 5.5716",
        "2, 0.95, 0.2422, 7.2247",
        "5, 0.95, 1.6235, 11.6683",
        "10, 0.95, 4.7954, 18.3904",
        "20, 0.95, 12.2165, 30.8884",
        "100, 0.95, 81.3640, 121.6268",
        "0, 0.90, 0, 2.9957",
        "10, 0.90, 5.4254, 16.9622",
        "10, 0.99, 3.7169, 21.3978"
    })
    void intervalsOfFalseAlertsAreExact(int count, double confidence, double low, double high) {
        Interval interval = Interval.poisson(count, confidence);

        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void intervalsOfVeryManyFalseAlertsAreFinite() {
        Interval interval = Interval.poisson(100_000, 0.95);

        // The normal approximation is good to a few units there.
        assertThat(interval.low()).isCloseTo(100_000 - 1.96 * Math.sqrt(100_000), within(5.0));
        assertThat(interval.high()).isCloseTo(100_000 + 1.96 * Math.sqrt(100_000), within(5.0));
    }

    @Test
    void moreFootageNarrowsTheInterval() {
        Score little = new Score(1, 1, 3, 0, 1, 0, List.of(1.0), ScoringPolicy.DEFAULT);
        Score much = new Score(1, 1, 300, 0, 100, 0, List.of(1.0), ScoringPolicy.DEFAULT);

        assertThat(width(much.falsePerHourInterval())).isLessThan(width(little.falsePerHourInterval()) / 5);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Test
    void policyRefusesWhatIsNoWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoringPolicy(0, 10, 1, 1.8, 0.95));
    }
}
