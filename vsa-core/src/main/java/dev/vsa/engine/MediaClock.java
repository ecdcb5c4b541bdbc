package dev.vsa.engine;

/**
 * Makes one increasing media time of a camera out of those of its source, which begins anew with each opening. Over a break the
 * media time goes on by as much as passed on the wall.
 */
final class MediaClock {

    private static final long LEAST_STEP = 1;
    /** After a break longer than this the camera's media time jumps no further: timers would run on nothing. */
    private static final long LONGEST_BREAK = 24L * 3600 * 1_000_000_000L;

    private boolean started;
    private long offset;
    private long lastMedia;
    private long lastWall;

    /**
     * Maps a frame's time.
     *
     * @param sourceNanos time by the source
     * @param wallNanos the moment it was seen
     * @param restarted whether this is the first frame of a new opening
     */
    long map(long sourceNanos, long wallNanos, boolean restarted) {
        if (started && restarted) {
            long passed = Math.max(LEAST_STEP, Math.min(LONGEST_BREAK, wallNanos - lastWall));
            offset = lastMedia + passed - sourceNanos;
        }
        long media = sourceNanos + offset;
        if (started && media <= lastMedia) {
            media = lastMedia + LEAST_STEP;
        }
        started = true;
        lastMedia = media;
        lastWall = wallNanos;
        return media;
    }
}
