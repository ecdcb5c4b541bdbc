package dev.vsa.perception.view;

import java.util.Arrays;

/**
 * Tells for how long the picture has been the very same, and for how long it may be. Sensors are never quite still, but strong
 * compression repeats a quiet picture exactly until the next key frame, and a slow camera's pictures are repeated to fill a
 * faster stream. So the limit follows the source: three times the longest repetition that has ended by itself.
 */
final class Stillness {

    private static final double LEAST_LIMIT_S = 5;
    private static final double LONGEST_LIMIT_S = 60;
    /** For a source that has hardly ever changed: it may be a drawing. */
    private static final double UNKNOWN_LIMIT_S = 30;

    private static final int CHANGES_TO_KNOW = 10;

    private int[] last = {};
    private long sinceNanos;
    private boolean started;
    private double longestS;
    private int changes;

    /** Takes in a picture; returns since when it has been the same, media nanoseconds. */
    long update(int[] picture, long now) {
        if (last.length != picture.length) {
            last = new int[picture.length];
            started = false;
        }
        if (!started || Arrays.mismatch(picture, last) >= 0) {
            if (started) {
                longestS = Math.max(longestS, (now - sinceNanos) * 1e-9);
                changes = Math.min(CHANGES_TO_KNOW, changes + 1);
            }
            System.arraycopy(picture, 0, last, 0, picture.length);
            sinceNanos = now;
            started = true;
        }
        return sinceNanos;
    }

    /** For how long a picture of this source may be the same. */
    double limitS() {
        if (changes < CHANGES_TO_KNOW) {
            return UNKNOWN_LIMIT_S;
        }
        return Math.min(LONGEST_LIMIT_S, Math.max(LEAST_LIMIT_S, 3 * longestS));
    }

    /** The flow was broken: what was seen before does not count as a repetition. */
    void interrupt() {
        started = false;
    }
}
