package dev.vsa.perception.view;

import java.util.Arrays;

/**
 * The view as it is known: the edges that stand still, and the brightness of each part. Edges of what passes by do not count: one
 * that stands still has about the same strength all the time, so its strength is the mean less twice the mean deviation.
 */
final class Reference {

    /** How long the view is remembered: long against a lorry's stop, short against the sun's way. */
    private static final double MEMORY_S = 600;

    /** Static edges that give a cell something to lose. */
    private static final int EDGES_IN_CELL = 3;

    /** Of a cell's static edges, the share whose absence means that the cell's view is lost. */
    private static final double LOST = 0.35;

    /** Edges fade with the light, but not below this share without being lost. */
    private static final double LEAST_LIGHT = 0.15;
    /** What is left of an edge that nobody sees any more, as a share of {@link Sketch#EDGE}: the noise. */
    private static final double UNSEEN = 0.4;
    /** Black, levels: most video's is 16. */
    private static final double BLACK = 12;

    private float[] mean = {};
    private float[] deviation = {};
    private float[] cellMeans = {};
    private double ageS;
    /** Cells with static edges. */
    int structured;
    /** The share of them that have lost these. */
    double lost;
    /** How much of the static edges' strength is there, 0 to 1. */
    double present = 1;
    /** How strong the edges are, all together, against those of the known view. */
    double contrast = 1;
    /** Correlation of the cells' brightness with what it was, −1 to 1: the same scene, however blurred, is near 1. */
    double agreement;

    void resize(Sketch sketch) {
        mean = new float[sketch.width * sketch.height];
        deviation = new float[sketch.width * sketch.height];
        cellMeans = new float[sketch.columns * sketch.rows];
        forget();
    }

    void forget() {
        ageS = 0;
        structured = 0;
        lost = 0;
        present = 1;
        agreement = 0;
    }

    /** For how long the view has been learnt, media seconds. */
    double ageS() {
        return ageS;
    }

    /** The strength of the static edge at a sample, 1/256 of a level; 0 or less where there is none. */
    float strength(int i) {
        return mean[i] - 2 * deviation[i];
    }

    /**
     * Lets a picture in: all pictures so far weigh the same, until the memory is full.
     *
     * @param seconds media time since the last one
     * @param slowly as if the memory were full: the view is doubted
     */
    void learn(Sketch sketch, double seconds, boolean slowly) {
        float share = (float) (ageS == 0 ? 1 : Math.min(1, seconds / (slowly ? MEMORY_S : ageS + seconds)));
        int[] gradient = sketch.gradient;
        float[] m = mean;
        float[] d = deviation;
        if (ageS == 0) {
            Arrays.fill(d, 0);
        }
        for (int i = 0; i < m.length; i++) {
            float difference = gradient[i] - m[i];
            m[i] += share * difference;
            d[i] += share * (Math.abs(difference) - d[i]);
        }
        for (int c = 0; c < cellMeans.length; c++) {
            cellMeans[c] += share * (sketch.cellMeans[c] - cellMeans[c]);
        }
        ageS = Math.min(MEMORY_S, ageS + Math.max(seconds, 1e-3));
    }

    private double contrastOf(Sketch sketch) {
        double now = 0;
        double before = 0;
        for (int i = 0; i < mean.length; i++) {
            now += sketch.gradient[i];
            before += mean[i];
        }
        return before < 1 ? 1 : now / before;
    }

    /** Compares a picture with the known view. */
    void compare(Sketch sketch) {
        int with = 0;
        int without = 0;
        double expected = 0;
        double found = 0;
        for (int row = 0; row < sketch.rows; row++) {
            for (int column = 0; column < sketch.columns; column++) {
                int edges = 0;
                float cellExpected = 0;
                float cellFound = 0;
                for (int y = row * sketch.cell; y < (row + 1) * sketch.cell; y++) {
                    int past = y * sketch.width + (column + 1) * sketch.cell;
                    for (int i = past - sketch.cell; i < past; i++) {
                        float strength = mean[i] - 2 * deviation[i];
                        if (strength >= Sketch.EDGE) {
                            edges++;
                            cellExpected += strength;
                            cellFound += Math.min(strength, sketch.gradient[i]);
                        }
                    }
                }
                if (edges >= EDGES_IN_CELL) {
                    with++;
                    double limit = LOST * light(sketch, row * sketch.columns + column) * cellExpected;
                    without += cellFound < Math.max(limit, UNSEEN * Sketch.EDGE * edges) ? 1 : 0;
                    expected += cellExpected;
                    found += cellFound;
                }
            }
        }
        structured = with;
        lost = with == 0 ? 0 : (double) without / with;
        present = expected == 0 ? 1 : found / expected;
        contrast = contrastOf(sketch);
        agreement = correlation(sketch.cellMeans, cellMeans);
    }

    /** The share of its former light that a cell has, up to 1: an edge is a share of the light that falls on it. */
    private double light(Sketch sketch, int index) {
        double before = Math.max(1, cellMeans[index] - BLACK);
        return Math.max(LEAST_LIGHT, Math.min(1, (sketch.cellMeans[index] - BLACK) / before));
    }

    private static double correlation(float[] a, float[] b) {
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
        }
        double meanA = sumA / a.length;
        double meanB = sumB / b.length;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        double scale = Math.sqrt(aa * bb);
        return scale < 1e-6 ? 0 : ab / scale;
    }
}
