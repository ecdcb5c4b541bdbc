package dev.vsa.geometry;

/**
 * A polygon compiled for many questions a frame. Immutable, thread-safe; no question allocates.
 *
 * <p>Points on an edge belong to the polygon: {@link #contains} is true for them.
 */
public final class PreparedPolygon {

    /** More than the sum over some thousands of edges can be wrong by, and far less than anything that matters. */
    private static final double ROUNDING = 1e-12;

    private final Polygon polygon;
    private final EdgeRuns runs;
    private final EdgeGrid grid;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    /** Whether the polygon is the box around it. */
    private final boolean upright;

    private PreparedPolygon(Polygon polygon) {
        this.polygon = polygon;
        this.runs = EdgeRuns.of(polygon);
        Box box = polygon.boundingBox();
        this.grid = EdgeGridBuilder.build(runs.edges(), box);
        this.left = box.left();
        this.top = box.top();
        this.right = box.right();
        this.bottom = box.bottom();
        this.upright = polygon.holes().isEmpty() && Ring.isBox(polygon.outer(), box);
    }

    /**
     * Compiles a polygon. Work for set-up: it costs as much as tens of thousands of questions.
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
        if (!inExtent(x, y)) {
            return Location.OUTSIDE;
        }
        if (upright) {
            boolean edge = x == left || x == right || y == top || y == bottom;
            return edge ? Location.BOUNDARY : Location.INSIDE;
        }
        return grid.locate(x, y);
    }

    private boolean inExtent(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
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
        if (contains(fromX, fromY) || contains(toX, toY)) {
            return true;
        }
        boolean apart = (fromX < left && toX < left)
                || (fromX > right && toX > right)
                || (fromY < top && toY < top)
                || (fromY > bottom && toY > bottom)
                || (inExtent(fromX, fromY) && inExtent(toX, toY) && grid.staysOutside(fromX, fromY, toX, toY));
        return !apart && runs.meets(fromX, fromY, toX, toY);
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
     * The share of a box's area that lies in the polygon, 0 to 1; exact up to rounding. A box that lies wholly inside has
     * exactly 1, one that lies outside or only touches has exactly 0, and so has one without area or without end.
     *
     * @param left normalised
     * @param top normalised
     * @param right normalised
     * @param bottom normalised
     */
    public double overlap(double left, double top, double right, double bottom) {
        double area = (right - left) * (bottom - top);
        if (!(area > 0) || area == Double.POSITIVE_INFINITY || !(right > left)) {
            return 0;
        }
        double share = runs.areaIn(left, top, right, bottom) / area;
        return share < ROUNDING ? 0 : share > 1 - ROUNDING ? 1 : share;
    }
}
