package dev.vsa.perception.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void whatMovesDriftsAtItsSpeedEitherWay() {
        assertThat(speed(t -> 0.5 * t, t -> 2)).isCloseTo(0.5, within(0.04));
        assertThat(speed(t -> -0.5 * t, t -> 2)).isCloseTo(-0.5, within(0.04));
    }

    @Test
    void whatGrowsToOneSideDoesNotDrift() {
        assertThat(speed(t -> 0.5 * t, t -> 2 + 0.5 * t)).isCloseTo(0, within(0.02));
        assertThat(speed(t -> -0.5 * t, t -> 2 + 0.5 * t)).isCloseTo(0, within(0.02));
    }

    @Test
    void whatMeetsAnotherBesideItDoesNotDrift() {
        assertThat(Math.abs(speed(t -> t < 4.5 ? 2 : 6, t -> t < 4.5 ? 2 : 6))).isLessThan(0.02);
    }

    @Test
    void whatMovesAndGrowsDriftsAsFastAsItLeavesItsPlace() {
        assertThat(speed(t -> t, t -> 2 + 0.6 * t)).isCloseTo(0.4, within(0.04));
    }

    @Test
    void theHalfWidthIsThatOfAnEvenSpread() {
        Spot spot = new Spot();
        for (int x = 10; x <= 30; x++) {
            for (int y = 5; y <= 9; y++) {
                spot.add(x, y);
            }
        }

        assertThat(spot.count()).isEqualTo(105);
        assertThat(spot.middleX()).isEqualTo(20);
        assertThat(spot.halfWidth()).isCloseTo(10, within(0.6));
        assertThat(spot.halfHeight()).isCloseTo(2, within(0.6));
        spot.clear();
        assertThat(spot.halfWidth()).isZero();
    }

    private static double speed(DoubleUnaryOperator middle, DoubleUnaryOperator half) {
        Drift drift = new Drift();
        drift.begin();
        for (int i = 0; i < 75; i++) {
            double t = i * 0.08;
            drift.add(middle.applyAsDouble(t), half.applyAsDouble(t), i == 0 ? 1 : 1 - Math.exp(-0.08), 1);
        }
        return drift.speed();
    }
}
