package dev.vsa.record;

import dev.vsa.scene.Table;
import java.util.Arrays;

/** A table as the scene before showed it. The next one is told as the exclusive or of the bits of its values, row by row. */
final class TableMemory {

    private int columns;
    private long[] bits = {};
    private Table.Builder lent = new Table.Builder(1);

    /** Forgets what was told; memory is kept. */
    void clear() {
        Arrays.fill(bits, 0);
    }

    void write(Table table, Column head, Column out) {
        head.putVarint(table.columns());
        head.putVarint(table.rows());
        take(table.columns(), table.rows());
        int i = 0;
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < columns; column++, i++) {
                long now = Double.doubleToRawLongBits(table.at(row, column));
                out.putLong(now ^ bits[i]);
                bits[i] = now;
            }
        }
    }

    /** The next table, lent: the same object as before unless the number of columns is another. */
    Table read(Column head, Column in) {
        long newColumns = head.getVarint();
        long rows = head.getVarint();
        long limit = in.left() / Long.BYTES;
        boolean fits = newColumns >= 1 && newColumns <= Format.MOST_CELLS && rows >= 0 && rows <= limit / newColumns;
        if (!fits) {
            throw new IllegalArgumentException("a table of " + newColumns + "x" + rows + " values over " + limit);
        }
        if (newColumns != lent.lend().columns()) {
            lent = new Table.Builder((int) newColumns);
        }
        take((int) newColumns, (int) rows);
        lent.clear();
        int i = 0;
        for (int row = 0; row < rows; row++) {
            lent.add();
            for (int column = 0; column < columns; column++, i++) {
                bits[i] ^= in.getLong();
                lent.set(column, Double.longBitsToDouble(bits[i]));
            }
        }
        return lent.lend();
    }

    private void take(int newColumns, int rows) {
        if (newColumns != columns) {
            columns = newColumns;
            Arrays.fill(bits, 0);
        }
        if (bits.length < columns * rows) {
            bits = Arrays.copyOf(bits, columns * rows);
        }
    }
}
