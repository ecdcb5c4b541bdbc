package dev.vsa.perception.background;

import java.util.Arrays;

/**
 * By what factor a camera's exposure changed the whole picture, in 1/4,096: the most frequent ratio of a sample of the picture
 * to the same of the background. The mode is not moved by objects, however bright, as long as some background shows.
 */
final class Gain {

    static final int ONE = 4096;

    private static final int SAMPLES = 2000;
    private static final int BINS_OF_ONE = 64;
    private static final int BINS = 4 * BINS_OF_ONE;
    private static final int DARK = 16 << 8;
    private static final int BRIGHT = 245 << 8;
    private static final int HALF_WINDOW = 2;
    private static final int TURNS = 4;

    private final int[] histogram = new int[BINS];
    /** Counts taken in turns: nearly all samples fall into one bin, and each addition to it would wait for the one before. */
    private final int[] turns = new int[TURNS * BINS];

    /** The samples that are neither dark nor saturated, side by side. */
    private int[] pictureSamples = new int[2 * SAMPLES];

    private int[] backgroundSamples = new int[2 * SAMPLES];
    /** The same as floating-point numbers, for their division to become vector instructions; then the bins they fall into. */
    private float[] bins = new float[2 * SAMPLES];

    private float[] divisors = new float[2 * SAMPLES];

    /** The factor from background to picture; {@link #ONE} where too little of either is neither dark nor saturated. */
    int estimate(int[] picture, int[] background) {
        int step = Math.max(1, picture.length / SAMPLES) | 1;
        int taken = take(picture, background, step);
        int counted = count(taken);
        if (counted < SAMPLES / 20) {
            return ONE;
        }
        int mode = densest();
        return mean(taken, 2 * (mode - HALF_WINDOW) - 1, 2 * (mode + HALF_WINDOW) + 1);
    }

    private int take(int[] picture, int[] background, int step) {
        int most = picture.length / step + 1;
        if (pictureSamples.length < most) {
            pictureSamples = new int[most];
            backgroundSamples = new int[most];
            bins = new float[most];
            divisors = new float[most];
        }
        int taken = 0;
        for (int i = 0; i < picture.length; i += step) {
            int b = background[i];
            int p = picture[i];
            pictureSamples[taken] = p;
            backgroundSamples[taken] = b;
            bins[taken] = p;
            divisors[taken] = b;
            taken += b > DARK && b < BRIGHT && p < BRIGHT ? 1 : 0;
        }
        return taken;
    }

    /** Fills the histogram; returns how many samples are in it. */
    private int count(int taken) {
        Arrays.fill(turns, 0);
        divide(bins, divisors, taken);
        for (int i = 0; i < taken; i++) {
            int bin = (int) bins[i];
            if (bin < BINS) {
                turns[i % TURNS * BINS + bin]++;
            }
        }
        int counted = 0;
        for (int bin = 0; bin < BINS; bin++) {
            histogram[bin] = turns[bin] + turns[BINS + bin] + turns[2 * BINS + bin] + turns[3 * BINS + bin];
            counted += histogram[bin];
        }
        return counted;
    }

    private int densest() {
        int best = 0;
        int most = -1;
        for (int bin = HALF_WINDOW; bin < BINS - HALF_WINDOW; bin++) {
            int sum = 0;
            for (int k = -HALF_WINDOW; k <= HALF_WINDOW; k++) {
                sum += histogram[bin + k];
            }
            if (sum > most) {
                most = sum;
                best = bin;
            }
        }
        return best;
    }

    private static void divide(float[] bins, float[] divisors, int taken) {
        for (int i = 0; i < taken; i++) {
            bins[i] = bins[i] / divisors[i] * BINS_OF_ONE + 0.5f;
        }
    }

    /** The mean ratio of those between two ratios, in halves of a bin, both included. */
    private int mean(int taken, int low, int high) {
        // At most 4,000 samples of 16 bits: sums fit.
        int above = 0;
        int below = 0;
        for (int i = 0; i < taken; i++) {
            int p = pictureSamples[i];
            int b = backgroundSamples[i];
            int halves = 2 * BINS_OF_ONE * p;
            int outside = (halves - low * b | high * b - halves) >> 31;
            above += p & ~outside;
            below += b & ~outside;
        }
        return below == 0 ? ONE : (int) ((long) above * ONE / below);
    }
}
