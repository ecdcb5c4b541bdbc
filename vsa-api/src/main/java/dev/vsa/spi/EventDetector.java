package dev.vsa.spi;

import dev.vsa.scene.Scene;

/**
 * A deterministic state machine over scenes: the same scenes give the same signals.
 *
 * <p>It runs on media time. It never looks at the wall clock, at randomness or at static state, never blocks, and keeps its
 * state bounded by what is in the picture. One thread calls it. If it throws, it alone is taken out, reported, and started
 * anew after a while.
 */
public interface EventDetector {

    /**
     * Judges a scene.
     *
     * @param scene what was perceived; may be lent, so keep nothing of it but plain values
     * @param out where to say what was found
     */
    void observe(Scene scene, Signals out);

    /**
     * Something broke the flow of scenes. Running timers pause over a gap unless the detector decides otherwise.
     *
     * @param discontinuity what
     * @param out where to say what was found
     */
    default void discontinuity(Discontinuity discontinuity, Signals out) {}

    /**
     * Writes the whole state, so that {@link #restore} in a new instance with the same parameters goes on as if nothing had
     * happened. Begins with {@link StateWriter#version}.
     *
     * @param out where to
     */
    void snapshot(StateWriter out);

    /**
     * Reads what {@link #snapshot} wrote. Called before the first scene, on a new instance.
     *
     * @param in where from
     * @throws StateReader.UnreadableStateException if the version is unknown or the data is damaged
     */
    void restore(StateReader in);
}
