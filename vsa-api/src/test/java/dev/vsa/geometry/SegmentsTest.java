package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

class SegmentsTest {

    @Test
    void aPointToTheRightOnTheScreenHasAPositiveSide() {
        assertThat(Segments.side(0.5, 0.8, 0.5, 0.2, 0.6, 0.5)).isPositive();
    }

    @Test
    void sideIsTwiceTheAreaOfTheTriangle() {
        assertThat(Segments.side(0, 0, 1, 0, 0, 0.5)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsExactRightBesideTheLine(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 5000; i++) {
            double ax = random.between(-1, 1);
            double ay = random.between(-1, 1);
            double bx = random.between(-1, 1);
            double by = random.between(-1, 1);
            double t = random.between(-1, 2);
            double px = nudged(random, ax + t * (bx - ax));
            double py = nudged(random, ay + t * (by - ay));
            assertThat(Segments.orientation(ax, ay, bx, by, px, py))
                    .as("seed %d: (%s, %s) (%s, %s) (%s, %s)", seed, ax, ay, bx, by, px, py)
                    .isEqualTo(exactSide(ax, ay, bx, by, px, py).signum());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-400, 0x1p-30, 0x1p30, 0x1p400, 0x1p1000})
    void orientationDoesNotDependOnTheScale(double scale) {
        RandomShapes random = new RandomShapes(17);
        for (int i = 0; i < 1000; i++) {
            double[] p = new double[6];
            for (int k = 0; k < 6; k++) {
                p[k] = random.below(8) - 4;
            }
            assertThat(Segments.orientation(
                            p[0] * scale, p[1] * scale, p[2] * scale, p[3] * scale, p[4] * scale, p[5] * scale))
                    .as("%s", (Object) p)
                    .isEqualTo(Segments.orientation(p[0], p[1], p[2], p[3], p[4], p[5]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 1 << 20})
    void segmentsMeetWhereJtsFindsAnIntersection(int steps) {
        RandomShapes random = new RandomShapes(steps);
        RobustLineIntersector jts = new RobustLineIntersector();
        for (int i = 0; i < 20_000; i++) {
            double[] p = new double[8];
            for (int k = 0; k < 8; k++) {
                p[k] = RandomShapes.onLattice(random.between(0, 1), steps);
            }
            jts.computeIntersection(
                    new Coordinate(p[0], p[1]),
                    new Coordinate(p[2], p[3]),
                    new Coordinate(p[4], p[5]),
                    new Coordinate(p[6], p[7]));
            assertThat(Segments.meet(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]))
                    .as("%s", p)
                    .isEqualTo(jts.hasIntersection());
        }
    }

    @Test
    void aPointBetweenTheEndsLiesOnTheSegment() {
        assertThat(Segments.contains(0, 0, 1, 0.5, 0.5, 0.25)).isTrue();
    }

    @Test
    void aPointInLineBeyondTheEndsDoesNotLieOnTheSegment() {
        assertThat(Segments.contains(0, 0, 0.5, 0.25, 1, 0.5)).isFalse();
    }

    @Test
    void anEndLiesOnTheSegment() {
        assertThat(Segments.contains(0.1, 0.3, 0.7, 0.9, 0.7, 0.9)).isTrue();
    }

    @Test
    void aSegmentWithoutLengthContainsItsOnlyPoint() {
        assertThat(Segments.contains(0.1, 0.3, 0.1, 0.3, 0.1, 0.3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPointThatIsNotFiniteLiesOnNothing(double bad) {
        assertThat(Segments.contains(0, 0, 1, 0, bad, 0)
                        || Segments.contains(0, 0, 1, 0, 0, bad)
                        || Segments.contains(0, 0, bad, 0, 0.5, 0)
                        || Segments.contains(0, bad, 1, 0, 0.5, 0))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aSegmentThatIsNotFiniteMeetsNothing(double bad) {
        assertThat(Segments.meet(0, 0, 1, 1, 0, 0.5, bad, 0.5) || Segments.meet(0, 0, 1, 1, bad, 0.5, bad, 0.5))
                .isFalse();
    }

    @Test
    void distanceToTheInsideOfASegmentIsThePerpendicular() {
        assertThat(Segments.distance(0, 0, 1, 0, 0.5, 0.25, 1)).isEqualTo(0.25);
    }

    @Test
    void distanceBeyondAnEndIsThatToTheEnd() {
        assertThat(Segments.distance(0, 0, 1, 0, 1.3, 0.4, 1)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void distanceToASegmentWithoutLengthIsThatToItsPoint() {
        assertThat(Segments.distance(1, 1, 1, 1, 1.3, 1.4, 1)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void distanceIsMeasuredInPictureHeights() {
        assertThat(Segments.distance(0.5, 0, 0.5, 1, 0.25, 0.5, 2)).isEqualTo(0.5);
    }

    private static double nudged(RandomShapes random, double value) {
        double nudged = value;
        for (int i = random.below(3); i > 0; i--) {
            nudged = random.below(2) == 0 ? Math.nextUp(nudged) : Math.nextDown(nudged);
        }
        return nudged;
    }

    private static BigDecimal exactSide(double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal ux = new BigDecimal(bx).subtract(new BigDecimal(ax));
        BigDecimal uy = new BigDecimal(by).subtract(new BigDecimal(ay));
        BigDecimal vx = new BigDecimal(px).subtract(new BigDecimal(ax));
        BigDecimal vy = new BigDecimal(py).subtract(new BigDecimal(ay));
        return ux.multiply(vy).subtract(uy.multiply(vx));
    }
}
