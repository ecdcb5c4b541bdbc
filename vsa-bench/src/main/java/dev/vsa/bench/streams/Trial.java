package dev.vsa.bench.streams;

import java.util.Locale;

/**
 * How so many live cameras got on, once they were warm.
 *
 * @param cameras how many
 * @param expected frames that should have been analysed
 * @param analysed frames that were
 * @param dropped frames that nobody could take in time
 * @param earlyMillis median time from the moment a frame came to its last result, in the first third
 * @param lateMillis the same in the last third
 * @param tailMillis what one frame in a hundred exceeds
 * @param busy share of the machine's processors that this program used, 0 to 1
 * @param others share that other programs used: what a trial shows beside them is worth little
 */
public record Trial(
        int cameras,
        long expected,
        long analysed,
        long dropped,
        double earlyMillis,
        double lateMillis,
        double tailMillis,
        double busy,
        double others) {

    /** A delay that has grown by a whole analysis period goes on growing. */
    private static final double MOST_GROWTH_MILLIS = 1000 / Streams.ANALYSED;
    /** A frame more or less at the ends of the time that counts. */
    private static final double ENOUGH = 0.95;
    /** So few frames are no disturbance any more. */
    private static final double HOPELESS = 0.8;

    /** Whether that many are carried: no frame was dropped, and no delay grew. */
    public boolean carried() {
        return dropped == 0 && analysed >= ENOUGH * expected && lateMillis - earlyMillis < MOST_GROWTH_MILLIS;
    }

    /** Whether trying again cannot help. */
    boolean hopeless() {
        return analysed < HOPELESS * expected;
    }

    /** In a line, for people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%d cameras: %s, %d of %d frames, %d dropped, delay %.0f to %.0f ms (99 %%: %.0f), %.0f %% busy (others %.0f %%)",
                cameras,
                carried() ? "carried" : "too many",
                analysed,
                expected,
                dropped,
                earlyMillis,
                lateMillis,
                tailMillis,
                100 * busy,
                100 * others);
    }
}
