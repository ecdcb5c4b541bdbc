package dev.vsa.detectors.crowddensity;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code crowd-density}. Immutable.
 *
 * @param zone where persons are counted
 * @param maxPeople from how many persons on there are too many; 0 to judge by density alone
 * @param maxDensity from how many persons to a square metre on there are too many; used where the camera has a ground plane and
 *     {@code maxPeople} is 0
 * @param duration for how long there must be too many
 */
public record CrowdDensityParameters(
        @Parameter("Where persons are counted: those whose feet are in this zone.")
        Zone zone,

        @Parameter(
                value =
                        "From how many persons on there are too many; 0 to judge by density, which takes a ground plane.",
                byDefault = "0",
                min = 0,
                max = 10_000)
        int maxPeople,

        @Parameter(
                value = "From how many persons to a square metre on there are too many, where max-people is 0.",
                byDefault = "2",
                min = 0.1,
                max = 10)
        double maxDensity,

        @Parameter(
                value = "For how long there must be too many; and too few again, until it is over.",
                byDefault = "2",
                unit = "s",
                min = 0,
                max = 3600)
        Duration duration) {

    /**
     * By head count.
     *
     * @param zone where
     * @param maxPeople from how many on there are too many, at least 1
     */
    public static CrowdDensityParameters counting(Zone zone, int maxPeople) {
        return new CrowdDensityParameters(zone, maxPeople, 2, Duration.ofSeconds(2));
    }

    /**
     * By persons to a square metre, on a camera with a ground plane.
     *
     * @param zone where
     * @param maxDensity from how many on there are too many
     */
    public static CrowdDensityParameters perSquareMetre(Zone zone, double maxDensity) {
        return new CrowdDensityParameters(zone, 0, maxDensity, Duration.ofSeconds(2));
    }
}
