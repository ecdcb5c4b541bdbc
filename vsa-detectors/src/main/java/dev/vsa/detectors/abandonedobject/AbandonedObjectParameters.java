package dev.vsa.detectors.abandonedobject;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code abandoned-object}. Distances and sizes are in heights of the person who brought the object. Immutable.
 *
 * @param zone where the rule holds
 * @param unattended how long nobody may look after the object
 * @param distance how near somebody is who looks after it
 * @param largest how large an object may be
 * @param smallest how small
 */
public record AbandonedObjectParameters(
        @Parameter(
                value = "The zone in which the rule holds: the middle of the object's lower side counts.",
                byDefault = "frame")
        Zone zone,

        @Parameter(
                value = "How long an object must have been left alone.",
                byDefault = "60",
                unit = "s",
                min = 1,
                max = 900)
        Duration unattended,

        @Parameter(
                value = "How far from the object whoever brought it must be to have left it.",
                byDefault = "1.5",
                unit = "object heights",
                min = 0.5,
                max = 10)
        double distance,

        @Parameter(
                value = "How high and how wide an object may be at most.",
                byDefault = "0.6",
                unit = "object heights",
                min = 0.2,
                max = 2)
        double largest,

        @Parameter(
                value = "How high or wide it must be at least.",
                byDefault = "0.1",
                unit = "object heights",
                min = 0.02,
                max = 0.5)
        double smallest) {

    /**
     * The defaults.
     *
     * @param zone where the rule holds
     */
    public static AbandonedObjectParameters in(Zone zone) {
        return new AbandonedObjectParameters(zone, Duration.ofSeconds(60), 1.5, 0.6, 0.1);
    }
}
