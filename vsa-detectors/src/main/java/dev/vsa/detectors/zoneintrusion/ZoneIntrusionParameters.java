package dev.vsa.detectors.zoneintrusion;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.spi.Parameter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters of {@code zone-intrusion}. Distances are in object heights: the height of a person's box; for anything else
 * the side of a square as large as its box, on square pixels. Immutable.
 *
 * @param zone the forbidden zone
 * @param line the tripwire
 * @param direction in which direction the line must not be crossed
 * @param subjects who must not
 * @param unclassified whether what moves and no model has named counts as a vehicle
 * @param unclassifiedSize from which size on
 * @param anchor which part of an object decides where it is
 * @param overlap the share of the box instead
 * @param mode what about the zone is forbidden
 * @param dwell how long somebody must be in the zone
 * @param hysteresis the band along the border
 * @param absence how long whoever was inside must be seen outside
 * @param occlusion how long whoever was inside may be out of sight
 */
public record ZoneIntrusionParameters(
        @Parameter("The forbidden zone. A zone, a line or both must be given.")
        Optional<Zone> zone,

        @Parameter("The tripwire that must not be crossed.") Optional<Line> line,

        @Parameter(value = "In which direction the line must not be crossed.", byDefault = "any")
        Direction direction,

        @Parameter(value = "Who must not be there.", byDefault = "[person, vehicle]")
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
                        "Which part of an object decides where it is; by class: a person's feet, the middle of anything else.",
                byDefault = "by-class")
        Anchor anchor,

        @Parameter(
                value =
                        "Instead of the anchor: the share of an object's box that must lie in the zone. 0 for the anchor.",
                byDefault = "0",
                min = 0,
                max = 1)
        double overlap,

        @Parameter(value = "Whether being in the zone is forbidden, or coming into it.", byDefault = "presence")
        Mode mode,

        @Parameter(
                value = "How long somebody must have been in the zone before it is signalled.",
                byDefault = "0.5",
                unit = "s",
                min = 0,
                max = 86_400)
        Duration dwell,

        @Parameter(
                value =
                        "How deep somebody must have come in, and how far out he must have gone, to have crossed the border: "
                                + "deaf to a box that trembles on it.",
                byDefault = "0.1",
                unit = "object heights",
                min = 0,
                max = 2)
        double hysteresis,

        @Parameter(
                value =
                        "How long somebody must be seen outside to have left; and for how long a line's crossing lasts.",
                byDefault = "2",
                unit = "s",
                min = 0,
                max = 60)
        Duration absence,

        @Parameter(
                value = "How long somebody in the zone may be out of sight before he counts as gone.",
                byDefault = "3",
                unit = "s",
                min = 0,
                max = 60)
        Duration occlusion) {

    /** Copies the set. */
    public ZoneIntrusionParameters {
        subjects = Set.copyOf(subjects);
    }

    /**
     * The defaults, for a zone.
     *
     * @param zone the forbidden zone
     */
    public static ZoneIntrusionParameters in(Zone zone) {
        return byDefault(Optional.of(zone), Optional.empty());
    }

    /**
     * The defaults, for a tripwire.
     *
     * @param line the tripwire
     */
    public static ZoneIntrusionParameters across(Line line) {
        return byDefault(Optional.empty(), Optional.of(line));
    }

    private static ZoneIntrusionParameters byDefault(Optional<Zone> zone, Optional<Line> line) {
        return new ZoneIntrusionParameters(
                zone,
                line,
                Direction.ANY,
                Set.of(Role.PERSON, Role.VEHICLE),
                true,
                0.1,
                Anchor.BY_CLASS,
                0,
                Mode.PRESENCE,
                Duration.ofMillis(500),
                0.1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3));
    }
}
