package dev.vsa.geometry;

/**
 * A polygon compiled for many questions a frame. Immutable, thread-safe; no question allocates.
 *
 * <p>Points on an edge belong to the polygon: {@link #contains} is true for them.
 */
public final class PreparedPolygon {

    private final Polygon polygon;
    private final EdgeRuns runs;
    private final double[] edges;

    private PreparedPolygon(Polygon polygon) {
        this.polygon = polygon;
        this.runs = EdgeRuns.of(polygon);
        this.edges = runs.edges();
    }

    /**
     * Compiles a polygon.
     *
     * @param polygon the polygon
     */
    public static PreparedPolygon of(Polygon polygon) {
        return new PreparedPolygon(polygon);
    }

    /** The polygon that was compiled. */
    public Polygon polygon() {
        return polygon;
    }

    /**
     * Where a point lies.
     *
     * @param x normalised
     * @param y normalised
     */
    public Location locate(double x, double y) {
        boolean in = false;
        for (int e = 0; e < edges.length; e += 4) {
            double x0 = edges[e];
            double y0 = edges[e + 1];
            double x1 = edges[e + 2];
            double y1 = edges[e + 3];
            if (Segments.contains(x0, y0, x1, y1, x, y)) {
                return Location.BOUNDARY;
            }
            if ((y0 > y) != (y1 > y) && Segments.orientation(x0, y0, x1, y1, x, y) < 0 == y1 > y0) {
                in = !in;
            }
        }
        return in ? Location.INSIDE : Location.OUTSIDE;
    }

    /**
     * Whether a point lies in the polygon, edges included.
     *
     * @param x normalised
     * @param y normalised
     */
    public boolean contains(double x, double y) {
        return locate(x, y) != Location.OUTSIDE;
    }

    /**
     * Whether a straight path touches the polygon anywhere, ends included: what tells that an object was in the zone between
     * two frames.
     *
     * @param fromX normalised
     * @param fromY normalised
     * @param toX normalised
     * @param toY normalised
     */
    public boolean sweptBy(double fromX, double fromY, double toX, double toY) {
        return contains(fromX, fromY) || contains(toX, toY) || runs.meets(fromX, fromY, toX, toY);
    }

    /**
     * The distance from a point to the nearest edge, in picture heights; whichever side it is on.
     *
     * @param x normalised
     * @param y normalised
     * @param aspect the picture's width over its height
     */
    public double distanceToBoundary(double x, double y, double aspect) {
        return runs.distance(x, y, aspect);
    }

    /**
     * The share of a box's area that lies in the polygon, 0 to 1; exact up to rounding. A box without area has 0.
     *
     * @param left normalised
     * @param top normalised
     * @param right normalised
     * @param bottom normalised
     */
    public double overlap(double left, double top, double right, double bottom) {
        double area = (right - left) * (bottom - top);
        if (!(area > 0)) {
            return 0;
        }
        return Math.max(0, Math.min(1, runs.areaIn(left, top, right, bottom) / area));
    }
}
