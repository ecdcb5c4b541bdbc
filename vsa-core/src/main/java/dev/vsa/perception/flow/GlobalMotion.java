package dev.vsa.perception.flow;

import java.util.Arrays;

/** What the whole picture does from one moment to the next: how much brighter it gets, and where the camera's movement carries it. */
final class GlobalMotion {

    /** Differences are counted in steps of this, 1/256 of a level. */
    private static final int LIGHT_SHIFT = 6;

    private static final int LIGHT_BINS = 2048;

    /** Displacements are counted in quarters of a sample, up to this many samples either way. */
    private static final int STEPS = 4;

    private static final int FARTHEST = 64;

    /** Least displacement of the background, in samples: less is the noise of matching. */
    private static final float LEAST = 0.75f;

    /** A crowd that fills the picture is not the picture: so many of those with a say must agree, and so many have one. */
    private static final double SHARED = 0.5;

    private static final double LEAST_SAY = 0.25;

    private final int[] light = new int[LIGHT_BINS];
    private final int[] alongX = new int[2 * FARTHEST * STEPS + 1];
    private final int[] alongY = new int[2 * FARTHEST * STEPS + 1];
    private float x;
    private float y;
    private double agreement;

    /** The median difference of samples, in 1/256 of a level. */
    int brightening(int[] now, int[] before) {
        Arrays.fill(light, 0);
        for (int i = 0; i < now.length; i++) {
            int bin = (now[i] - before[i] + (1 << (LIGHT_SHIFT - 1)) >> LIGHT_SHIFT) + LIGHT_BINS / 2;
            light[Math.max(0, Math.min(LIGHT_BINS - 1, bin))]++;
        }
        return (median(light, now.length) - LIGHT_BINS / 2) << LIGHT_SHIFT;
    }

    /**
     * Finds the movement that most of the picture shares: the median over the cells that have a say.
     *
     * @param says whether a cell's movement is known; one that would change if the picture moved, and does not, stands still
     */
    void measure(float[] flowX, float[] flowY, boolean[] says) {
        Arrays.fill(alongX, 0);
        Arrays.fill(alongY, 0);
        int counted = 0;
        for (int i = 0; i < flowX.length; i++) {
            if (says[i]) {
                alongX[bin(flowX[i])]++;
                alongY[bin(flowY[i])]++;
                counted++;
            }
        }
        x = (float) (median(alongX, counted) - FARTHEST * STEPS) / STEPS;
        y = (float) (median(alongY, counted) - FARTHEST * STEPS) / STEPS;
        agreement = agreement(flowX, flowY, says, counted);
        boolean shared = agreement >= SHARED && counted >= LEAST_SAY * says.length;
        if (!shared || Math.max(Math.abs(x), Math.abs(y)) < LEAST) {
            x = 0;
            y = 0;
        }
    }

    private double agreement(float[] flowX, float[] flowY, boolean[] says, int counted) {
        int agree = 0;
        for (int i = 0; i < flowX.length; i++) {
            agree += says[i] && Math.abs(flowX[i] - x) < 1 && Math.abs(flowY[i] - y) < 1 ? 1 : 0;
        }
        return counted == 0 ? 0 : (double) agree / counted;
    }

    private static int bin(float displacement) {
        return Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, displacement)) * STEPS) + FARTHEST * STEPS;
    }

    private static int median(int[] histogram, int count) {
        int below = 0;
        for (int i = 0; i < histogram.length; i++) {
            below += histogram[i];
            if (2 * below >= count) {
                return i;
            }
        }
        return histogram.length / 2;
    }

    float x() {
        return x;
    }

    float y() {
        return y;
    }

    /** Whether the camera moves. */
    boolean moves() {
        return x != 0 || y != 0;
    }

    /** The share of the cells with known movement that move along with it. */
    double agreement() {
        return agreement;
    }
}
