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

    /** The factor from background to picture; {@link #ONE} where too little of either is neither dark nor saturated. */
    int estimate(int[] picture, int[] background) {
        int step = Math.max(1, picture.length / SAMPLES) | 1;
        int taken = take(picture, background, step);
        int counted = count(taken);
        if (counted < SAMPLES / 20) {
            return ONE;
        }
        int mode = densest();
        float low = (mode - HALF_WINDOW - 0.5f) / BINS_OF_ONE;
        float high = (mode + HALF_WINDOW + 0.5f) / BINS_OF_ONE;
        return mean(taken, low, high);
    }

    private int take(int[] picture, int[] background, int step) {
        int most = picture.length / step + 1;
        if (pictureSamples.length < most) {
            pictureSamples = new int[most];
            backgroundSamples = new int[most];
        }
        int taken = 0;
        for (int i = 0; i < picture.length; i += step) {
            int b = background[i];
            int p = picture[i];
            pictureSamples[taken] = p;
            backgroundSamples[taken] = b;
            taken += b > DARK && b < BRIGHT && p < BRIGHT ? 1 : 0;
        }
        return taken;
    }

    /** Fills the histogram; returns how many samples are in it. */
    private int count(int taken) {
        Arrays.fill(turns, 0);
        for (int i = 0; i < taken; i++) {
            int bin = (int) ((float) pictureSamples[i] / backgroundSamples[i] * BINS_OF_ONE + 0.5f);
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

    private int mean(int taken, float low, float high) {
        long above = 0;
        long below = 0;
        for (int i = 0; i < taken; i++) {
            int p = pictureSamples[i];
            int b = backgroundSamples[i];
            if (p >= low * b && p <= high * b) {
                above += p;
                below += b;
            }
        }
        return below == 0 ? ONE : (int) (above * ONE / below);
    }
}
