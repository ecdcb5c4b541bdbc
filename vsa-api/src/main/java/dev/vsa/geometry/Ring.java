package dev.vsa.geometry;

import java.util.List;

/** Checks of a closed ring of points, shared by the outer boundary and the holes of a polygon. */
final class Ring {

    private Ring() {}

    /** Refuses fewer than three points, repeated neighbours, points outside the picture, no area, and self-crossing. */
    static void check(int hole, List<Point> ring) {
        String name = name(hole);
        int n = ring.size();
        if (n < 3) {
            throw wrong(name + " has " + n + " points; at least 3 are needed", hole, InvalidGeometryException.NONE);
        }
        for (int i = 0; i < n; i++) {
            Point p = ring.get(i);
            if (!p.inPicture()) {
                throw wrong(name + ", vertex " + i + ": " + text(p) + " lies outside the picture (0 to 1)", hole, i);
            }
            if (p.equals(ring.get((i + 1) % n))) {
                throw wrong(name + ", vertex " + i + ": " + text(p) + " is repeated by the next", hole, i);
            }
        }
        checkSimple(hole, ring);
        if (area(ring) == 0) {
            throw wrong(
                    name + " encloses no area: all its points lie on one line", hole, InvalidGeometryException.NONE);
        }
    }

    /** What messages call a ring. */
    static String name(int hole) {
        return hole == InvalidGeometryException.NONE ? "the polygon" : "hole " + hole;
    }

    private static InvalidGeometryException wrong(String message, int hole, int vertex) {
        return new InvalidGeometryException(message, hole, vertex);
    }

    /** A ring is simple when no two of its sides meet except neighbours at their common vertex. Quadratic, at set-up only. */
    private static void checkSimple(int hole, List<Point> ring) {
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % n);
            for (int j = i + 1; j < n; j++) {
                Point c = ring.get(j);
                Point d = ring.get((j + 1) % n);
                boolean neighbours = j == i + 1 || (i == 0 && j == n - 1);
                boolean meet = neighbours
                        ? n > 3 && foldsBack(a, b, c, d, j == i + 1)
                        : Segments.meet(a.x(), a.y(), b.x(), b.y(), c.x(), c.y(), d.x(), d.y());
                if (meet) {
                    String sides = "the side from vertex " + i + " " + text(a) + " meets the side from vertex " + j
                            + " " + text(c);
                    throw wrong(name(hole) + " crosses itself: " + sides, hole, i);
                }
            }
        }
    }

    /** Neighbouring sides share a vertex always; they overlap when the far end of one lies on the other. */
    private static boolean foldsBack(Point a, Point b, Point c, Point d, boolean inOrder) {
        return inOrder
                ? Segments.contains(a.x(), a.y(), b.x(), b.y(), d.x(), d.y())
                        || Segments.contains(c.x(), c.y(), d.x(), d.y(), a.x(), a.y())
                : Segments.contains(a.x(), a.y(), b.x(), b.y(), c.x(), c.y())
                        || Segments.contains(c.x(), c.y(), d.x(), d.y(), b.x(), b.y());
    }

    static double area(List<Point> ring) {
        return Math.abs(signedArea(ring));
    }

    /** Shoelace area: above 0 for a ring that is walked clockwise as seen on the screen. */
    static double signedArea(List<Point> ring) {
        double twice = 0;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            twice += ring.get(j).x() * ring.get(i).y()
                    - ring.get(i).x() * ring.get(j).y();
        }
        return twice / 2;
    }

    static String text(Point p) {
        return "(" + p.x() + ", " + p.y() + ")";
    }
}
