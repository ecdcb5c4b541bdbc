package dev.vsa.perception.motion;

import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.util.Arrays;

/**
 * Joins the cells of the picture that show something moving to regions: connected components of cells of 4 by 4 samples,
 * diagonal neighbours included.
 */
final class Regions {

    static final int CELL = 4;

    private static final int LEAST_SAMPLES = 6;

    /** Least share of its box that a region fills, and the share from which on it is no less sure for it. */
    private static final double LEAST_FILL = 0.25;

    private static final double SOLID = 0.6;

    /** Least share of a region that changes now, and the share from which on it is no less sure for it. */
    private static final double LEAST_ALIVE = 0.2;

    private static final double LIVELY = 0.4;

    /** Mean contrast to the background, in levels, from which on a region is no less sure for it. */
    private static final double CLEAR = 40;

    private static final String LABEL = "moving";

    /** A shadow darkens to between these shares, in 1/64, and by the same share all over a cell. */
    private static final int SHADOW_DARKEST = 36;

    private static final int SHADOW_LIGHTEST = 62;
    private static final int SHADOW_EVENNESS = 4;

    private int width;
    private int height;
    private int columns;
    private int rows;
    private int[] columnSums = {};
    private int[] zeros = {};
    private int[] label = {};
    private int[] parent = {};
    private int[] left = {};
    private int[] top = {};
    private int[] right = {};
    private int[] bottom = {};
    private int[] covered = {};
    private int[] moving = {};
    private long[] contrast = {};

    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        columns = (width + CELL - 1) / CELL;
        rows = (height + CELL - 1) / CELL;
        int cells = columns * rows;
        columnSums = new int[columns * CELL];
        zeros = new int[width * CELL];
        label = new int[cells];
        parent = new int[cells + 1];
        left = new int[cells + 1];
        top = new int[cells + 1];
        right = new int[cells + 1];
        bottom = new int[cells + 1];
        covered = new int[cells + 1];
        moving = new int[cells + 1];
        contrast = new long[cells + 1];
    }

    /**
     * Finds the regions.
     *
     * @param foreground 1 where a sample differs from the background as it was
     * @param changing 1 where it differs from what was there a moment ago
     * @param picture the samples, 1/256 of a level
     * @param background the same of the background
     * @param leastHeight the least height of a region, as a share of the picture's
     * @param out where they are added
     * @return the share of the picture that differs from the background and belongs to no region with a shape of its own
     */
    double find(int[] foreground, int[] changing, int[] picture, int[] background, double leastHeight, Detections out) {
        int labels = labelCells(foreground, picture, background);
        Arrays.fill(left, 0, labels, Integer.MAX_VALUE);
        Arrays.fill(top, 0, labels, Integer.MAX_VALUE);
        Arrays.fill(right, 0, labels, -1);
        Arrays.fill(bottom, 0, labels, -1);
        Arrays.fill(covered, 0, labels, 0);
        Arrays.fill(moving, 0, labels, 0);
        Arrays.fill(contrast, 0, labels, 0);
        for (int cell = 0; cell < columns * rows; cell++) {
            if (label[cell] > 0) {
                measure(cell, root(label[cell]), foreground, changing, picture, background);
            }
        }
        long loose = 0;
        for (int k = 1; k < labels; k++) {
            if (right[k] >= 0 && !report(k, leastHeight, out)) {
                loose += covered[k];
            }
        }
        return (double) loose / (width * height);
    }

    /** Two-pass labelling; returns one more than the highest label. */
    private int labelCells(int[] foreground, int[] picture, int[] background) {
        int next = 1;
        for (int row = 0; row < rows; row++) {
            int pastY = Math.min(height, (row + 1) * CELL);
            if (Sums.isBlank(foreground, width, row * CELL, pastY, zeros)) {
                Arrays.fill(label, row * columns, (row + 1) * columns, 0);
                continue;
            }
            Sums.ofColumns(foreground, width, row * CELL, pastY, columnSums);
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                label[cell] = 0;
                if (count(column) < LEAST_SAMPLES || shadow(row, column, picture, background)) {
                    continue;
                }
                int mine = 0;
                mine = join(mine, column > 0 ? label[cell - 1] : 0);
                if (row > 0) {
                    int above = cell - columns;
                    mine = join(mine, label[above]);
                    mine = join(mine, column > 0 ? label[above - 1] : 0);
                    mine = join(mine, column + 1 < columns ? label[above + 1] : 0);
                }
                if (mine == 0) {
                    mine = next++;
                    parent[mine] = mine;
                }
                label[cell] = mine;
            }
        }
        return next;
    }

    /** The samples that a cell covers; those past the picture's edge are 0. */
    private int count(int column) {
        int at = column * CELL;
        return columnSums[at] + columnSums[at + 1] + columnSums[at + 2] + columnSums[at + 3];
    }

    /** Whether a cell is the background in soft shade: darker by one factor throughout, nothing of its own to see. */
    private boolean shadow(int row, int column, int[] picture, int[] background) {
        int pastY = Math.min(height, (row + 1) * CELL);
        int pastX = Math.min(width, (column + 1) * CELL);
        long light = 0;
        long before = 0;
        for (int y = row * CELL; y < pastY; y++) {
            for (int x = column * CELL; x < pastX; x++) {
                light += picture[y * width + x];
                before += background[y * width + x];
            }
        }
        if (64 * light < SHADOW_DARKEST * before || 64 * light > SHADOW_LIGHTEST * before) {
            return false;
        }
        for (int y = row * CELL; y < pastY; y++) {
            for (int x = column * CELL; x < pastX; x++) {
                long own = picture[y * width + x] * before;
                long expected = background[y * width + x] * light;
                if (64 * Math.abs(own - expected) > SHADOW_EVENNESS * expected) {
                    return false;
                }
            }
        }
        return true;
    }

    private int join(int mine, int other) {
        if (other == 0) {
            return mine;
        }
        int b = root(other);
        if (mine == 0) {
            return b;
        }
        int a = root(mine);
        parent[Math.max(a, b)] = Math.min(a, b);
        return Math.min(a, b);
    }

    private int root(int k) {
        int at = k;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void measure(int cell, int k, int[] foreground, int[] changing, int[] picture, int[] background) {
        int row = cell / columns;
        int column = cell % columns;
        int pastY = Math.min(height, (row + 1) * CELL);
        int pastX = Math.min(width, (column + 1) * CELL);
        int firstX = column * CELL;
        int inside = 0;
        int alive = 0;
        int difference = 0;
        int inColumns = 0;
        int inRows = 0;
        for (int y = row * CELL; y < pastY; y++) {
            int bits = 0;
            for (int x = firstX; x < pastX; x++) {
                int i = y * width + x;
                int in = foreground[i];
                bits |= in << x - firstX;
                alive += changing[i] & in;
                difference += Math.abs(picture[i] - background[i]) * in;
            }
            inside += Integer.bitCount(bits);
            inColumns |= bits;
            inRows |= (-bits >>> 31) << y - row * CELL;
        }
        // A cell with a label has samples inside.
        left[k] = Math.min(left[k], firstX + Integer.numberOfTrailingZeros(inColumns));
        right[k] = Math.max(right[k], firstX + 31 - Integer.numberOfLeadingZeros(inColumns));
        top[k] = Math.min(top[k], row * CELL + Integer.numberOfTrailingZeros(inRows));
        bottom[k] = Math.max(bottom[k], row * CELL + 31 - Integer.numberOfLeadingZeros(inRows));
        covered[k] += inside;
        moving[k] += alive;
        contrast[k] += difference;
    }

    /** Adds a region, if it is one: high enough, moving, and more than lines and scraps. */
    private boolean report(int k, double leastHeight, Detections out) {
        int w = right[k] + 1 - left[k];
        int h = bottom[k] + 1 - top[k];
        double fill = (double) covered[k] / (w * h);
        double alive = (double) moving[k] / covered[k];
        double levels = contrast[k] / 256.0 / covered[k];
        if (fill < LEAST_FILL) {
            return false;
        }
        if (h >= leastHeight * height && w >= CELL && alive >= LEAST_ALIVE) {
            double confidence = Math.min(1, fill / SOLID) * Math.min(1, levels / CLEAR) * Math.min(1, alive / LIVELY);
            out.add(
                    (float) left[k] / width,
                    (float) top[k] / height,
                    (float) (right[k] + 1) / width,
                    (float) (bottom[k] + 1) / height,
                    (float) confidence,
                    Role.MOVING,
                    LABEL);
        }
        return true;
    }
}
