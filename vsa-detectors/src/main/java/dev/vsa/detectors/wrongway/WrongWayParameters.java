package dev.vsa.detectors.wrongway;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.spi.Parameter;
import java.time.Duration;
import java.util.Set;

/**
 * Parameters of {@code wrong-way}. Distances are in object heights: the height of a person's box; for anything else the side of a
 * square as large as its box, on square pixels. Immutable.
 *
 * @param zone where the rule holds
 * @param permittedHeading the permitted direction
 * @param tolerance how far a movement may differ from the exact opposite and still be against it
 * @param duration how long
 * @param displacement how far
 * @param subjects who must not
 * @param unclassified whether what moves and no model has named counts as a vehicle
 * @param unclassifiedSize from which size on
 * @param anchor which part of an object decides whether it is in the zone
 * @param hysteresis the band along the zone's border
 * @param absence how long somebody must be seen outside to have left
 * @param occlusion how long somebody may be out of sight
 */
public record WrongWayParameters(
        @Parameter("The zone in which the rule holds; 'frame' for the whole picture.")
        Zone zone,

        @Parameter("The permitted direction of movement in the picture, on square pixels: x to the right, y down.")
        Heading permittedHeading,

        @Parameter(
                value =
                        "By how much a movement may differ from the exact opposite of the permitted direction to be against it.",
                byDefault = "60",
                unit = "degrees",
                min = 5,
                max = 85)
        double tolerance,

        @Parameter(
                value = "How long somebody must have moved against the direction.",
                byDefault = "0.8",
                unit = "s",
                min = 0,
                max = 10)
        Duration duration,

        @Parameter(
                value =
                        "How far somebody must have got against the direction. On a calibrated camera an object height is "
                                + "1.7 m for a person and 4.5 m for anything else.",
                byDefault = "1.2",
                unit = "object heights",
                min = 0.3,
                max = 20)
        double displacement,

        @Parameter(value = "Who must not.", byDefault = "[person, vehicle]")
        Set<Role> subjects,

        @Parameter(
                value = "Whether something that moves like a vehicle and that no model has named counts as one; "
                        + "it only does where the subjects include vehicles.",
                byDefault = "true")
        boolean unclassified,

        @Parameter(
                value = "How large that must be: the side of a square as large as its box.",
                byDefault = "0.1",
                unit = "picture heights",
                min = 0.01,
                max = 1)
        double unclassifiedSize,

        @Parameter(
                value =
                        "Which part of an object decides whether it is in the zone; by class: a person's feet, the middle of "
                                + "anything else.",
                byDefault = "by-class")
        Anchor anchor,

        @Parameter(
                value = "How far outside the zone somebody must have gone to have left it.",
                byDefault = "0.1",
                unit = "object heights",
                min = 0,
                max = 2)
        double hysteresis,

        @Parameter(
                value = "How long somebody must be seen outside the zone to have left it.",
                byDefault = "2",
                unit = "s",
                min = 0,
                max = 60)
        Duration absence,

        @Parameter(
                value = "How long somebody in the zone may be out of sight before he counts as gone.",
                byDefault = "2",
                unit = "s",
                min = 0,
                max = 60)
        Duration occlusion) {

    /** Copies the set. */
    public WrongWayParameters {
        subjects = Set.copyOf(subjects);
    }

    /**
     * The defaults.
     *
     * @param zone where the rule holds
     * @param permittedHeading the permitted direction
     */
    public static WrongWayParameters of(Zone zone, Heading permittedHeading) {
        return new WrongWayParameters(
                zone,
                permittedHeading,
                60,
                Duration.ofMillis(800),
                1.2,
                Set.of(Role.PERSON, Role.VEHICLE),
                true,
                0.1,
                Anchor.BY_CLASS,
                0.1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }
}
