package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.EndCause;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** One kind of movement over time: how long its condition has held, whether it was signalled, and when it is over. */
final class Watch {

    /** A margin from which on it is about to begin, or still lasts. */
    private static final double LINGERING = 0.6;

    /** How long it must have been below that to be over. */
    private static final double OVER_S = 2;

    private final String place;
    private final long key;
    private final double hold;
    private double held;
    private double below;
    private boolean open;
    private boolean rising;
    private long risingNanos;

    /**
     * Creates it.
     *
     * @param place the zone
     * @param key of its occurrences
     * @param hold how long the condition must hold, seconds
     */
    Watch(String place, long key, double hold) {
        this.place = place;
        this.key = key;
        this.hold = hold;
    }

    long key() {
        return key;
    }

    boolean open() {
        return open;
    }

    /** When it began to come. */
    long onsetNanos() {
        return risingNanos;
    }

    /** How long its condition has held, seconds. */
    double held() {
        return held;
    }

    /** Takes in the margin of a scene and tells it; whether it is to be signalled now. */
    boolean see(double margin, double step, long mediaNanos, Signals out) {
        boolean above = margin >= LINGERING;
        if (above && !rising) {
            risingNanos = mediaNanos;
        }
        rising = above;
        if (open) {
            below = above ? 0 : below + step;
            if (below < OVER_S) {
                out.margin(place, key, Math.max(1, margin));
            } else {
                end(EndCause.RULE, out);
            }
            return false;
        }
        held = margin >= 1 ? held + step : 0;
        if (margin >= 1 && held >= hold) {
            open = true;
            below = 0;
            return true;
        }
        out.margin(place, key, margin >= 1 ? Math.min(0.999, 0.5 + 0.5 * held / hold) : margin);
        return false;
    }

    /** Keeps an open one alive in a scene that tells nothing new. */
    void keep(Signals out) {
        if (open) {
            out.margin(place, key, 1);
        }
    }

    void end(EndCause cause, Signals out) {
        if (open) {
            out.end(place, key, cause);
        }
        open = false;
        held = 0;
        below = 0;
        rising = false;
    }

    void snapshot(StateWriter out) {
        out.putDouble(held);
        out.putDouble(below);
        out.putBoolean(open);
        out.putBoolean(rising);
        out.putLong(risingNanos);
    }

    void restore(StateReader in) {
        held = in.getDouble();
        below = in.getDouble();
        open = in.getBoolean();
        rising = in.getBoolean();
        risingNanos = in.getLong();
    }
}
