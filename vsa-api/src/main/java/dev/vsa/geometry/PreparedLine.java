package dev.vsa.geometry;

import java.util.List;

/**
 * A tripwire compiled for many questions a frame. Immutable, thread-safe; no question allocates.
 *
 * <p><b>On the wire.</b> A sample that lies exactly on the wire counts as lying a hair to the right of it in the picture, and
 * on a level stretch a hair below. The rule depends on the place alone, not on where the object came from or goes to, so a
 * path of several samples crosses just as often as the line that joins them: a crossing with a sample on the wire, or through
 * a vertex, is neither lost nor doubled, and an object that touches the wire and turns back has crossed it twice or not at all.
 *
 * <p><b>Ends.</b> The wire has ends, and they are treated the same way: walking round one is no crossing.
 *
 * <p><b>Hysteresis.</b> To be deaf to a box that trembles on the wire, add up the crossings of a track (left to right +1,
 * right to left −1) and believe the sum once {@link #signedDistance} says that the anchor has left the band around the wire;
 * then start again from 0. The distance need only be asked for while the sum is not 0.
 */
public final class PreparedLine {

    private final Line line;
    /** The vertices as x, y. */
    private final double[] points;

    /** The box around each stretch: left, top, right, bottom. */
    private final double[] boxes;

    private PreparedLine(Line line) {
        this.line = line;
        List<Point> vertices = line.points();
        this.points = new double[2 * vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            points[2 * i] = vertices.get(i).x();
            points[2 * i + 1] = vertices.get(i).y();
        }
        this.boxes = new double[4 * (vertices.size() - 1)];
        for (int b = 0, i = 0; b < boxes.length; b += 4, i += 2) {
            boxes[b] = Math.min(points[i], points[i + 2]);
            boxes[b + 1] = Math.min(points[i + 1], points[i + 3]);
            boxes[b + 2] = Math.max(points[i], points[i + 2]);
            boxes[b + 3] = Math.max(points[i + 1], points[i + 3]);
        }
    }

    /**
     * Compiles a line.
     *
     * @param line the line
     */
    public static PreparedLine of(Line line) {
        return new PreparedLine(line);
    }

    /** The line that was compiled. */
    public Line line() {
        return line;
    }

    /**
     * How a straight path from one sample to the next passes the wire.
     *
     * @param fromX normalised
     * @param fromY normalised
     * @param toX normalised
     * @param toY normalised
     * @return {@link Crossing#NONE} also where a coordinate is not finite
     */
    public Crossing crossing(double fromX, double fromY, double toX, double toY) {
        boolean leftToRight = false;
        boolean rightToLeft = false;
        for (int b = 0, i = 0; b < boxes.length; b += 4, i += 2) {
            if (bothBeyond(b, fromX, toX) || bothBeyond(b + 1, fromY, toY)) {
                continue;
            }
            boolean from = onRight(i, fromX, fromY);
            if (from != onRight(i, toX, toY)
                    && passedOnRight(i, fromX, fromY, toX, toY) != passedOnRight(i + 2, fromX, fromY, toX, toY)) {
                leftToRight |= !from;
                rightToLeft |= from;
            }
        }
        if (!(leftToRight || rightToLeft) || !isFinite(fromX, fromY, toX, toY)) {
            return Crossing.NONE;
        }
        return leftToRight ? rightToLeft ? Crossing.BOTH : Crossing.LEFT_TO_RIGHT : Crossing.RIGHT_TO_LEFT;
    }

    /** Whether both ends of a path lie on one side of a stretch's box; the hair by which they are shifted cannot matter then. */
    private boolean bothBeyond(int b, double from, double to) {
        double low = boxes[b];
        double high = boxes[b + 2];
        return (from < low && to < low) || (from > high && to > high);
    }

    private static boolean isFinite(double fromX, double fromY, double toX, double toY) {
        return Double.isFinite(fromX) && Double.isFinite(fromY) && Double.isFinite(toX) && Double.isFinite(toY);
    }

    /**
     * Whether a sample lies to the right of the stretch that begins at vertex i. The sample is meant to be shifted by (e, e²)
     * with e above 0 and smaller than anything, so it never lies on the stretch's line.
     */
    private boolean onRight(int i, double x, double y) {
        double ax = points[i];
        double ay = points[i + 1];
        double bx = points[i + 2];
        double by = points[i + 3];
        int side = Segments.orientation(ax, ay, bx, by, x, y);
        if (side != 0) {
            return side > 0;
        }
        return ay == by ? bx > ax : by < ay;
    }

    /** Whether vertex i lies to the right of a path whose two samples are shifted in that same way. */
    private boolean passedOnRight(int i, double fromX, double fromY, double toX, double toY) {
        int side = Segments.orientation(fromX, fromY, toX, toY, points[i], points[i + 1]);
        if (side != 0) {
            return side > 0;
        }
        return fromY == toY ? toX < fromX : toY > fromY;
    }

    /**
     * The distance from a point to the wire, ends included, in picture heights: above 0 on the wire's right, below 0 on its
     * left. Beyond an end, the side is that of the last stretch made longer.
     *
     * @param x normalised
     * @param y normalised
     * @param aspect the picture's width over its height
     */
    public double signedDistance(double x, double y, double aspect) {
        double best = 0;
        int nearest = 0;
        for (int i = 0; i < points.length - 2; i += 2) {
            double d = Segments.squaredDistance(points[i], points[i + 1], points[i + 2], points[i + 3], x, y, aspect);
            if (i == 0 || d < best) {
                best = d;
                nearest = i;
            }
        }
        double distance = Math.sqrt(best);
        return rightOf(nearest, x, y, aspect) ? distance : -distance;
    }

    /** Whether a point lies to the right of the wire, whose stretch from vertex i is the nearest to it. */
    private boolean rightOf(int i, double x, double y, double aspect) {
        double ux = (points[i + 2] - points[i]) * aspect;
        double uy = points[i + 3] - points[i + 1];
        double along = ux * (x - points[i]) * aspect + uy * (y - points[i + 1]);
        int turn = 0;
        if (along >= ux * ux + uy * uy && i + 4 < points.length) {
            turn = turn(i);
        } else if (along <= 0 && i > 0) {
            turn = turn(i - 2);
        }
        // Nearest to a bend from outside it: to the left of a bend to the right, whatever the sides of the two
        // stretches.
        return turn == 0 ? onRight(i, x, y) : turn < 0;
    }

    /** Whether the wire bends to the right (1) or to the left (−1) after the stretch from vertex i. */
    private int turn(int i) {
        return Segments.orientation(
                points[i], points[i + 1], points[i + 2], points[i + 3], points[i + 4], points[i + 5]);
    }
}
