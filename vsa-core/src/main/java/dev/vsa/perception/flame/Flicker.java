package dev.vsa.perception.flame;

import java.util.Arrays;

/**
 * How often the brightness of each sample swings up and down. A swing is counted at its turning points, and a turning point only
 * once the brightness has come back from it by more than noise does (the hysteresis of a zigzag, as in rainflow counting); so
 * the count depends neither on the frame rate, as long as the swings are slower than half of it, nor on slow changes. What passes
 * by turns a sample twice; a flame turns it several times a second. Not thread-safe.
 */
final class Flicker {

    private final double memorySeconds;
    private int[] extreme = {};
    private boolean[] rising = {};
    private float[] turns = {};
    private boolean started;

    /** Counts over a fading memory of some seconds. */
    Flicker(double memorySeconds) {
        this.memorySeconds = memorySeconds;
    }

    /** Turning points of each sample in the fading memory; lent. */
    float[] turns() {
        return turns;
    }

    void reset() {
        started = false;
    }

    /**
     * Takes over a picture.
     *
     * @param luma its samples, in 1/256 of a level
     * @param count how many
     * @param seconds since the picture before
     * @param leastSwing what a swing must span, in 1/256 of a level
     */
    void update(int[] luma, int count, double seconds, int leastSwing) {
        if (turns.length != count) {
            extreme = new int[count];
            rising = new boolean[count];
            turns = new float[count];
            started = false;
        }
        if (!started) {
            started = true;
            System.arraycopy(luma, 0, extreme, 0, count);
            Arrays.fill(turns, 0);
            Arrays.fill(rising, true);
            return;
        }
        float keep = (float) Math.exp(-seconds / memorySeconds);
        for (int i = 0; i < count; i++) {
            float past = turns[i] * keep;
            int back = rising[i] ? extreme[i] - luma[i] : luma[i] - extreme[i];
            if (back <= 0) {
                extreme[i] = luma[i];
            } else if (back > leastSwing) {
                extreme[i] = luma[i];
                rising[i] = !rising[i];
                past++;
            }
            turns[i] = past;
        }
    }
}
