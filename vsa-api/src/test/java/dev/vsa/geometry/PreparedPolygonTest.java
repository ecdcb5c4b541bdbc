package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPolygonTest {

    private static final int[] LATTICES = {8, 10, 16, 30};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithJtsOnRandomPoints(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 30; round++) {
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
        for (int round = 0; round < 30; round++) {
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
        for (int round = 0; round < 30; round++) {
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
        for (int round = 0; round < 30; round++) {
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
        for (int round = 0; round < 30; round++) {
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
}
