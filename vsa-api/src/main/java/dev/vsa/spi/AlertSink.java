package dev.vsa.spi;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;

/**
 * Receives alerts. Each sink has a thread and a bounded queue of its own: a slow or failing one never reaches a camera or
 * another sink. What it throws is counted and reported.
 */
@FunctionalInterface
public interface AlertSink extends AutoCloseable {

    /**
     * Receives an alert at one moment of its life.
     *
     * @param alert the alert
     * @throws Exception whatever goes wrong; the alert is counted as not delivered
     */
    void alert(Alert alert) throws Exception;

    /**
     * Receives the beginning or the end of a stretch in which a detector could not judge.
     *
     * @param blindness the stretch
     * @throws Exception whatever goes wrong
     */
    default void blindness(Blindness blindness) throws Exception {}

    /** Writes out what is held and gives everything back. Called once, after the last alert; throws unchecked only. */
    @Override
    default void close() {}
}
