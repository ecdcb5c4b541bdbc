package dev.vsa.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Lays the grid over a polygon. Set-up only. */
final class EdgeGridBuilder {

    /**
     * The part of a cell by which it is taken too large when edges are sorted into cells. Rounding moves the corner of a cell by
     * less: a hundred-thousandth of the cell in the smallest polygon that is allowed.
     */
    private static final double MARGIN = 1e-3;

    private final double[] edges;
    private final EdgeGrid.Extent extent;
    /** Edges by the cell that they touch. */
    private final Map<Integer, List<Integer>> touching = new HashMap<>();
    /** A place in the cell that was built last. */
    private Point place = new Point(0, 0);
    /** Whether it lies in the polygon. */
    private boolean inside;

    private EdgeGridBuilder(double[] edges, Box box) {
        // More edges need smaller cells to keep the lists short.
        int side = (int) Math.max(32, Math.min(256, 8 * Math.sqrt(edges.length / 4.0)));
        this.edges = edges;
        this.extent = new EdgeGrid.Extent(box.left(), box.top(), side / box.width(), side / box.height(), side);
    }

    /**
     * Lays the grid.
     *
     * @param edges all edges as x0, y0, x1, y1
     * @param box the box around them
     */
    static EdgeGrid build(double[] edges, Box box) {
        EdgeGridBuilder builder = new EdgeGridBuilder(edges, box);
        for (int edge = 0; edge < edges.length; edge += 4) {
            builder.sort(edge);
        }
        return builder.build();
    }

    private void sort(int e) {
        double dx = MARGIN / extent.cellsPerX();
        double dy = MARGIN / extent.cellsPerY();
        int firstColumn = extent.column(Math.min(edges[e], edges[e + 2]) - dx);
        int lastColumn = extent.column(Math.max(edges[e], edges[e + 2]) + dx);
        int firstRow = extent.row(Math.min(edges[e + 1], edges[e + 3]) - dy);
        int lastRow = extent.row(Math.max(edges[e + 1], edges[e + 3]) + dy);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                if (touches(e, column, row)) {
                    touching.computeIfAbsent(row * extent.side() + column, c -> new ArrayList<>())
                            .add(e);
                }
            }
        }
    }

    /** Whether the corners of a cell lie on both sides of an edge that is known to reach the cell's column and row. */
    private boolean touches(int e, int column, int row) {
        int right = 0;
        int left = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = x(column, corner % 2 == 0 ? -MARGIN : 1 + MARGIN);
            double y = y(row, corner < 2 ? -MARGIN : 1 + MARGIN);
            double side = Segments.side(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], x, y);
            right += side >= 0 ? 1 : 0;
            left += side <= 0 ? 1 : 0;
        }
        return right > 0 && left > 0;
    }

    private double x(int column, double part) {
        return extent.left() + (column + part) / extent.cellsPerX();
    }

    private double y(int row, double part) {
        return extent.top() + (row + part) / extent.cellsPerY();
    }

    private EdgeGrid build() {
        int[] cells = new int[extent.side() * extent.side()];
        DoubleStream.Builder mixed = DoubleStream.builder();
        int at = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            List<Integer> own = touching(cell);
            boolean in = step(cell, own);
            if (own.isEmpty()) {
                cells[cell] = in ? EdgeGrid.INSIDE : EdgeGrid.OUTSIDE;
                continue;
            }
            cells[cell] = at;
            at += 4 + 4 * own.size();
            mixed.add(place.x()).add(place.y()).add(in ? 1 : 0).add(own.size());
            own.forEach(edge -> direct(edge, mixed));
        }
        return new EdgeGrid(extent, cells, mixed.build().toArray());
    }

    private List<Integer> touching(int cell) {
        return touching.getOrDefault(cell, List.of());
    }

    /**
     * Goes on to a place in the next cell. Whether it is inside follows from the place before: the way between the two crosses
     * edges of their cells only. At the beginning of a row it is asked of all edges.
     */
    private boolean step(int cell, List<Integer> own) {
        int column = cell % extent.side();
        Point from = place;
        place = place(column, cell / extent.side(), own);
        if (column == 0) {
            inside = EvenOdd.locate(edges, place.x(), place.y()) == Location.INSIDE;
            return inside;
        }
        List<Integer> before = touching(cell - 1);
        for (int edge : before) {
            inside ^= crosses(edge, from, place);
        }
        for (int edge : own) {
            inside ^= !before.contains(edge) && crosses(edge, from, place);
        }
        return inside;
    }

    private boolean crosses(int e, Point from, Point to) {
        return side(e, from) > 0 != side(e, to) > 0
                && side(from, to, edges[e], edges[e + 1]) > 0 != side(from, to, edges[e + 2], edges[e + 3]) > 0;
    }

    private static int side(Point from, Point to, double x, double y) {
        return Segments.orientation(from.x(), from.y(), to.x(), to.y(), x, y);
    }

    /** A place in a cell that is in line with none of the edges that touch it. */
    private Point place(int column, int row, List<Integer> own) {
        for (int attempt = 0; ; attempt++) {
            // An additive sequence of the plastic number spreads attempts evenly and lines up no more than two of them.
            Point p = new Point(
                    x(column, (0.5 + attempt * 0.7548776662466927) % 1),
                    y(row, (0.5 + attempt * 0.5698402909980532) % 1));
            if (own.stream().allMatch(e -> side(e, p) != 0)) {
                return p;
            }
        }
    }

    private int side(int e, Point p) {
        return Segments.orientation(edges[e], edges[e + 1], edges[e + 2], edges[e + 3], p.x(), p.y());
    }

    /** Writes an edge so that the known place lies to the right of it. */
    private void direct(int e, DoubleStream.Builder mixed) {
        int swap = side(e, place) > 0 ? 0 : 2;
        for (int i = 0; i < 4; i++) {
            mixed.add(edges[e + (i + swap) % 4]);
        }
    }
}
