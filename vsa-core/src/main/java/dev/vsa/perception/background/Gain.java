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

    private final int[] histogram = new int[BINS];

    /** The factor from background to picture; {@link #ONE} where too little of either is neither dark nor saturated. */
    int estimate(int[] picture, int[] background) {
        Arrays.fill(histogram, 0);
        int step = Math.max(1, picture.length / SAMPLES) | 1;
        int counted = 0;
        for (int i = 0; i < picture.length; i += step) {
            int b = background[i];
            int p = picture[i];
            if (b > DARK && b < BRIGHT && p < BRIGHT) {
                int bin = (int) ((float) p / b * BINS_OF_ONE + 0.5f);
                if (bin < BINS) {
                    histogram[bin]++;
                    counted++;
                }
            }
        }
        if (counted < SAMPLES / 20) {
            return ONE;
        }
        int mode = densest();
        float low = (mode - HALF_WINDOW - 0.5f) / BINS_OF_ONE;
        float high = (mode + HALF_WINDOW + 0.5f) / BINS_OF_ONE;
        return mean(picture, background, step, low, high);
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

    private static int mean(int[] picture, int[] background, int step, float low, float high) {
        long above = 0;
        long below = 0;
        for (int i = 0; i < picture.length; i += step) {
            int b = background[i];
            int p = picture[i];
            if (b > DARK && b < BRIGHT && p < BRIGHT && p >= low * b && p <= high * b) {
                above += p;
                below += b;
            }
        }
        return below == 0 ? ONE : (int) (above * ONE / below);
    }
}
