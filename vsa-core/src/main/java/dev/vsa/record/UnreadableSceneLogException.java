package dev.vsa.record;

import dev.vsa.VsaException;

/** A scene log that cannot be read, or not to its end. What was played before it was thrown is sound. */
public final class UnreadableSceneLogException extends VsaException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    UnreadableSceneLogException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    UnreadableSceneLogException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What is wrong with a log. */
    public enum Fault {
        /** It is no scene log at all. */
        FOREIGN,
        /** It was written by a newer library, in a format that this one does not know. */
        NEWER,
        /** It is damaged. */
        DAMAGED,
        /** It stops before its end: its writer was never closed, or the file was cut. All whole blocks were played. */
        CUT
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
