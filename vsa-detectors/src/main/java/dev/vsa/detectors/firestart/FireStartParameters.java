package dev.vsa.detectors.firestart;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code fire-start}. Immutable.
 *
 * @param zone where to watch
 * @param proof how long something must burn
 * @param absence how long nothing must burn any more
 * @param objects whether the object model is asked for flames and smoke as well
 */
public record FireStartParameters(
        @Parameter(value = "Where to watch for fires.", byDefault = "frame")
        Zone zone,

        @Parameter(
                value =
                        "How long something must look and behave like a flame before it is signalled; half as long again "
                                + "in pictures without colour.",
                byDefault = "2",
                unit = "s",
                min = 0.5,
                max = 60)
        Duration proof,

        @Parameter(
                value = "How long nothing must look like a flame any more for the fire to be over.",
                byDefault = "5",
                unit = "s",
                min = 0.5,
                max = 600)
        Duration absence,

        @Parameter(
                value =
                        "Whether the camera's object model is run for this rule, to confirm by its classes of flames and smoke; "
                                + "the built-in model has none.",
                byDefault = "false")
        boolean objects) {

    /**
     * The defaults.
     *
     * @param zone where to watch
     */
    public static FireStartParameters in(Zone zone) {
        return new FireStartParameters(zone, Duration.ofSeconds(2), Duration.ofSeconds(5), false);
    }
}
