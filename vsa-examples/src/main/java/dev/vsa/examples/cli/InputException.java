package dev.vsa.examples.cli;

/** Something that the user gave cannot be used. The message is one line that says what is wrong and what to do. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
