package dev.vsa.geometry;

/**
 * A regular grid over a polygon's extent that answers where a point lies.
 *
 * <p>A cell that no edge touches is wholly inside or wholly outside. Any other is <em>mixed</em>: it holds its few edges and a
 * place within it of which the answer is known; each edge crossed on the straight way from there to the point changes sides.
 * All signs are exact, so the answer is. Immutable.
 */
final class EdgeGrid {

    static final int OUTSIDE = -1;
    static final int INSIDE = -2;

    private final Extent extent;
    /** For each cell, row by row: {@link #OUTSIDE}, {@link #INSIDE}, or the number of a mixed cell. */
    private final int[] cells;
    /** For each mixed cell its known place, x and y. */
    private final double[] places;
    /** For each mixed cell whether its known place lies in the polygon. */
    private final boolean[] inside;
    /** For each mixed cell where its edges begin in {@link #edges}, and where the last one's end. */
    private final int[] first;
    /** As x0, y0, x1, y1, directed so that the cell's known place lies to the right of each. */
    private final double[] edges;

    EdgeGrid(Extent extent, int[] cells, double[] places, boolean[] inside, int[] first, double[] edges) {
        this.extent = extent;
        this.cells = cells;
        this.places = places;
        this.inside = inside;
        this.first = first;
        this.edges = edges;
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
        double fromX = places[2 * cell];
        double fromY = places[2 * cell + 1];
        boolean in = inside[cell];
        int end = first[cell + 1];
        for (int e = first[cell]; e < end; e += 4) {
            double ax = edges[e];
            double ay = edges[e + 1];
            double bx = edges[e + 2];
            double by = edges[e + 3];
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
