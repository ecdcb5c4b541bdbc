package dev.vsa.record;

import dev.vsa.scene.Grid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A grid as the scene before showed it. The next one is told as the exclusive or of the bits of its cells, all highest bytes
 * first, then all second ones, and so on: of cells that did not change nothing is left but zeros.
 */
final class GridMemory {

    private int columns;
    private int rows;
    private int[] bits = {};
    private float[] values = {};
    private @Nullable Grid lent;

    /** Forgets what was told; memory is kept. */
    void clear() {
        columns = 0;
        rows = 0;
    }

    void write(Grid grid, Column head, Column out) {
        head.putVarint(grid.columns());
        head.putVarint(grid.rows());
        take(grid.columns(), grid.rows());
        int cells = columns * rows;
        out.reserve(cells * Integer.BYTES);
        int base = out.end;
        int i = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                int now = Float.floatToRawIntBits(grid.at(column, row));
                int difference = now ^ bits[i];
                bits[i] = now;
                for (int plane = 0; plane < Integer.BYTES; plane++) {
                    out.bytes[base + plane * cells + i] = (byte) (difference >>> 24 - 8 * plane);
                }
            }
        }
        out.end = base + cells * Integer.BYTES;
    }

    /** The next grid, lent: the same object as before unless the size is another. */
    Grid read(Column head, Column in) {
        int cells = sized(head.getVarint(), head.getVarint(), in);
        if (values.length != cells) {
            values = new float[cells];
            lent = null;
        }
        for (int i = 0; i < cells; i++) {
            int difference = 0;
            for (int plane = 0; plane < Integer.BYTES; plane++) {
                difference = difference << 8 | in.peek(plane * cells + i);
            }
            bits[i] ^= difference;
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        in.skip(cells * Integer.BYTES);
        Grid grid = lent;
        if (grid == null || grid.columns() != columns || grid.rows() != rows) {
            grid = Grid.over(columns, rows, values);
            lent = grid;
        }
        return grid;
    }

    private int sized(long newColumns, long newRows, Column in) {
        long limit = in.left() / Integer.BYTES;
        if (newColumns < 1 || newRows < 1 || newColumns > limit || newRows > limit / newColumns) {
            throw new IllegalArgumentException("a grid of " + newColumns + "x" + newRows + " cells over " + limit);
        }
        take((int) newColumns, (int) newRows);
        return columns * rows;
    }

    private void take(int newColumns, int newRows) {
        if (newColumns != columns || newRows != rows) {
            columns = newColumns;
            rows = newRows;
            bits = bits.length == columns * rows ? bits : new int[columns * rows];
            Arrays.fill(bits, 0);
        }
    }
}
