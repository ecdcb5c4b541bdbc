package dev.vsa.geometry;

/**
 * A regular grid over a polygon's extent that answers where a point lies.
 *
 * <p>A cell that no edge touches is wholly inside or wholly outside. Any other is <em>mixed</em>: it has its few edges and a
 * place within it of which the answer is known; each edge crossed on the straight way from there to the point changes sides.
 * All signs are exact, so the answer is. Immutable.
 *
 * <p>All that is known of a mixed cell lies in one stretch of one array, since waiting for memory is most of what a question
 * costs: the known place's x and y, 1 or 0 for whether that place is inside, the number of edges, and the edges as x0, y0,
 * x1, y1, each directed so that the known place lies to the right of it.
 */
final class EdgeGrid {

    static final int OUTSIDE = -1;
    static final int INSIDE = -2;

    private final Extent extent;
    /** For each cell, row by row: {@link #OUTSIDE}, {@link #INSIDE}, or where in {@link #mixed} its record begins. */
    private final int[] cells;
    /** The records of the mixed cells, four numbers for what is known and four for each edge. */
    private final double[] mixed;

    EdgeGrid(Extent extent, int[] cells, double[] mixed) {
        this.extent = extent;
        this.cells = cells;
        this.mixed = mixed;
    }

    /** Where the cells lie: they divide the box around the polygon evenly, {@code side} by {@code side}. */
    record Extent(double left, double top, double cellsPerX, double cellsPerY, int side) {

        int column(double x) {
            return Math.max(0, Math.min(side - 1, (int) ((x - left) * cellsPerX)));
        }

        int row(double y) {
            return Math.max(0, Math.min(side - 1, (int) ((y - top) * cellsPerY)));
        }
    }

    /** Where a point inside the extent lies. */
    Location locate(double x, double y) {
        int cell = cells[extent.row(y) * extent.side + extent.column(x)];
        if (cell < 0) {
            return cell == INSIDE ? Location.INSIDE : Location.OUTSIDE;
        }
        double fromX = mixed[cell];
        double fromY = mixed[cell + 1];
        boolean in = mixed[cell + 2] != 0;
        int end = cell + 4 + 4 * (int) mixed[cell + 3];
        for (int e = cell + 4; e < end; e += 4) {
            double ax = mixed[e];
            double ay = mixed[e + 1];
            double bx = mixed[e + 2];
            double by = mixed[e + 3];
            int side = Segments.orientation(ax, ay, bx, by, x, y);
            if (side == 0 && Segments.inRange(ax, ay, bx, by, x, y)) {
                return Location.BOUNDARY;
            }
            if (side < 0
                    && Segments.orientation(fromX, fromY, x, y, ax, ay) > 0
                            != Segments.orientation(fromX, fromY, x, y, bx, by) > 0) {
                in = !in;
            }
        }
        return in ? Location.INSIDE : Location.OUTSIDE;
    }

    /** Whether a straight path between two points inside the extent stays in one cell that lies wholly outside. */
    boolean staysOutside(double ax, double ay, double bx, double by) {
        int cell = extent.row(ay) * extent.side + extent.column(ax);
        return cells[cell] == OUTSIDE && cell == extent.row(by) * extent.side + extent.column(bx);
    }
}
