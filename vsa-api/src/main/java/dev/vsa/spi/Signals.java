package dev.vsa.spi;

import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;

/**
 * Where a detector says what it found. Valid during the call that it was handed to.
 *
 * <p>The life of an occurrence: {@link #signal} opens it; from then on it stays open as long as the detector gives a {@link
 * #margin} of at least 1 for it, or signals it again; {@link #end} closes it. One that is not spoken of for a while (the alert
 * desk's time-out, in media time) is closed as lost. Nothing stays open for ever.
 */
public interface Signals {

    /**
     * Tells how near a candidate is to the rule: measured value over threshold. Given in every scene for every candidate,
     * below 1 as well: it is what the alert's curve, the near-miss log and precision–recall curves come from. Allocates
     * nothing.
     *
     * @param place the id of the zone or line
     * @param key the occurrence it would be or is
     * @param margin 0 or more; 1 means that the rule's condition holds
     */
    void margin(String place, long key, double margin);

    /**
     * Says that the condition holds now: opens an occurrence, or updates it.
     *
     * @param signal the signal
     */
    void signal(Signal signal);

    /**
     * Closes an occurrence; without effect if it is not open.
     *
     * @param place the id of the zone or line
     * @param key the occurrence
     * @param cause why
     */
    void end(String place, long key, EndCause cause);

    /**
     * Says that the detector cannot judge this scene. Said again in each such scene; the first scene without it ends the
     * stretch.
     *
     * @param place the id of the zone or line
     * @param reason why, for people; the same words while the reason is the same
     */
    void cannotJudge(String place, String reason);
}
