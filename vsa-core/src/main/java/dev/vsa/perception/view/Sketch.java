package dev.vsa.perception.view;

import dev.vsa.perception.luma.Luma;
import java.util.Arrays;

/**
 * A coarse picture of what a camera sees, about 160 samples on the long side, with its edges. So coarse that sensor noise and
 * compression leave it alone, and that a blur which takes edges from it takes everything of a person's size from the picture.
 */
final class Sketch {

    /** Brightness is in 1/256 of a level, as {@link Luma} has it. */
    static final int LEVEL = 256;

    /** Samples on the long side of a picture below which nothing can be said. */
    static final int LEAST_SIDE = 64;

    /** A step in brightness that is no noise: what the eye calls an edge. */
    static final int EDGE = 8 * LEVEL;

    /** A luma of more samples on the long side is halved. */
    private static final int MOST_SAMPLES = Luma.LONG_SIDE * 5 / 8;

    private static final int COLUMNS = 16;
    private static final int LEVELS = 256;
    private static final int SATURATED = 230;
    private static final int FLAT_COLOURS = 8;

    private int lumaWidth;
    private int lumaHeight;
    private int step = 1;
    private final int[] histogram = new int[LEVELS];
    int width;
    int height;
    int cell = 1;
    int columns;
    int rows;
    int[] values = {};
    /** |dx| + |dy| over two samples, 1/256 of a level. */
    int[] gradient = {};
    /** Mean brightness of each cell, levels. */
    float[] cellMeans = {};
    /** The brightness that 5 % of the samples exceed, levels. */
    int highlight;
    /** The share of samples at the upper end of the range, which for most video is 235. */
    double saturated;
    /** The share of samples that have one of the eight commonest levels. */
    double flatColours;
    /** The share of cells with an edge in them. */
    double detail;

    /** Takes over a frame's brightness; tells whether the size is another than before. */
    boolean load(Luma luma) {
        boolean resized = luma.width() != lumaWidth || luma.height() != lumaHeight;
        if (resized) {
            resize(luma);
        }
        if (step == 2) {
            halve(luma.values());
        } else {
            System.arraycopy(luma.values(), 0, values, 0, values.length);
        }
        edges();
        spread();
        cells();
        return resized;
    }

    private void resize(Luma luma) {
        lumaWidth = luma.width();
        lumaHeight = luma.height();
        step = Math.max(lumaWidth, lumaHeight) > MOST_SAMPLES ? 2 : 1;
        width = lumaWidth / step;
        height = lumaHeight / step;
        cell = Math.max(1, (Math.max(width, height) + COLUMNS - 1) / COLUMNS);
        columns = Math.max(1, width / cell);
        rows = Math.max(1, height / cell);
        values = new int[width * height];
        gradient = new int[width * height];
        cellMeans = new float[columns * rows];
    }

    private void halve(int[] from) {
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * lumaWidth;
            int lower = upper + lumaWidth;
            int to = y * width;
            for (int x = 0; x < width; x++) {
                values[to + x] =
                        (from[upper + 2 * x] + from[upper + 2 * x + 1] + from[lower + 2 * x] + from[lower + 2 * x + 1])
                                >> 2;
            }
        }
    }

    /** The outermost samples have none: encoders and overlays draw borders there. */
    private void edges() {
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                gradient[i] = Math.abs(values[i + 1] - values[i - 1]) + Math.abs(values[i + width] - values[i - width]);
            }
        }
    }

    private void spread() {
        Arrays.fill(histogram, 0);
        for (int value : values) {
            histogram[value >> 8]++;
        }
        int above = 0;
        highlight = LEVELS - 1;
        while (highlight > 0 && (above += histogram[highlight]) * 20 < values.length) {
            highlight--;
        }
        int bright = 0;
        for (int level = SATURATED; level < LEVELS; level++) {
            bright += histogram[level];
        }
        saturated = (double) bright / values.length;
        int flat = 0;
        for (int k = 0; k < FLAT_COLOURS; k++) {
            int most = 0;
            for (int level = 1; level < LEVELS; level++) {
                most = histogram[level] > histogram[most] ? level : most;
            }
            flat += histogram[most];
            histogram[most] = 0;
        }
        flatColours = (double) flat / values.length;
    }

    private void cells() {
        int withEdge = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long sum = 0;
                int strongest = 0;
                for (int y = row * cell; y < (row + 1) * cell; y++) {
                    for (int x = column * cell; x < (column + 1) * cell; x++) {
                        sum += values[y * width + x];
                        strongest = Math.max(strongest, gradient[y * width + x]);
                    }
                }
                cellMeans[row * columns + column] = (float) sum / (cell * cell * LEVEL);
                withEdge += strongest >= EDGE ? 1 : 0;
            }
        }
        detail = (double) withEdge / (columns * rows);
    }
}
