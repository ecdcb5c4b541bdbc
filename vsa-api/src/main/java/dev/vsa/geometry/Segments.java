package dev.vsa.geometry;

/**
 * Elementary tests on segments, on plain coordinates so that the per-frame path allocates nothing.
 *
 * <p>Whether three points turn left, turn right or lie on a line is decided from the exact sign of the cross product, so that
 * {@link #meet} and {@link #contains} never contradict each other and a point on an edge is found on it. A point on a segment
 * counts as meeting it.
 *
 * <p>Stateless, for any number of threads. A point with a coordinate that is not finite lies on nothing; a segment with such
 * an end meets others with its other end at most.
 */
public final class Segments {

    /**
     * The relative error of a cross product in double precision, with one unit in the last place to spare: (3 + 16u)u with
     * u = 2^-53. J. R. Shewchuk, <em>Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates</em>,
     * 1997, section 4.2.
     */
    private static final double CROSS_ERROR = 3.3306690738754716e-16;

    /** Brings coordinates whose products overflow back into range; a power of two, so that it rounds nothing. */
    private static final double DOWN = 0x1p-520;

    private Segments() {}

    /**
     * Twice the signed area of the triangle a, b, p: positive when p lies to the right of the directed line from a to b as
     * seen on the screen (y down), negative when to the left, 0 when on it.
     *
     * @param ax x of the start
     * @param ay y of the start
     * @param bx x of the end
     * @param by y of the end
     * @param px x of the point
     * @param py y of the point
     */
    public static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }

    /**
     * Whether two segments share at least one point, ends included.
     *
     * @param ax x of the first segment's start
     * @param ay y of the first segment's start
     * @param bx x of the first segment's end
     * @param by y of the first segment's end
     * @param cx x of the second segment's start
     * @param cy y of the second segment's start
     * @param dx x of the second segment's end
     * @param dy y of the second segment's end
     */
    public static boolean meet(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        if (apart(ax, bx, cx, dx) || apart(ay, by, cy, dy)) {
            return false;
        }
        int c = orientation(ax, ay, bx, by, cx, cy);
        int d = orientation(ax, ay, bx, by, dx, dy);
        if (c == d && c != 0) {
            return false;
        }
        int a = orientation(cx, cy, dx, dy, ax, ay);
        int b = orientation(cx, cy, dx, dy, bx, by);
        if (c * d < 0 && a * b < 0) {
            return true;
        }
        return (c == 0 && inRange(ax, ay, bx, by, cx, cy))
                || (d == 0 && inRange(ax, ay, bx, by, dx, dy))
                || (a == 0 && inRange(cx, cy, dx, dy, ax, ay))
                || (b == 0 && inRange(cx, cy, dx, dy, bx, by));
    }

    private static boolean apart(double a, double b, double c, double d) {
        return Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
    }

    /**
     * Whether a point lies on a segment, ends included.
     *
     * @param ax x of the start
     * @param ay y of the start
     * @param bx x of the end
     * @param by y of the end
     * @param px x of the point
     * @param py y of the point
     */
    public static boolean contains(double ax, double ay, double bx, double by, double px, double py) {
        return inRange(ax, ay, bx, by, px, py) && orientation(ax, ay, bx, by, px, py) == 0;
    }

    /**
     * The distance from a point to a segment, in the isotropic space of a picture: picture heights.
     *
     * @param ax x of the start
     * @param ay y of the start
     * @param bx x of the end
     * @param by y of the end
     * @param px x of the point
     * @param py y of the point
     * @param aspect the picture's width over its height
     */
    public static double distance(double ax, double ay, double bx, double by, double px, double py, double aspect) {
        return Math.sqrt(squaredDistance(ax, ay, bx, by, px, py, aspect));
    }

    /** The square of {@link #distance}. */
    static double squaredDistance(double ax, double ay, double bx, double by, double px, double py, double aspect) {
        double ux = (bx - ax) * aspect;
        double uy = by - ay;
        double vx = (px - ax) * aspect;
        double vy = py - ay;
        double along = ux * vx + uy * vy;
        if (!(along > 0)) {
            return vx * vx + vy * vy;
        }
        double length2 = ux * ux + uy * uy;
        if (along >= length2) {
            double wx = vx - ux;
            double wy = vy - uy;
            return wx * wx + wy * wy;
        }
        double across = ux * vy - uy * vx;
        return across * across / length2;
    }

    /**
     * The sign of {@link #side}, not spoilt by rounding: 1 when p lies to the right of the line from a to b as seen on the
     * screen, −1 when to the left, 0 when on it; 2 when a coordinate is not finite. Right to some 100 bits, as long as no
     * product of two differences is so small that it vanishes (below 1e-290).
     */
    static int orientation(double ax, double ay, double bx, double by, double px, double py) {
        double l = (bx - ax) * (py - ay);
        double r = (by - ay) * (px - ax);
        double side = l - r;
        double error = CROSS_ERROR * (Math.abs(l) + Math.abs(r));
        if (side > error) {
            return 1;
        }
        return side < -error ? -1 : fineOrientation(ax, ay, bx, by, px, py);
    }

    /** The same in twice the precision, for points so near the line that double precision cannot tell. */
    private static int fineOrientation(double ax, double ay, double bx, double by, double px, double py) {
        double ux = bx - ax;
        double uy = by - ay;
        double vx = px - ax;
        double vy = py - ay;
        double l = ux * vy;
        double r = uy * vx;
        if (!Double.isFinite(l) || !Double.isFinite(r)) {
            return Double.isFinite(ax * DOWN + ay * DOWN + bx * DOWN + by * DOWN + px * DOWN + py * DOWN)
                    ? orientation(ax * DOWN, ay * DOWN, bx * DOWN, by * DOWN, px * DOWN, py * DOWN)
                    : 2;
        }
        double lTail = Math.fma(ux, vy, -l) + (ux * tail(py, ay, vy) + tail(bx, ax, ux) * vy);
        double rTail = Math.fma(uy, vx, -r) + (uy * tail(px, ax, vx) + tail(by, ay, uy) * vx);
        double side = l - r;
        return (int) Math.signum(side + (tail(l, r, side) + (lTail - rTail)));
    }

    /** What rounding took from a − b (Knuth's two-sum). */
    private static double tail(double a, double b, double difference) {
        double taken = a - difference;
        return (a - (difference + taken)) + (taken - b);
    }

    static boolean inRange(double ax, double ay, double bx, double by, double px, double py) {
        return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
    }
}
