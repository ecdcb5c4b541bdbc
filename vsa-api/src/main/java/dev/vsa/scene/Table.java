package dev.vsa.scene;

import java.util.Arrays;

/**
 * A feature that is a list of like things, one a row: static regions, keypoints of bodies, candidates for flames. What the
 * columns mean, their units and ranges, is said where the feature's key stands.
 *
 * <p>Immutable if it comes from {@link #of} or {@link #copy()}; lent if it comes from {@link Builder#lend()}. Reading allocates
 * nothing.
 */
public final class Table {

    private final int columns;
    private int rows;
    private double[] values;

    private Table(int columns, int rows, double[] values) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /**
     * A table of given values.
     *
     * @param columns columns, at least 1
     * @param values row by row; copied
     * @throws IllegalArgumentException if the values do not fill whole rows
     */
    public static Table of(int columns, double... values) {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values in " + columns + " columns");
        }
        return new Table(columns, values.length / columns, values.clone());
    }

    /** Columns, at least 1. */
    public int columns() {
        return columns;
    }

    /** Rows, 0 or more. */
    public int rows() {
        return rows;
    }

    /**
     * A value.
     *
     * @param row 0 for the first
     * @param column 0 for the first
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double at(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("row " + row + ", column " + column + " of " + rows + "x" + columns);
        }
        return values[row * columns + column];
    }

    /** A table that nothing else can change. */
    public Table copy() {
        return new Table(columns, rows, Arrays.copyOf(values, rows * columns));
    }

    /** Fills a table anew for each frame; past the greatest number of rows it allocates nothing. Not thread-safe. */
    public static final class Builder {

        private static final int FIRST_ROWS = 16;

        private final Table table;

        /**
         * Creates an empty table.
         *
         * @param columns columns, at least 1
         * @throws IllegalArgumentException if there are none
         */
        public Builder(int columns) {
            if (columns < 1) {
                throw new IllegalArgumentException(columns + " columns");
            }
            table = new Table(columns, 0, new double[FIRST_ROWS * columns]);
        }

        /** Drops all rows: what was lent is no longer valid. */
        public Builder clear() {
            table.rows = 0;
            return this;
        }

        /** Adds a row of zeros. */
        public Builder add() {
            int from = table.rows * table.columns;
            if (from == table.values.length) {
                table.values = Arrays.copyOf(table.values, 2 * from);
            }
            Arrays.fill(table.values, from, from + table.columns, 0);
            table.rows++;
            return this;
        }

        /**
         * Sets a value of the row added last.
         *
         * @param column 0 for the first
         * @param value any
         * @throws IndexOutOfBoundsException if there is no row or no such column
         */
        public Builder set(int column, double value) {
            if (table.rows == 0 || column < 0 || column >= table.columns) {
                throw new IndexOutOfBoundsException("row " + (table.rows - 1) + ", column " + column);
            }
            table.values[(table.rows - 1) * table.columns + column] = value;
            return this;
        }

        /** The table, lent: valid until the builder is used again. Always the same object. */
        public Table lend() {
            return table;
        }
    }
}
