package dev.vsa;

/**
 * What the library throws when something outside of it is wrong: a source, a model, a site file, an authorisation. The message
 * says what is wrong and what to do, and holds no secret.
 *
 * <p>Values that cannot be (a polygon that crosses itself, a negative duration) are {@link IllegalArgumentException}s, and calls
 * at the wrong time are {@link IllegalStateException}s, as everywhere in Java.
 */
public abstract class VsaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     */
    protected VsaException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     * @param cause what it came from
     */
    protected VsaException(String message, Throwable cause) {
        super(message, cause);
    }
}
