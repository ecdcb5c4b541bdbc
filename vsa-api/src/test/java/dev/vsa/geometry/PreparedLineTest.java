package dev.vsa.geometry;

import static dev.vsa.geometry.Crossing.BOTH;
import static dev.vsa.geometry.Crossing.LEFT_TO_RIGHT;
import static dev.vsa.geometry.Crossing.NONE;
import static dev.vsa.geometry.Crossing.RIGHT_TO_LEFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.AllocatedBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedLineTest {

    /** Upwards through the middle: left of it is left on the screen. */
    private static final PreparedLine UPWARDS = PreparedLine.of(Line.of("wire", 0.5, 0.8, 0.5, 0.2));

    @Test
    void aPathFromLeftToRightCrossesInThatDirection() {
        assertThat(UPWARDS.crossing(0.4, 0.5, 0.6, 0.5)).isEqualTo(LEFT_TO_RIGHT);
    }

    @Test
    void aPathFromRightToLeftCrossesInThatDirection() {
        assertThat(UPWARDS.crossing(0.6, 0.5, 0.4, 0.5)).isEqualTo(RIGHT_TO_LEFT);
    }

    @Test
    void aPathRoundAnEndIsNoCrossing() {
        assertThat(List.of(
                        UPWARDS.crossing(0.4, 0.3, 0.4, 0.1),
                        UPWARDS.crossing(0.4, 0.1, 0.6, 0.1),
                        UPWARDS.crossing(0.6, 0.1, 0.6, 0.3)))
                .containsOnly(NONE);
    }

    @Test
    void aSampleOnTheWireLosesNoCrossingAndDoublesNone() {
        assertThat(List.of(UPWARDS.crossing(0.4, 0.5, 0.5, 0.5), UPWARDS.crossing(0.5, 0.5, 0.6, 0.5)))
                .containsExactly(LEFT_TO_RIGHT, NONE);
    }

    @Test
    void anObjectThatStandsOnTheWireDoesNotCrossIt() {
        assertThat(UPWARDS.crossing(0.5, 0.5, 0.5, 0.5)).isEqualTo(NONE);
    }

    @Test
    void anObjectThatWalksAlongTheWireDoesNotCrossIt() {
        assertThat(UPWARDS.crossing(0.5, 0.9, 0.5, 0.1)).isEqualTo(NONE);
    }

    @Test
    void bothArmsOfABentWireCrossedInOneStepAreBothTold() {
        PreparedLine bent = PreparedLine.of(Line.of("u", 0.3, 0.2, 0.3, 0.8, 0.7, 0.8, 0.7, 0.2));

        assertThat(bent.crossing(0.1, 0.5, 0.9, 0.5)).isEqualTo(BOTH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aCoordinateThatIsNoNumberCrossesNothing(double bad) {
        assertThat(List.of(
                        UPWARDS.crossing(bad, 0.5, 0.6, 0.5),
                        UPWARDS.crossing(0.4, bad, 0.6, 0.5),
                        UPWARDS.crossing(0.4, 0.5, bad, 0.5),
                        UPWARDS.crossing(0.4, 0.5, 0.6, bad)))
                .containsOnly(NONE);
    }

    @Test
    void aPathFromVeryFarAwayCrosses() {
        assertThat(List.of(
                        UPWARDS.crossing(-1e200, 0.5, 1e200, 0.5),
                        UPWARDS.crossing(-1e308, 0.5, 1e308, 0.5),
                        UPWARDS.crossing(-1e300, 1e300, 1e300, -1e300)))
                .containsExactly(LEFT_TO_RIGHT, LEFT_TO_RIGHT, NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithJtsOnRandomPaths(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 200; round++) {
            Line line = wire(random, 1 << 20);
            for (int i = 0; i < 20; i++) {
                double[] p = path(random, 1 << 20);
                assertThat(PreparedLine.of(line).crossing(p[0], p[1], p[2], p[3]))
                        .as("seed %d: %s by %s", seed, line, List.of(p[0], p[1], p[2], p[3]))
                        .isEqualTo(slow(line, p[0], p[1], p[2], p[3]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void samplesOnTheWireCountAsIfAHairToTheRightAndBelow(long seed) {
        RandomShapes random = new RandomShapes(seed);
        double hair = 1e-4;
        for (int round = 0; round < 500; round++) {
            Line line = wire(random, 8);
            for (int i = 0; i < 20; i++) {
                double[] p = path(random, 8);
                assertThat(PreparedLine.of(line).crossing(p[0], p[1], p[2], p[3]))
                        .as("seed %d: %s by %s", seed, line, List.of(p[0], p[1], p[2], p[3]))
                        .isEqualTo(slow(line, p[0] + hair, p[1] + hair * hair, p[2] + hair, p[3] + hair * hair));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theWayBackCrossesTheOtherWay(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 1000; round++) {
            PreparedLine line = PreparedLine.of(wire(random, 8));
            double[] p = path(random, 8);
            assertThat(line.crossing(p[2], p[3], p[0], p[1]))
                    .as("seed %d: %s by %s", seed, line.line(), List.of(p[0], p[1], p[2], p[3]))
                    .isEqualTo(opposite(line.crossing(p[0], p[1], p[2], p[3])));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aWireWalkedTheOtherWayIsCrossedTheOtherWay(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 1000; round++) {
            Line line = wire(random, 8);
            List<Point> reversed = new ArrayList<>(line.points());
            Collections.reverse(reversed);
            double[] p = path(random, 8);
            assertThat(PreparedLine.of(new Line("back", reversed)).crossing(p[0], p[1], p[2], p[3]))
                    .as("seed %d: %s by %s", seed, line, List.of(p[0], p[1], p[2], p[3]))
                    .isEqualTo(opposite(PreparedLine.of(line).crossing(p[0], p[1], p[2], p[3])));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSignedDistanceHasTheLengthThatJtsMeasures(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 500; round++) {
            Line line = wire(random, 1 << 20);
            double x = random.between(-0.5, 1.5);
            double y = random.between(-0.5, 1.5);
            double expected = Jts.line(line, 2)
                    .distance(Jts.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(2 * x, y)));
            assertThat(Math.abs(PreparedLine.of(line).signedDistance(x, y, 2)))
                    .as("seed %d: (%s, %s) and %s", seed, x, y, line)
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSideChangesOnlyWhereTheWireIsCrossedOrAnEndIsPassed(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 2000; round++) {
            // A wire from the left edge to the right one, so that it has a left and a right side all over the picture.
            List<Point> points = new ArrayList<>(List.of(new Point(0, random.between(0.3, 0.7))));
            for (int i = 1; i < 5; i++) {
                points.add(new Point(i / 5.0 + random.between(-0.09, 0.09), random.between(0.3, 0.7)));
            }
            points.add(new Point(1, random.between(0.3, 0.7)));
            PreparedLine line = PreparedLine.of(new Line("across", points));
            double x = random.between(0.3, 0.7);
            double y = random.between(0, 1);
            boolean below = line.crossing(x, -1, x, y) == LEFT_TO_RIGHT;
            assertThat(line.signedDistance(x, y, 1) > 0)
                    .as("seed %d: (%s, %s) and %s", seed, x, y, points)
                    .isEqualTo(below);
        }
    }

    @Test
    void beyondABendTheSideIsThatOfTheOutside() {
        // A sharp bend to the left; the point lies beyond it, to the left of the second stretch made longer backwards.
        PreparedLine bend = PreparedLine.of(Line.of("bend", 0.2, 0.5, 0.6, 0.5, 0.2, 0.45));

        assertThat(bend.signedDistance(0.7, 0.49, 1)).isPositive();
    }

    @Test
    void distanceFromAPlaceThatIsNoNumberIsNoNumber() {
        assertThat(UPWARDS.signedDistance(Double.NaN, 0.5, 1)).isNaN();
    }

    @Test
    void noQuestionAllocates() {
        RandomShapes random = new RandomShapes(7);
        PreparedLine line = PreparedLine.of(wire(random, 1 << 20));
        double[] xy = new double[4000];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = random.between(-0.2, 1.2);
        }
        double[] sum = new double[1];

        assertThat(AllocatedBytes.of(() -> {
                    for (int i = 0; i < xy.length - 3; i++) {
                        sum[0] += line.crossing(xy[i], xy[i + 1], xy[i + 2], xy[i + 3])
                                        .leftToRight()
                                ? 1
                                : 0;
                        sum[0] += line.signedDistance(xy[i], xy[i + 1], 1.5);
                    }
                }))
                .isZero();
    }

    private static Line wire(RandomShapes random, int steps) {
        List<Point> points = new ArrayList<>();
        int n = 2 + random.below(4);
        while (points.size() < n) {
            Point p = new Point(
                    RandomShapes.onLattice(random.between(0, 1), steps),
                    RandomShapes.onLattice(random.between(0, 1), steps));
            if (points.isEmpty() || !points.get(points.size() - 1).equals(p)) {
                points.add(p);
            }
        }
        return new Line("wire", points);
    }

    private static double[] path(RandomShapes random, int steps) {
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) {
            p[i] = RandomShapes.onLattice(random.between(-0.25, 1.25), steps);
        }
        return p;
    }

    /** Stretch by stretch by the oracle, for paths in general position. */
    private static Crossing slow(Line line, double ax, double ay, double bx, double by) {
        boolean leftToRight = false;
        boolean rightToLeft = false;
        for (int i = 0; i + 1 < line.points().size(); i++) {
            Point p = line.points().get(i);
            Point q = line.points().get(i + 1);
            if (Jts.path(p.x(), p.y(), q.x(), q.y()).intersects(Jts.path(ax, ay, bx, by))) {
                boolean toTheRight = Jts.orientation(p, q, new Point(bx, by)) > 0;
                leftToRight |= toTheRight;
                rightToLeft |= !toTheRight;
            }
        }
        return leftToRight ? (rightToLeft ? BOTH : LEFT_TO_RIGHT) : rightToLeft ? RIGHT_TO_LEFT : NONE;
    }

    private static Crossing opposite(Crossing crossing) {
        return switch (crossing) {
            case LEFT_TO_RIGHT -> RIGHT_TO_LEFT;
            case RIGHT_TO_LEFT -> LEFT_TO_RIGHT;
            default -> crossing;
        };
    }
}
