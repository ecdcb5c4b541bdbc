package dev.vsa.detectors.following;

import dev.vsa.scene.Role;

/**
 * Whether one followed object is another one that was lost a moment ago: the same kind of thing, of about the same size, where
 * the other was or should be by now. By place and size alone: nothing about a person's looks is known or asked.
 */
public final class Continuity {

    /** How near it must be, in object sizes: at once, more by the second, and at most. */
    private static final double NEAR = 0.75;

    private static final double NEAR_PER_SECOND = 1.5;
    private static final double NEAR_AT_MOST = 2.5;
    private static final double SIMILAR_SIZE = 2.5;

    private Continuity() {}

    /**
     * Whether two objects could be one.
     *
     * @param a one
     * @param b the other
     */
    public static boolean alike(Followed a, Followed b) {
        double ratio = a.size() / b.size();
        return (a.kind() == b.kind() || a.kind() == Role.MOVING || b.kind() == Role.MOVING)
                && ratio <= SIMILAR_SIZE
                && SIMILAR_SIZE * ratio >= 1;
    }

    /**
     * Whether a distance is near enough.
     *
     * @param sizes the distance in object sizes
     * @param nanos the time since the other was lost
     */
    public static boolean near(double sizes, long nanos) {
        return sizes <= Math.min(NEAR_AT_MOST, NEAR + NEAR_PER_SECOND * nanos / 1e9);
    }
}
