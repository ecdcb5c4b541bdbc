package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPolygonTest {

    private static final int[] LATTICES = {8, 10, 16, 30};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithJtsOnRandomPoints(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.polygon();
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i < 200; i++) {
                double x = random.between(-0.1, 1.1);
                double y = random.between(-0.1, 1.1);
                assertThat(prepared.locate(x, y))
                        .as("seed %d: (%s, %s) in %s", seed, x, y, peer)
                        .isEqualTo(Jts.locate(peer, x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithJtsOnVerticesAndAsNearToEdgesAsNumbersCome(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.polygon();
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            List<Point> ring = polygon.outer();
            for (int i = 0; i < ring.size(); i++) {
                Point a = ring.get(i);
                Point b = ring.get((i + 1) % ring.size());
                double t = random.between(0, 1);
                double x = a.x() + t * (b.x() - a.x());
                double y = a.y() + t * (b.y() - a.y());
                for (double nearX : new double[] {a.x(), x, Math.nextUp(x), Math.nextDown(x)}) {
                    for (double nearY : new double[] {a.y(), y, Math.nextUp(y), Math.nextDown(y)}) {
                        assertThat(prepared.locate(nearX, nearY))
                                .as("seed %d: (%s, %s) in %s", seed, nearX, nearY, peer)
                                .isEqualTo(Jts.locate(peer, nearX, nearY));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 1e-4", "1, 1e-8", "1e-8, 1", "3e-5, 1e-3"})
    void agreesWithJtsOnPolygonsAsSmallAsAllowed(double width, double height) {
        RandomShapes random = new RandomShapes(21);
        for (int round = 0; round < 15; round++) {
            Polygon polygon = new Polygon(random.polygon().outer().stream()
                    .map(p -> new Point(0.3 + 0.7 * width * p.x(), 0.3 + 0.7 * height * p.y()))
                    .toList());
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i < 500; i++) {
                double x = 0.3 + 0.7 * width * random.between(0, 1);
                double y = 0.3 + 0.7 * height * random.between(0, 1);
                assertThat(prepared.locate(x, y))
                        .as("(%s, %s) in %s", x, y, peer)
                        .isEqualTo(Jts.locate(peer, x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithJtsWhereManyPointsLieOnEdges(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int steps : LATTICES) {
            Polygon polygon = random.latticePolygon(steps);
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i <= 2 * steps; i++) {
                for (int j = 0; j <= 2 * steps; j++) {
                    double x = i / (2.0 * steps);
                    double y = j / (2.0 * steps);
                    assertThat(prepared.locate(x, y))
                            .as("seed %d: (%s, %s) in %s", seed, x, y, peer)
                            .isEqualTo(Jts.locate(peer, x, y));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void overlapIsTheShareOfTheIntersectionThatJtsComputes(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.polygon();
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i < 20; i++) {
                Box box = random.box();
                double expected = peer.intersection(Jts.box(box.left(), box.top(), box.right(), box.bottom()))
                                .getArea()
                        / box.area();
                assertThat(prepared.overlap(box.left(), box.top(), box.right(), box.bottom()))
                        .as("seed %d: %s in %s", seed, box, peer)
                        .isCloseTo(expected, within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pathsThatTouchAreThoseThatIntersectInJts(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.latticePolygon(LATTICES[round % LATTICES.length]);
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i < 100; i++) {
                double ax = RandomShapes.onLattice(random.between(-0.5, 1.5), 20);
                double ay = RandomShapes.onLattice(random.between(-0.5, 1.5), 20);
                double bx = RandomShapes.onLattice(random.between(-0.5, 1.5), 20);
                double by = RandomShapes.onLattice(random.between(-0.5, 1.5), 20);
                if (ax == bx && ay == by) {
                    continue; // a line without length has no meaning in JTS
                }
                assertThat(prepared.sweptBy(ax, ay, bx, by))
                        .as("seed %d: (%s, %s) to (%s, %s) and %s", seed, ax, ay, bx, by, peer)
                        .isEqualTo(peer.intersects(Jts.path(ax, ay, bx, by)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void distanceToTheBoundaryIsWhatJtsMeasures(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.polygon();
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Geometry boundary = Jts.polygon(polygon).getBoundary();
            for (int i = 0; i < 100; i++) {
                double x = random.between(-0.5, 1.5);
                double y = random.between(-0.5, 1.5);
                assertThat(prepared.distanceToBoundary(x, y, 1))
                        .as("seed %d: (%s, %s) to %s", seed, x, y, boundary)
                        .isCloseTo(
                                boundary.distance(
                                        Jts.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(x, y))),
                                within(1e-12));
            }
        }
    }

    @Test
    void aWideDistanceCountsInPictureHeights() {
        PreparedPolygon zone = PreparedPolygon.of(Polygon.of(0.2, 0.2, 0.4, 0.2, 0.4, 0.8, 0.2, 0.8));

        assertThat(zone.distanceToBoundary(0.9, 0.5, 16.0 / 9)).isCloseTo(0.5 * 16 / 9, within(1e-15));
    }

    @Test
    void theWholePictureAnswersLikeAnyOtherPolygon() {
        PreparedPolygon picture = PreparedPolygon.of(Polygon.picture());
        org.locationtech.jts.geom.Polygon peer = Jts.polygon(Polygon.picture());
        for (double x = -0.25; x <= 1.25; x += 0.125) {
            for (double y = -0.25; y <= 1.25; y += 0.125) {
                assertThat(picture.locate(x, y)).as("(%s, %s)", x, y).isEqualTo(Jts.locate(peer, x, y));
            }
        }
    }

    @Test
    void aHoleIsOutsideAndItsEdgeIsBoundary() {
        PreparedPolygon ring = PreparedPolygon.of(new Polygon(
                Polygon.picture().outer(), List.of(Line.points(0.25, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75))));

        assertThat(List.of(ring.locate(0.5, 0.5), ring.locate(0.25, 0.5), ring.locate(0.1, 0.5)))
                .containsExactly(Location.OUTSIDE, Location.BOUNDARY, Location.INSIDE);
    }

    @Test
    void pointsOnAnEdgeBelongToThePolygon() {
        assertThat(PreparedPolygon.of(Polygon.picture()).contains(1, 0.3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                -Double.MAX_VALUE
            })
    void aPointNowhereNearIsOutside(double far) {
        PreparedPolygon zone = PreparedPolygon.of(new RandomShapes(3).polygon());

        assertThat(List.of(zone.locate(far, 0.5), zone.locate(0.5, far), zone.locate(far, far)))
                .containsOnly(Location.OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aBoxWhollyInsideOverlapsByExactlyOne(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 80; round++) {
            Polygon polygon = random.polygon();
            Box box = random.box();
            boolean inside = Jts.polygon(polygon).covers(Jts.box(box.left(), box.top(), box.right(), box.bottom()));
            assertThat(PreparedPolygon.of(polygon).overlap(box.left(), box.top(), box.right(), box.bottom()) == 1)
                    .as("seed %d: %s in %s", seed, box, polygon)
                    .isEqualTo(inside);
        }
    }

    @Test
    void aBoxThatTouchesOnlyOverlapsByExactlyNothing() {
        PreparedPolygon zone = PreparedPolygon.of(Polygon.of(0.1, 0.1, 0.7, 0.1, 0.7, 0.7));

        assertThat(zone.overlap(0.7, 0.1, 0.9, 0.9)).isZero();
    }

    @Test
    void aBoxRoundAThinHoleIsNotWhollyInside() {
        PreparedPolygon zone = PreparedPolygon.of(new Polygon(
                Polygon.picture().outer(), List.of(Line.points(0.5, 0.4, 0.5001, 0.4, 0.5001, 0.6, 0.5, 0.6))));

        assertThat(zone.overlap(0.4, 0.4, 0.6, 0.6)).isCloseTo(1 - 0.0001 / 0.2, within(1e-12));
    }

    @Test
    void aBoxAsLargeAsCanBeOverlapsByItsShare() {
        PreparedPolygon picture = PreparedPolygon.of(Polygon.picture());

        assertThat(picture.overlap(-1e6, -1e6, 1e6, 1e6) * 4e12).isCloseTo(0, within(4.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.25})
    void whatIsNoBoxOverlapsByNothing(double right) {
        assertThat(PreparedPolygon.of(Polygon.picture()).overlap(0.25, 0.25, right, 0.75))
                .isZero();
    }

    @Test
    void aBoxInsideOutOverlapsByNothing() {
        assertThat(PreparedPolygon.of(Polygon.picture()).overlap(0.75, 0.75, 0.25, 0.25))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shortPathsTouchWhatJtsIntersects(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 12; round++) {
            Polygon polygon = random.polygon();
            PreparedPolygon prepared = PreparedPolygon.of(polygon);
            org.locationtech.jts.geom.Polygon peer = Jts.polygon(polygon);
            for (int i = 0; i < 200; i++) {
                double ax = random.between(0, 1);
                double ay = random.between(0, 1);
                double bx = ax + random.between(-0.05, 0.05);
                double by = ay + random.between(-0.05, 0.05);
                assertThat(prepared.sweptBy(ax, ay, bx, by))
                        .as("seed %d: (%s, %s) to (%s, %s) and %s", seed, ax, ay, bx, by, peer)
                        .isEqualTo(peer.intersects(Jts.path(ax, ay, bx, by)));
            }
        }
    }

    @Test
    void aPathThatIsAPointTouchesWhereThePointBelongs() {
        PreparedPolygon zone = PreparedPolygon.of(Polygon.of(0.1, 0.1, 0.7, 0.1, 0.7, 0.7));

        assertThat(List.of(zone.sweptBy(0.6, 0.2, 0.6, 0.2), zone.sweptBy(0.2, 0.6, 0.2, 0.6)))
                .containsExactly(true, false);
    }

    @Test
    void aPathAcrossTheWholePlaneTouchesWhatLiesBetween() {
        PreparedPolygon zone = PreparedPolygon.of(Polygon.of(0.1, 0.1, 0.7, 0.1, 0.7, 0.7));

        assertThat(List.of(zone.sweptBy(-1e300, 0.2, 1e300, 0.2), zone.sweptBy(-1e300, 0.8, 1e300, 0.8)))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPathThatIsNotFiniteTouchesWithItsOtherEndAtMost(double bad) {
        PreparedPolygon zone = PreparedPolygon.of(Polygon.of(0.1, 0.1, 0.7, 0.1, 0.7, 0.7));

        assertThat(List.of(
                        zone.sweptBy(0, 0.2, bad, 0.2), zone.sweptBy(bad, 0.1, 0, 0.1), zone.sweptBy(0.6, 0.2, bad, 0)))
                .containsExactly(false, false, true);
    }

    @Test
    void aPolygonOfAThousandCornersIsCompiledWithoutLosingOne() {
        Polygon polygon = new RandomShapes(11).polygon(1024);
        PreparedPolygon zone = PreparedPolygon.of(polygon);

        assertThat(polygon.outer()).allMatch(p -> zone.locate(p.x(), p.y()) == Location.BOUNDARY);
    }

    @Test
    void distanceFromAPlaceThatIsNoNumberIsNoNumber() {
        assertThat(PreparedPolygon.of(Polygon.picture()).distanceToBoundary(Double.NaN, 0.5, 1))
                .isNaN();
    }

    @Test
    void noQuestionAllocates() {
        RandomShapes random = new RandomShapes(7);
        PreparedPolygon zone = PreparedPolygon.of(random.polygon(64));
        double[] xy = new double[4000];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = random.between(-0.2, 1.2);
        }
        double[] sum = new double[1];

        assertThat(AllocatedBytes.of(() -> {
                    for (int i = 0; i < xy.length - 3; i++) {
                        sum[0] += zone.contains(xy[i], xy[i + 1]) ? 1 : 0;
                        sum[0] += zone.sweptBy(xy[i], xy[i + 1], xy[i + 2], xy[i + 3]) ? 1 : 0;
                        sum[0] += zone.overlap(xy[i], xy[i + 1], xy[i + 2], xy[i + 3]);
                        sum[0] += zone.distanceToBoundary(xy[i], xy[i + 1], 1.5);
                    }
                }))
                .isZero();
    }
}
