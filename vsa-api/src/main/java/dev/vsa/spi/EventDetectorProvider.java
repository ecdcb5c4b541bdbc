package dev.vsa.spi;

import dev.vsa.event.EventType;

/**
 * Describes an event detector and makes instances of it. Implementations are public, have a public constructor without
 * arguments and are registered for {@link java.util.ServiceLoader}. Stateless; safe for any number of threads.
 *
 * @param <P> the detector's parameters: a record whose components carry {@link Parameter}
 */
public interface EventDetectorProvider<P extends Record> {

    /**
     * The name by which configuration refers to the detector; stable for ever. Outside this library it uses a namespace, as in
     * {@code org.example:loitering}.
     */
    String id();

    /** The version of the implementation; goes into every alert. */
    String version();

    /** The event that the detector signals. */
    EventType signals();

    /** The class of the parameters. */
    Class<P> parameters();

    /**
     * What the detector must be given, and from which quality on it can judge.
     *
     * @param parameters the configured parameters
     */
    Needs needs(P parameters);

    /**
     * Makes a detector for one rule of one camera.
     *
     * @param parameters the configured parameters, valid by their bounds
     * @param context the camera
     * @throws IllegalArgumentException if the parameters contradict each other; the message names them
     */
    EventDetector create(P parameters, DetectorContext context);
}
