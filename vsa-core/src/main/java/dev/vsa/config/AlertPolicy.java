package dev.vsa.config;

import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * How signals become alerts. All times are media time.
 *
 * @param confirm how long an occurrence must have been signalled before it is raised
 * @param merge occurrences of one rule at one place that begin within this time of one another, and whose subjects touch, are
 *     one alert
 * @param coolDown after an alert has ended, a new occurrence at the same place with a subject that the ended one had does not
 *     raise another for this long
 * @param timeout an occurrence that nobody speaks of for this long has ended
 */
public record AlertPolicy(
        @Parameter(
                value = "How long an occurrence must have been signalled before it is raised.",
                byDefault = "0",
                unit = "s",
                max = 3600)
        Duration confirm,

        @Parameter(
                value = "Occurrences of the rule that begin within this time of one another, and whose subjects touch,"
                        + " are one alert.",
                byDefault = "0",
                unit = "s",
                max = 3600)
        Duration merge,

        @Parameter(
                value =
                        "After an alert has ended, a new occurrence with a subject that the ended one had does not raise"
                                + " another for this long.",
                byDefault = "5",
                unit = "s",
                max = 86_400)
        Duration coolDown,

        @Parameter(
                value = "An occurrence that nobody speaks of for this long has ended.",
                byDefault = "5",
                unit = "s",
                min = 0.001,
                max = 3600)
        Duration timeout) {

    /** No confirmation beyond the detector's own, no merging, 5 s of cool-down, 5 s of time-out. */
    public static final AlertPolicy DEFAULT =
            new AlertPolicy(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is negative or the time-out is zero
     */
    public AlertPolicy {
        if (confirm.isNegative()
                || merge.isNegative()
                || coolDown.isNegative()
                || timeout.isNegative()
                || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "times of an alert policy are not negative, and the time-out is positive");
        }
    }
}
