package dev.vsa.geometry;

/** Where a point lies in respect to a polygon. */
public enum Location {
    /** In it, and not on an edge. */
    INSIDE,
    /** On an edge of the outer boundary or of a hole. */
    BOUNDARY,
    /** Out of it, or in a hole. */
    OUTSIDE
}
