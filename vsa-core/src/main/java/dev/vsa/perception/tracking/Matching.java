package dev.vsa.perception.tracking;

import java.util.Arrays;

/**
 * The cheapest matching of rows to columns over a sparse list of possible pairs, where a row may also stay alone for a fixed
 * price. Exact: shortest augmenting paths with dual prices (Jonker, Volgenant: A shortest augmenting path algorithm for dense
 * and sparse linear assignment problems, Computing 38, 1987). A path never leaves the connected component it starts in, and
 * there is no matrix: memory grows with the number of pairs.
 */
final class Matching {

    private int rows;
    private int pairs;
    private int[] pairRow = new int[64];
    private int[] pairColumn = new int[64];
    private float[] pairCost = new float[64];

    private int[] start = new int[65];
    private int[] column = new int[64];
    private float[] cost = new float[64];

    private int[] matchOfRow = new int[64];
    private double[] rowPrice = new double[64];
    private int[] matchOfColumn = new int[64];
    private double[] columnPrice = new double[64];
    private double[] distance = new double[64];
    private int[] cameFrom = new int[64];
    private int[] reached = new int[64];
    private int reachedCount;
    private int scannedCount;

    /** Starts anew. */
    void begin(int rowCount, int columnCount) {
        rows = rowCount;
        pairs = 0;
        if (matchOfRow.length < rowCount) {
            int capacity = Math.max(rowCount, 2 * matchOfRow.length);
            matchOfRow = new int[capacity];
            rowPrice = new double[capacity];
            start = new int[capacity + 1];
        }
        if (matchOfColumn.length < columnCount) {
            int capacity = Math.max(columnCount, 2 * matchOfColumn.length);
            matchOfColumn = new int[capacity];
            columnPrice = new double[capacity];
            distance = new double[capacity];
            cameFrom = new int[capacity];
            reached = new int[capacity];
        }
        Arrays.fill(matchOfRow, 0, rowCount, -1);
        Arrays.fill(matchOfColumn, 0, columnCount, -1);
        Arrays.fill(columnPrice, 0, columnCount, 0);
        Arrays.fill(distance, 0, columnCount, Double.POSITIVE_INFINITY);
    }

    /** Adds a possible pair. */
    void pair(int row, int col, float pairPrice) {
        if (pairs == pairRow.length) {
            pairRow = Arrays.copyOf(pairRow, 2 * pairs);
            pairColumn = Arrays.copyOf(pairColumn, 2 * pairs);
            pairCost = Arrays.copyOf(pairCost, 2 * pairs);
        }
        pairRow[pairs] = row;
        pairColumn[pairs] = col;
        pairCost[pairs] = pairPrice;
        pairs++;
    }

    /** Finds the cheapest matching; pairs that cost {@code alone} or more are never made. */
    void solve(double alone) {
        groupByRow();
        for (int row = 0; row < rows; row++) {
            takeCheapest(row, alone);
        }
        for (int row = 0; row < rows; row++) {
            if (matchOfRow[row] < 0 && start[row] < start[row + 1] && rowPrice[row] < alone) {
                augment(row, alone);
            }
        }
    }

    /** The column matched to a row, or -1. */
    int columnOf(int row) {
        return matchOfRow[row];
    }

    private void groupByRow() {
        if (column.length < pairs) {
            column = new int[pairRow.length];
            cost = new float[pairRow.length];
        }
        Arrays.fill(start, 0, rows + 1, 0);
        for (int p = 0; p < pairs; p++) {
            start[pairRow[p] + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            start[row + 1] += start[row];
        }
        for (int p = pairs - 1; p >= 0; p--) {
            int at = --start[pairRow[p] + 1];
            column[at] = pairColumn[p];
            cost[at] = pairCost[p];
        }
        // The loop above has moved the start of each row into the cell after it.
        System.arraycopy(start, 1, start, 0, rows);
        start[rows] = pairs;
    }

    /** Row minima are feasible prices; rows whose cheapest column is still free are done, which is nearly all of them. */
    private void takeCheapest(int row, double alone) {
        double best = alone;
        int bestColumn = -1;
        for (int e = start[row]; e < start[row + 1]; e++) {
            if (cost[e] < best) {
                best = cost[e];
                bestColumn = column[e];
            }
        }
        rowPrice[row] = best;
        if (bestColumn >= 0 && matchOfColumn[bestColumn] < 0) {
            matchOfRow[row] = bestColumn;
            matchOfColumn[bestColumn] = row;
        }
    }

    /** Dijkstra over reduced costs from a free row to the nearest free column, or to the nearest row that would rather be alone. */
    private void augment(int from, double alone) {
        reachedCount = 0;
        scannedCount = 0;
        int row = from;
        double travelled = 0;
        double shortest = Double.POSITIVE_INFINITY;
        int endRow = -1;
        int endColumn = -1;
        while (true) {
            double toAlone = travelled + alone - rowPrice[row];
            if (toAlone < shortest) {
                shortest = toAlone;
                endRow = row;
            }
            relax(row, travelled);
            int next = nearest();
            if (next < 0 || distance[next] >= shortest) {
                break;
            }
            if (matchOfColumn[next] < 0) {
                shortest = distance[next];
                endColumn = next;
                break;
            }
            travelled = distance[next];
            row = matchOfColumn[next];
        }
        updatePrices(from, shortest);
        if (endColumn >= 0) {
            flip(from, endColumn);
        } else if (endRow != from) {
            int freed = matchOfRow[endRow];
            matchOfRow[endRow] = -1;
            flip(from, freed);
        }
        for (int i = 0; i < reachedCount; i++) {
            distance[reached[i]] = Double.POSITIVE_INFINITY;
        }
    }

    private void relax(int row, double travelled) {
        for (int e = start[row]; e < start[row + 1]; e++) {
            int col = column[e];
            double reduced = travelled + cost[e] - rowPrice[row] - columnPrice[col];
            // The margin keeps rounding from redirecting a column that is already scanned.
            if (reduced < distance[col] - 1e-9) {
                if (distance[col] == Double.POSITIVE_INFINITY) {
                    reached[reachedCount++] = col;
                }
                distance[col] = reduced;
                cameFrom[col] = row;
            }
        }
    }

    /** Moves the nearest column not yet scanned to the scanned part of {@code reached}. */
    private int nearest() {
        int best = -1;
        for (int i = scannedCount; i < reachedCount; i++) {
            if (best < 0 || distance[reached[i]] < distance[reached[best]]) {
                best = i;
            }
        }
        if (best < 0) {
            return -1;
        }
        int col = reached[best];
        reached[best] = reached[scannedCount];
        reached[scannedCount] = col;
        scannedCount++;
        return col;
    }

    private void updatePrices(int from, double shortest) {
        rowPrice[from] += shortest;
        for (int i = 0; i < scannedCount; i++) {
            int col = reached[i];
            double saved = shortest - distance[col];
            if (saved > 0) {
                columnPrice[col] -= saved;
                rowPrice[matchOfColumn[col]] += saved;
            }
        }
    }

    private void flip(int from, int endColumn) {
        int col = endColumn;
        while (true) {
            int row = cameFrom[col];
            int before = matchOfRow[row];
            matchOfRow[row] = col;
            matchOfColumn[col] = row;
            if (row == from) {
                return;
            }
            col = before;
        }
    }
}
