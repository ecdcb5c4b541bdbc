package dev.vsa.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded shapes for property tests. */
final class RandomShapes {

    private final Random random;

    RandomShapes(long seed) {
        random = new Random(seed);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A star-shaped ring round the middle, radius in [low, high], as seen on a unit picture. */
    List<Point> star(double x, double y, double low, double high, int vertices) {
        List<Point> ring = new ArrayList<>();
        double turn = between(0, 1);
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * (i + turn + between(-0.3, 0.3)) / vertices;
            double radius = between(low, high);
            ring.add(new Point(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
        }
        return ring;
    }

    /** A polygon with any number of corners from 3 on, and with a hole half of the time. */
    Polygon polygon() {
        return polygon(3 + (int) Math.pow(2, between(0, 8)));
    }

    Polygon polygon(int vertices) {
        List<Point> outer = star(0.5, 0.5, 0.2, 0.5, vertices);
        return random.nextBoolean()
                ? new Polygon(outer)
                : new Polygon(outer, List.of(star(0.5, 0.5, 0.02, 0.09, 3 + random.nextInt(20))));
    }

    /** A polygon whose corners lie on a coarse lattice, so that much is in line, level or upright. */
    Polygon latticePolygon(int steps) {
        while (true) {
            try {
                return new Polygon(star(0.5, 0.5, 0.2, 0.5, 4 + random.nextInt(12)).stream()
                        .map(p -> new Point(onLattice(p.x(), steps), onLattice(p.y(), steps)))
                        .toList());
            } catch (InvalidGeometryException e) {
                continue;
            }
        }
    }

    static double onLattice(double value, int steps) {
        return Math.rint(value * steps) / steps;
    }

    /** A box that may reach out of the picture. */
    Box box() {
        double left = between(-0.3, 1.2);
        double top = between(-0.3, 1.2);
        double size = Math.pow(10, between(-6, 0));
        return new Box(left, top, left + size * between(0.2, 1), top + size * between(0.2, 1));
    }
}
