package dev.vsa.engine;

/** The stages of a camera's work, in the order in which a frame goes through them. */
public enum Stage {
    /** Reading and decoding; for a live source the waiting as well. On the source's own thread, beside the others. */
    SOURCE,
    /** Motion, background and moving regions. */
    MOTION,
    /** The object model: scaling, inference, decoding of outputs. */
    OBJECTS,
    /** Following objects over time. */
    TRACKING,
    /** Further features that a detector asked for. */
    FEATURES,
    /** All event detectors and the alert desk. */
    JUDGING,
    /** What the host's observers took. */
    OBSERVERS
}
