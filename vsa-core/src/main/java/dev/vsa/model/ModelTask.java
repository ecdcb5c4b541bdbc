package dev.vsa.model;

/** What a model is for. */
public enum ModelTask {
    /** Boxes round objects of the classes it knows. */
    OBJECTS,
    /** Boxes or key points of bodies. */
    POSE,
    /** One score for each class, for a whole picture or a crop. */
    CLASSIFICATION,
    /** A map of density whose sum is a count. */
    DENSITY
}
