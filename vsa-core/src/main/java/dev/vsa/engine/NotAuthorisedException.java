package dev.vsa.engine;

import dev.vsa.VsaException;

/** A camera or an event that the site's authorisation does not cover, or not now. */
public final class NotAuthorisedException extends VsaException {

    private static final long serialVersionUID = 1L;

    NotAuthorisedException(String message) {
        super(message);
    }
}
