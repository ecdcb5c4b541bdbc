package dev.vsa.geometry;

/**
 * Elementary tests on segments, on plain coordinates so that the per-frame path allocates nothing.
 *
 * <p>Orientation is the sign of the cross product in double precision. Coordinates lie near [0, 1], where its error is below
 * 1e-15: a thousandth of a thousandth of a pixel, so no exact arithmetic is used. A point on a segment counts as meeting it.
 */
public final class Segments {

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
        double c = side(ax, ay, bx, by, cx, cy);
        double d = side(ax, ay, bx, by, dx, dy);
        double a = side(cx, cy, dx, dy, ax, ay);
        double b = side(cx, cy, dx, dy, bx, by);
        if (((c > 0 && d < 0) || (c < 0 && d > 0)) && ((a > 0 && b < 0) || (a < 0 && b > 0))) {
            return true;
        }
        return (c == 0 && inRange(ax, ay, bx, by, cx, cy))
                || (d == 0 && inRange(ax, ay, bx, by, dx, dy))
                || (a == 0 && inRange(cx, cy, dx, dy, ax, ay))
                || (b == 0 && inRange(cx, cy, dx, dy, bx, by));
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
        return side(ax, ay, bx, by, px, py) == 0 && inRange(ax, ay, bx, by, px, py);
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
        double ux = (bx - ax) * aspect;
        double uy = by - ay;
        double vx = (px - ax) * aspect;
        double vy = py - ay;
        double length2 = ux * ux + uy * uy;
        double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (ux * vx + uy * vy) / length2));
        double ex = vx - t * ux;
        double ey = vy - t * uy;
        return Math.sqrt(ex * ex + ey * ey);
    }

    private static boolean inRange(double ax, double ay, double bx, double by, double px, double py) {
        return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
    }
}
