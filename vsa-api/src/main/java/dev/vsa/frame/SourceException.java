package dev.vsa.frame;

import dev.vsa.VsaException;

/** A source that cannot be opened: missing, empty, not a video, unreachable, refused. The message says what to do. */
public final class SourceException extends VsaException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     */
    public SourceException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what to do
     * @param cause what it came from
     */
    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
