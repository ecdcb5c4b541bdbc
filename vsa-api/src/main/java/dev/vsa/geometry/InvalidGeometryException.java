package dev.vsa.geometry;

/**
 * A shape that cannot be: too few points, a self-crossing ring, a coordinate that is not a number, a vertex outside the
 * picture. The message says what is wrong and at which vertex.
 */
public final class InvalidGeometryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and where
     */
    public InvalidGeometryException(String message) {
        super(message);
    }
}
