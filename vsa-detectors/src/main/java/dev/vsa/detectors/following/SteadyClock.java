package dev.vsa.detectors.following;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * Media time without its gaps: timers that run on it pause while no scenes come. A step of more than {@value
 * #LONGEST_STEP_SECONDS} s is a gap even if nobody said so; standing or backward time is a step of 0.
 */
public final class SteadyClock {

    /** The longest step between two scenes that still is watching. */
    public static final int LONGEST_STEP_SECONDS = 2;

    private static final long LONGEST_STEP_NANOS = LONGEST_STEP_SECONDS * 1_000_000_000L;

    private boolean running;
    private boolean broken;
    private long mediaNanos;
    private long nanos;
    private boolean stepped;

    /** Creates a clock that stands at 0. */
    public SteadyClock() {}

    /**
     * Goes on to a scene.
     *
     * @param sceneNanos its media time
     * @return the clock's time, nanoseconds
     */
    public long advance(long sceneNanos) {
        long step = sceneNanos - mediaNanos;
        stepped = running && !broken && Math.abs(step) <= LONGEST_STEP_NANOS;
        if (stepped) {
            nanos += Math.max(0, step);
        }
        running = true;
        broken = false;
        if (step > 0 || step < -LONGEST_STEP_NANOS) {
            mediaNanos = sceneNanos; // a small step back is not walked a second time
        }
        return nanos;
    }

    /** The flow of scenes breaks here: the time until the next one does not count. */
    public void breakFlow() {
        broken = true;
    }

    /** Whether the last scene followed closely on the one before it. */
    public boolean flowing() {
        return stepped;
    }

    /**
     * Writes the state.
     *
     * @param out where to
     */
    public void snapshot(StateWriter out) {
        out.putBoolean(running);
        out.putBoolean(broken);
        out.putLong(mediaNanos);
        out.putLong(nanos);
        out.putBoolean(stepped);
    }

    /**
     * Reads the state.
     *
     * @param in where from
     */
    public void restore(StateReader in) {
        running = in.getBoolean();
        broken = in.getBoolean();
        mediaNanos = in.getLong();
        nanos = in.getLong();
        stepped = in.getBoolean();
    }
}
