package dev.vsa.model;

import dev.vsa.VsaException;

/** A model cannot be used. The message says why, and what to do. */
public abstract class ModelException extends VsaException {

    private static final long serialVersionUID = 1L;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The model, its file or its description is not there, and could not be fetched. */
    public static final class Absent extends ModelException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message what is missing and what to do
         */
        public Absent(String message) {
            super(message);
        }

        /**
         * Creates the exception.
         *
         * @param message what is missing and what to do
         * @param cause what it came from
         */
        public Absent(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The file ends too early. */
    public static final class Truncated extends ModelException {
        private static final long serialVersionUID = 1L;

        Truncated(String message) {
            super(message);
        }
    }

    /** The file is not the one that its description names, or nobody has said yet which one that is. */
    public static final class OtherDigest extends ModelException {
        private static final long serialVersionUID = 1L;

        OtherDigest(String message) {
            super(message);
        }
    }

    /** The description is no description: a field is missing, unknown or out of range. */
    public static final class BadDescription extends ModelException {
        private static final long serialVersionUID = 1L;

        BadDescription(String message) {
            super(message);
        }

        BadDescription(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The family is unknown, or is not one that this use can read. */
    public static final class UnknownFamily extends ModelException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message which family, and which ones would do
         */
        public UnknownFamily(String message) {
            super(message);
        }
    }

    /** The labels name what this library does not recognise on purpose: faces, ages, genders, emotions, plates, identities. */
    public static final class ForbiddenLabels extends ModelException {
        private static final long serialVersionUID = 1L;

        ForbiddenLabels(String message) {
            super(message);
        }
    }

    /** The file is no model that can be run, or takes or gives tensors of another shape than its description says. */
    public static final class WrongShape extends ModelException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param message what was expected and what was found
         */
        public WrongShape(String message) {
            super(message);
        }

        /**
         * Creates the exception.
         *
         * @param message what was expected and what was found
         * @param cause what it came from
         */
        public WrongShape(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
