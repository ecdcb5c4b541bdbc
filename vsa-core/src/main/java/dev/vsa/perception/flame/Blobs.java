package dev.vsa.perception.flame;

import java.util.Arrays;

/** Finds connected cells, gaps of one cell bridged, and their boxes. Not thread-safe. */
final class Blobs {

    private static final int REACH = 2;

    private int[] label = {};
    private int[] queue = {};
    private int count;
    private int[] left = {};
    private int[] top = {};
    private int[] right = {};
    private int[] bottom = {};
    private int[] weight = {};

    int count() {
        return count;
    }

    int left(int k) {
        return left[k];
    }

    int top(int k) {
        return top[k];
    }

    /** The first column behind it. */
    int right(int k) {
        return right[k];
    }

    /** The first row below it. */
    int bottom(int k) {
        return bottom[k];
    }

    /** The weights of its cells together. */
    int weight(int k) {
        return weight[k];
    }

    /** Finds the blobs of cells whose weight is not 0. */
    void find(int[] cells, int columns, int rows) {
        if (label.length != cells.length) {
            label = new int[cells.length];
            queue = new int[cells.length];
            left = new int[cells.length];
            top = new int[cells.length];
            right = new int[cells.length];
            bottom = new int[cells.length];
            weight = new int[cells.length];
        }
        Arrays.fill(label, 0);
        count = 0;
        for (int start = 0; start < cells.length; start++) {
            if (cells[start] != 0 && label[start] == 0) {
                flood(start, cells, columns, rows);
                count++;
            }
        }
    }

    private void flood(int start, int[] cells, int columns, int rows) {
        int k = count;
        left[k] = columns;
        top[k] = rows;
        right[k] = 0;
        bottom[k] = 0;
        weight[k] = 0;
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        label[start] = k + 1;
        while (head < tail) {
            int cell = queue[head++];
            int x = cell % columns;
            int y = cell / columns;
            left[k] = Math.min(left[k], x);
            top[k] = Math.min(top[k], y);
            right[k] = Math.max(right[k], x + 1);
            bottom[k] = Math.max(bottom[k], y + 1);
            weight[k] += cells[cell];
            for (int ny = Math.max(0, y - REACH); ny <= Math.min(rows - 1, y + REACH); ny++) {
                for (int nx = Math.max(0, x - REACH); nx <= Math.min(columns - 1, x + REACH); nx++) {
                    int next = ny * columns + nx;
                    if (cells[next] != 0 && label[next] == 0) {
                        label[next] = k + 1;
                        queue[tail++] = next;
                    }
                }
            }
        }
    }
}
