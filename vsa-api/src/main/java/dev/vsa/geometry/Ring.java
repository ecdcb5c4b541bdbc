package dev.vsa.geometry;

import java.util.List;

/** Checks of a closed ring of points, shared by the outer boundary and the holes of a polygon. */
final class Ring {

    /** A hundredth of a pixel of a picture of 8,192 by 4,320; what is smaller is a slip of the hand. */
    private static final double LEAST_AREA = 2.8e-10;

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
        if (inLine(ring)) {
            throw wrong(
                    name + " encloses no area: all its points lie on one line", hole, InvalidGeometryException.NONE);
        }
        checkSimple(hole, ring);
        if (area(ring) < LEAST_AREA) {
            throw wrong(name + " encloses less than a hundredth of a pixel", hole, InvalidGeometryException.NONE);
        }
    }

    private static boolean inLine(List<Point> ring) {
        Point a = ring.get(0);
        Point b = ring.get(1);
        return ring.stream().allMatch(p -> Segments.orientation(a.x(), a.y(), b.x(), b.y(), p.x(), p.y()) == 0);
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

    /** The box around a ring. */
    static Box box(List<Point> ring) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point p : ring) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        return new Box(left, top, right, bottom);
    }

    /** Whether a simple ring is the box around it. */
    static boolean isBox(List<Point> ring, Box box) {
        return ring.size() == 4
                && ring.stream()
                        .allMatch(p -> (p.x() == box.left() || p.x() == box.right())
                                && (p.y() == box.top() || p.y() == box.bottom()));
    }

    /** Whether a ring lies in another one; the two are known not to meet. */
    static boolean encloses(List<Point> ring, List<Point> other) {
        Point p = other.get(0);
        return EvenOdd.locate(edges(ring, true), p.x(), p.y()) == Location.INSIDE;
    }

    /**
     * The edges of a ring, one after another, as x0, y0, x1, y1.
     *
     * @param clockwise how the edges are to run, as seen on the screen
     */
    static double[] edges(List<Point> ring, boolean clockwise) {
        int n = ring.size();
        boolean asGiven = signedArea(ring) > 0 == clockwise;
        double[] edges = new double[4 * n];
        for (int i = 0; i < n; i++) {
            Point from = ring.get(asGiven ? i : n - 1 - i);
            Point to = ring.get(asGiven ? (i + 1) % n : (2 * n - 2 - i) % n);
            edges[4 * i] = from.x();
            edges[4 * i + 1] = from.y();
            edges[4 * i + 2] = to.x();
            edges[4 * i + 3] = to.y();
        }
        return edges;
    }

    static String text(Point p) {
        return "(" + p.x() + ", " + p.y() + ")";
    }
}
