package dev.vsa.bench.mot;

import java.util.Arrays;

/**
 * The assignment of rows to columns of least total cost, each column at most once, as many as the shorter side allows
 * (Kuhn, Munkres; shortest augmenting paths, O(n³)). Plain on purpose: it judges, so it must be obviously right.
 */
public final class Hungarian {

    private Hungarian() {}

    /**
     * Solves a matrix with any number of rows and columns.
     *
     * @param cost finite costs
     * @return for each row its column, or -1
     */
    public static int[] solve(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        if (rows <= columns) {
            return wide(cost, rows, columns);
        }
        double[][] transposed = new double[columns][rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                transposed[c][r] = cost[r][c];
            }
        }
        int[] rowOf = wide(transposed, columns, rows);
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int c = 0; c < columns; c++) {
            columnOf[rowOf[c]] = c;
        }
        return columnOf;
    }

    /** At least as many columns as rows; indices from 1, 0 is the row that is being placed. */
    private static int[] wide(double[][] cost, int rows, int columns) {
        double[] rowPrice = new double[rows + 1];
        double[] columnPrice = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] cameFrom = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            double[] slack = new double[columns + 1];
            Arrays.fill(slack, Double.POSITIVE_INFINITY);
            boolean[] done = new boolean[columns + 1];
            int at = 0;
            do {
                done[at] = true;
                int from = rowOf[at];
                int next = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int c = 1; c <= columns; c++) {
                    if (!done[c]) {
                        double reduced = cost[from - 1][c - 1] - rowPrice[from] - columnPrice[c];
                        if (reduced < slack[c]) {
                            slack[c] = reduced;
                            cameFrom[c] = at;
                        }
                        if (slack[c] < step) {
                            step = slack[c];
                            next = c;
                        }
                    }
                }
                for (int c = 0; c <= columns; c++) {
                    if (done[c]) {
                        rowPrice[rowOf[c]] += step;
                        columnPrice[c] -= step;
                    } else {
                        slack[c] -= step;
                    }
                }
                at = next;
            } while (rowOf[at] != 0);
            while (at != 0) {
                rowOf[at] = rowOf[cameFrom[at]];
                at = cameFrom[at];
            }
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int c = 1; c <= columns; c++) {
            if (rowOf[c] != 0) {
                columnOf[rowOf[c] - 1] = c - 1;
            }
        }
        return columnOf;
    }
}
