package dev.vsa.scene;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One number for each cell of a regular grid over the picture, row by row from the top left.
 *
 * <p>Immutable unless the scene that carries it is lent; {@link #copy()} keeps it. Grids of the same shape with the same values are
 * equal.
 */
public final class Grid {

    private final int columns;
    private final int rows;
    private final float[] values;

    private Grid(int columns, int rows, float[] values) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /**
     * A grid over an array, without a copy: the caller must not change the array while the grid is in use.
     *
     * @param columns cells in a row, at least 1
     * @param rows rows, at least 1
     * @param values {@code columns * rows} values, row by row
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public static Grid over(int columns, int rows, float[] values) {
        if (columns < 1 || rows < 1 || values.length != (long) columns * rows) {
            throw new IllegalArgumentException(
                    "a grid of " + columns + "x" + rows + " cells over " + values.length + " values");
        }
        return new Grid(columns, rows, values);
    }

    /** Cells in a row. */
    public int columns() {
        return columns;
    }

    /** Rows. */
    public int rows() {
        return rows;
    }

    /**
     * The value of a cell.
     *
     * @param column 0 at the left
     * @param row 0 at the top
     */
    public float at(int column, int row) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column " + column + " of " + columns);
        }
        return values[row * columns + column];
    }

    /**
     * The value of the cell in which a point lies; points outside the picture take the nearest cell.
     *
     * @param x normalised
     * @param y normalised
     */
    public float at(double x, double y) {
        int column = (int) Math.max(0, Math.min(columns - 1, x * columns));
        int row = (int) Math.max(0, Math.min(rows - 1, y * rows));
        return values[row * columns + column];
    }

    /** A grid that nothing else can change. */
    public Grid copy() {
        return new Grid(columns, rows, values.clone());
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Grid g && columns == g.columns && rows == g.rows && Arrays.equals(values, g.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return columns + "x" + rows + " " + Arrays.toString(values);
    }
}
