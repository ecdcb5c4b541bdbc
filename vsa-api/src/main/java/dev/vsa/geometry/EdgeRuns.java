package dev.vsa.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The edges of all rings of a polygon, in runs of a few that follow one another, each run with the box around it: what lies
 * far from a run is decided by its box. Rings are directed so that the area to the polygon's inside counts positive: the outer
 * boundary one way, the holes the other. Immutable.
 */
final class EdgeRuns {

    private static final int RUN = 16;

    /** Edges as x0, y0, x1, y1. */
    private final double[] edges;
    /** Where each run begins in {@link #edges}, and where the last ends. */
    private final int[] starts;
    /** The box around each run: left, top, right, bottom. */
    private final double[] boxes;

    private EdgeRuns(double[] edges, int[] starts) {
        this.edges = edges;
        this.starts = starts;
        this.boxes = new double[4 * (starts.length - 1)];
        for (int run = 0; run < starts.length - 1; run++) {
            box(run);
        }
    }

    static EdgeRuns of(Polygon polygon) {
        List<double[]> rings = new ArrayList<>(List.of(Ring.edges(polygon.outer(), false)));
        polygon.holes().forEach(hole -> rings.add(Ring.edges(hole, true)));
        double[] edges = rings.stream().flatMapToDouble(Arrays::stream).toArray();
        IntStream.Builder starts = IntStream.builder();
        int at = 0;
        for (double[] ring : rings) {
            for (int e = 0; e < ring.length; e += 4 * RUN) {
                starts.add(at + e);
            }
            at += ring.length;
        }
        return new EdgeRuns(edges, starts.add(at).build().toArray());
    }

    private void box(int run) {
        int b = 4 * run;
        boxes[b] = Double.POSITIVE_INFINITY;
        boxes[b + 1] = Double.POSITIVE_INFINITY;
        boxes[b + 2] = Double.NEGATIVE_INFINITY;
        boxes[b + 3] = Double.NEGATIVE_INFINITY;
        for (int e = starts[run]; e < starts[run + 1]; e += 2) {
            boxes[b] = Math.min(boxes[b], edges[e]);
            boxes[b + 1] = Math.min(boxes[b + 1], edges[e + 1]);
            boxes[b + 2] = Math.max(boxes[b + 2], edges[e]);
            boxes[b + 3] = Math.max(boxes[b + 3], edges[e + 1]);
        }
    }

    /** The edges as x0, y0, x1, y1; not to be changed. */
    double[] edges() {
        return edges;
    }

    /** Whether a segment meets an edge. */
    boolean meets(double ax, double ay, double bx, double by) {
        double left = Math.min(ax, bx);
        double right = Math.max(ax, bx);
        double top = Math.min(ay, by);
        double bottom = Math.max(ay, by);
        for (int run = 0, b = 0; b < boxes.length; run++, b += 4) {
            if (boxes[b] > right || boxes[b + 2] < left || boxes[b + 1] > bottom || boxes[b + 3] < top) {
                continue;
            }
            for (int e = starts[run]; e < starts[run + 1]; e += 4) {
                if (Segments.meet(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], ax, ay, bx, by)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The distance to the nearest edge in picture heights. */
    double distance(double x, double y, double aspect) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int run = 0; run < starts.length - 1; run++) {
            double bound = squaredDistanceToBox(run, x, y, aspect);
            if (bound < least) {
                least = bound;
                nearest = run;
            }
        }
        double best = squaredDistanceToRun(nearest, x, y, aspect);
        for (int run = 0; run < starts.length - 1; run++) {
            if (run != nearest && squaredDistanceToBox(run, x, y, aspect) < best) {
                best = Math.min(best, squaredDistanceToRun(run, x, y, aspect));
            }
        }
        return Math.sqrt(best);
    }

    private double squaredDistanceToBox(int run, double x, double y, double aspect) {
        int b = 4 * run;
        double dx = Math.max(0, Math.max(boxes[b] - x, x - boxes[b + 2])) * aspect;
        double dy = Math.max(0, Math.max(boxes[b + 1] - y, y - boxes[b + 3]));
        return dx * dx + dy * dy;
    }

    private double squaredDistanceToRun(int run, double x, double y, double aspect) {
        double best = Double.POSITIVE_INFINITY;
        for (int e = starts[run]; e < starts[run + 1]; e += 4) {
            best = Math.min(
                    best, Segments.squaredDistance(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], x, y, aspect));
        }
        return best;
    }

    /**
     * The area that the polygon and a box share.
     *
     * <p>On a vertical line the polygon's part of the box has the length Σ ±(clamp(y) − top), over the edges that the line
     * meets at y, with the sign of their direction; its integral over x is the area (Green's theorem on the clipped edges).
     * Every term is bounded by the box, so the result is exact up to rounding relative to the box, however small that is.
     */
    double areaIn(double left, double top, double right, double bottom) {
        double area = 0;
        for (int run = 0, b = 0; b < boxes.length; run++, b += 4) {
            if (boxes[b] >= right || boxes[b + 2] <= left || boxes[b + 3] <= top) {
                continue;
            }
            if (boxes[b + 1] >= bottom) {
                double from = edges[starts[run]];
                double to = edges[starts[run + 1] - 2];
                area += (clamp(to, left, right) - clamp(from, left, right)) * (bottom - top);
                continue;
            }
            for (int e = starts[run]; e < starts[run + 1]; e += 4) {
                area += areaAbove(e, left, top, right, bottom);
            }
        }
        return area;
    }

    /** The area of the part of a box that lies above an edge; negative for an edge that runs to the left. */
    private double areaAbove(int e, double left, double top, double right, double bottom) {
        double x0 = edges[e];
        double y0 = edges[e + 1];
        double x1 = edges[e + 2];
        double y1 = edges[e + 3];
        double from = clamp(x0, left, right);
        double to = clamp(x1, left, right);
        if (from == to) {
            return 0;
        }
        double yFrom = from == x0 ? y0 : y0 + (y1 - y0) * ((from - x0) / (x1 - x0));
        double yTo = to == x1 ? y1 : y0 + (y1 - y0) * ((to - x0) / (x1 - x0));
        return (to - from) * meanDepth(Math.min(yFrom, yTo), Math.max(yFrom, yTo), top, bottom);
    }

    /** The mean of clamp(y, top, bottom) − top while y runs evenly from low to high. */
    private static double meanDepth(double low, double high, double top, double bottom) {
        if (low >= bottom) {
            return bottom - top;
        }
        if (high <= top) {
            return 0;
        }
        double a = Math.max(low, top);
        double b = Math.min(high, bottom);
        double depth = (a - top + (b - top)) / 2;
        return a == low && b == high ? depth : ((b - a) * depth + (high - b) * (bottom - top)) / (high - low);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
