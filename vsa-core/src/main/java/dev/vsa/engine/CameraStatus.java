package dev.vsa.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * How a camera is.
 *
 * @param state where in its life it is
 * @param detail why, for people; "" if there is nothing to say
 * @param attempt which attempt at opening the source comes next, while retrying; else 0
 * @param nextAttempt when, while retrying
 */
public record CameraStatus(State state, String detail, int attempt, Optional<Instant> nextAttempt) {

    /** Where in its life a camera is. */
    public enum State {
        /** Not started. */
        NEW,
        /** Opening its source. */
        STARTING,
        /** Frames flow and are judged. */
        RUNNING,
        /** Frames flow, but something is wrong. */
        DEGRADED,
        /** The stream is lost and will be opened again. */
        RETRYING,
        /** Being stopped. */
        STOPPING,
        /** The recording is over, or it was stopped. */
        STOPPED,
        /** It cannot go on. */
        FAILED
    }

    static CameraStatus of(State state, String detail) {
        return new CameraStatus(state, detail, 0, Optional.empty());
    }

    /** Whether nothing more will happen. */
    public boolean over() {
        return state == State.STOPPED || state == State.FAILED;
    }
}
