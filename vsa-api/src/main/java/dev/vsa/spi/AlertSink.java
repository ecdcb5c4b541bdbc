package dev.vsa.spi;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;

/**
 * Receives what was found. In a running camera each sink has a thread and a bounded queue of its own: a slow or failing one
 * never reaches a camera or another sink. What it throws is counted and reported, and the next alert is tried again.
 */
@FunctionalInterface
public interface AlertSink extends AutoCloseable {

    /**
     * Receives an alert at one moment of its life. May throw unchecked: the alert is then counted as not delivered.
     *
     * @param alert the alert
     */
    void alert(Alert alert);

    /**
     * Receives the beginning or the end of a stretch in which a detector could not judge.
     *
     * @param blindness the stretch
     */
    default void blindness(Blindness blindness) {}

    /**
     * Receives a candidate that came near a rule and failed it.
     *
     * @param miss the candidate
     */
    default void nearMiss(NearMiss miss) {}

    /** Writes out what is held and gives everything back. Called once, after the last alert. */
    @Override
    default void close() {}
}
