package dev.vsa.source;

import dev.vsa.frame.Outcome.Break;

/**
 * Makes strictly increasing media times of a stream's timestamps, and tells where the truth was lost. Not thread-safe.
 *
 * <p>As long as timestamps behave, media time is timestamp minus a fixed offset. Otherwise:
 *
 * <ul>
 *   <li>a missing one: a step after the last. A step is a frame's duration, or for a live stream what passed between the
 *       arrivals;
 *   <li>one that has wrapped round at the end of its bits: unwrapped, and nothing is told;
 *   <li>one that stands still, or is back by no more than a frame (jitter): a little after the last, so that the next good
 *       one is on time again. From the {@value #STUCK}rd in a row, where this is told once: a step after the last;
 *   <li>one further back: the offset is set anew, so that the frame comes a step after the last. Told;
 *   <li>one ahead by more than a second and more than four frames: frames are missing, told as a gap. From a live stream,
 *       where the arrival says that nothing like that time has passed, the clock has jumped instead: the offset is set anew.
 * </ul>
 */
final class MediaClock {

    /** A timestamp that the stream does not give. */
    static final long MISSING = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;
    private static final long DEFAULT_FRAME = SECOND / 25;
    private static final long SHORTEST_FRAME = SECOND / 1000;
    /** Announced rates beyond 240 a second are made up of a time base. */
    private static final long SHORTEST_ANNOUNCED = SECOND / 240;

    private static final long LONGEST_FRAME = 60 * SECOND;
    /** How far a live stream's clock may be from the arrival over a gap before it is not believed. */
    private static final long ARRIVAL_TOLERANCE = 2 * SECOND;

    private static final int GAP_FRAMES = 4;
    private static final int STUCK = 3;
    private static final int SMOOTHING = 8;

    private final long wrapNanos;
    private final boolean live;
    private long frameNanos;
    private long origin;
    private boolean started;
    private long lastRaw;
    private long lastMedia;
    private long lastArrival;
    private int standing;
    private Break told = Break.NONE;

    /**
     * Creates a clock.
     *
     * @param framesPerSecond as announced; anything that makes no sense for "unknown"
     * @param origin the timestamp at media time 0, in nanoseconds, or {@link #MISSING} for that of the first frame
     * @param wrapNanos after how long timestamps wrap round, nanoseconds; 0 for never
     * @param live whether arrival times mean anything
     */
    MediaClock(double framesPerSecond, long origin, long wrapNanos, boolean live) {
        double frame = framesPerSecond > 0 ? SECOND / framesPerSecond : 0;
        this.frameNanos = frame >= SHORTEST_ANNOUNCED && frame <= LONGEST_FRAME ? (long) frame : DEFAULT_FRAME;
        this.origin = origin;
        this.wrapNanos = wrapNanos;
        this.live = live;
    }

    /**
     * The media time of the next frame.
     *
     * @param timestamp the stream's, nanoseconds, or {@link #MISSING}
     * @param arrival a steady clock at the frame's arrival, nanoseconds; of no meaning unless live
     */
    long next(long timestamp, long arrival) {
        told = Break.NONE;
        long media = started ? follow(timestamp, arrival) : first(timestamp);
        started = true;
        lastMedia = media;
        lastArrival = arrival;
        return media;
    }

    /** What broke before the frame whose media time was asked for last. */
    Break told() {
        return told;
    }

    private long first(long timestamp) {
        if (origin == MISSING) {
            origin = timestamp == MISSING ? 0 : timestamp;
        }
        lastRaw = timestamp == MISSING ? origin : timestamp;
        long media = lastRaw - origin;
        if (media < 0) {
            origin = lastRaw;
            return 0;
        }
        return media;
    }

    private long follow(long timestamp, long arrival) {
        long step = live ? Math.max(1, arrival - lastArrival) : frameNanos;
        if (timestamp == MISSING) {
            return stepWithout(step);
        }
        long raw = unwrapped(timestamp);
        long delta = raw - lastRaw;
        if (delta > Math.max(SECOND, GAP_FRAMES * frameNanos)) {
            return ahead(raw, step);
        }
        lastRaw = raw;
        if (delta > 0) {
            return on(raw, delta);
        }
        if (delta >= -frameNanos) {
            standing++;
            told = standing == STUCK ? Break.CLOCK_JUMP : Break.NONE;
            return lastMedia + (standing < STUCK ? littleOf(frameNanos) : step);
        }
        return jumpTo(raw, step);
    }

    private long on(long raw, long delta) {
        frameNanos += (Math.max(delta, SHORTEST_FRAME) - frameNanos) / SMOOTHING;
        if (standing >= STUCK) {
            origin = raw - (lastMedia + frameNanos);
        }
        standing = 0;
        return Math.max(raw - origin, lastMedia + littleOf(Math.min(delta, frameNanos)));
    }

    private static long littleOf(long nanos) {
        return Math.max(1, nanos / SMOOTHING);
    }

    /** Timestamps may come and go: one that comes again is where this one would have been. */
    private long stepWithout(long step) {
        lastRaw += step;
        return Math.max(lastRaw - origin, lastMedia + littleOf(step));
    }

    private long unwrapped(long timestamp) {
        if (wrapNanos > 0 && lastRaw - timestamp > wrapNanos / 2) {
            origin -= wrapNanos;
            lastRaw -= wrapNanos;
        }
        return timestamp;
    }

    private long ahead(long raw, long step) {
        boolean believed = !live || Math.abs(raw - lastRaw - step) <= ARRIVAL_TOLERANCE;
        standing = 0;
        if (believed && raw - origin > lastMedia) {
            lastRaw = raw;
            told = Break.GAP;
            return raw - origin;
        }
        return jumpTo(raw, step);
    }

    private long jumpTo(long raw, long step) {
        told = Break.CLOCK_JUMP;
        standing = 0;
        lastRaw = raw;
        long media = lastMedia + step;
        origin = raw - media;
        return media;
    }
}
