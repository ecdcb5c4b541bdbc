package dev.vsa.perception.keypoints;

import dev.vsa.scene.Track;

/** What the schedule remembers of a person: how tall he is upright, how he looks now, and when he was looked at. */
final class Person {

    static final long NEVER = Long.MIN_VALUE;

    /** Width over height from which on somebody may be bent, sit or lie; upright people in stride have 0.3 to 0.6. */
    private static final double WIDE = 0.75;
    /** The share of his upright height below which somebody may be getting low. */
    private static final double SHRUNK = 0.8;

    /** How long somebody must have been seen upright: who never was cannot have fallen. */
    private static final double UPRIGHT_SECONDS = 0.3;

    private static final double SHRINK_SECONDS = 4;
    /** How alike boxes must be for the last look to hold. */
    private static final double SAME = 0.7;
    /** How long after he became low, or moved, somebody is looked at often. */
    private static final double FRESH_SECONDS = 3;

    private static final double OFTEN_SECONDS = 0.2;
    private static final double SELDOM_SECONDS = 2;

    double left;
    double top;
    double right;
    double bottom;
    double tall;
    long seenNanos;
    /** Since when he has been low, or has moved lying there. */
    long lowNanos;

    long lookedNanos;
    private double slimSeconds;
    private double lookedLeft;
    private double lookedTop;
    private double lookedRight;
    private double lookedBottom;

    void begin() {
        seenNanos = NEVER;
        tall = 0;
        slimSeconds = 0;
        lowNanos = NEVER;
        lookedNanos = NEVER;
    }

    void see(Track t, double aspect, long now) {
        double seconds = seenNanos == NEVER ? 0 : (now - seenNanos) / 1e9;
        left = t.left();
        top = t.top();
        right = t.right();
        bottom = t.bottom();
        seenNanos = now;
        double height = bottom - top;
        boolean slim = (right - left) * aspect < WIDE * height;
        if (slim && height > tall) {
            tall = height;
        } else if (slim) {
            tall += Math.min(1, seconds / SHRINK_SECONDS) * (height - tall);
        }
        slimSeconds += slim ? Math.min(0.5, seconds) : 0;
        boolean low = !slim || height < SHRUNK * tall;
        if (!low) {
            lowNanos = NEVER;
            lookedNanos = NEVER;
        } else if (lowNanos == NEVER || lookedNanos != NEVER && moved()) {
            lowNanos = now;
        }
    }

    private boolean moved() {
        double w = Math.min(right, lookedRight) - Math.max(left, lookedLeft);
        double h = Math.min(bottom, lookedBottom) - Math.max(top, lookedTop);
        double in = w > 0 && h > 0 ? w * h : 0;
        double all = (right - left) * (bottom - top) + (lookedRight - lookedLeft) * (lookedBottom - lookedTop) - in;
        return in < SAME * all;
    }

    /** Whether he should be looked at now. */
    boolean due(long now) {
        if (lowNanos == NEVER || slimSeconds < UPRIGHT_SECONDS) {
            return false;
        }
        double pause = now - lowNanos <= FRESH_SECONDS * 1e9 ? OFTEN_SECONDS : SELDOM_SECONDS;
        return lookedNanos == NEVER || now - lookedNanos >= pause * 1e9;
    }

    void looked(long now) {
        lookedNanos = now;
        lookedLeft = left;
        lookedTop = top;
        lookedRight = right;
        lookedBottom = bottom;
    }
}
