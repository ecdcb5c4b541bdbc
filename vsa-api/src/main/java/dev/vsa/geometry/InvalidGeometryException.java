package dev.vsa.geometry;

/**
 * A shape that cannot be: too few points, a self-crossing ring, a coordinate that is not a number, a vertex outside the
 * picture. The message says what is wrong and at which vertex.
 */
public final class InvalidGeometryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What {@link #hole} and {@link #vertex} are where there is none to name. */
    public static final int NONE = -1;

    private final int hole;
    private final int vertex;

    /**
     * Creates an exception about no vertex in particular.
     *
     * @param message what is wrong and where
     */
    public InvalidGeometryException(String message) {
        this(message, NONE, NONE);
    }

    /**
     * Creates an exception about a vertex.
     *
     * @param message what is wrong and where
     * @param hole the hole's index; {@link #NONE} for the outer boundary or a line
     * @param vertex the vertex' index; {@link #NONE} for the whole ring
     */
    public InvalidGeometryException(String message, int hole, int vertex) {
        super(message);
        this.hole = hole;
        this.vertex = vertex;
    }

    /** The index of the hole that is wrong; {@link #NONE} for the outer boundary of a polygon, a line, or neither. */
    public int hole() {
        return hole;
    }

    /** The index of the vertex that is wrong, from 0; {@link #NONE} for no vertex in particular. */
    public int vertex() {
        return vertex;
    }
}
