package dev.vsa.config;

import dev.vsa.spi.EventDetectorProvider;

/**
 * A detector with its parameters, under a name.
 *
 * @param name the name by which alerts refer to it; unique within a camera
 * @param provider which detector
 * @param parameters its parameters
 * @param policy how its signals become alerts
 * @param <P> the type of its parameters
 */
public record Rule<P extends Record>(String name, EventDetectorProvider<P> provider, P parameters, AlertPolicy policy) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank or holds a slash
     */
    public Rule {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + name + "' is not a rule's name: not blank, without a slash");
        }
    }
}
