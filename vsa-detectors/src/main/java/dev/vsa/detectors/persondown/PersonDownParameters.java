package dev.vsa.detectors.persondown;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code person-down}. Immutable.
 *
 * @param zone where it is watched for
 * @param onGround how long somebody must be down
 * @param falling how long going down may take
 * @param rising how long somebody must be up again
 * @param occlusion how long somebody who is down may be out of sight
 */
public record PersonDownParameters(
        @Parameter(
                "Where to watch: a person counts whose box has its middle, or the middle of its lower side, in this zone.")
        Zone zone,

        @Parameter(
                value = "How long somebody must be on the ground before it is signalled.",
                byDefault = "3",
                unit = "s",
                min = 0.2,
                max = 3600)
        Duration onGround,

        @Parameter(
                value = "How long it may take from upright to down: who takes longer has lain down, and not fallen.",
                byDefault = "6",
                unit = "s",
                min = 0.5,
                max = 60)
        Duration falling,

        @Parameter(
                value = "How long somebody must be seen upright again to have got up.",
                byDefault = "1",
                unit = "s",
                min = 0.1,
                max = 30)
        Duration rising,

        @Parameter(
                value =
                        "How long somebody who is down may be hidden, or known by less than a person's own box, before he counts as gone.",
                byDefault = "10",
                unit = "s",
                min = 1,
                max = 600)
        Duration occlusion) {

    /**
     * The defaults.
     *
     * @param zone where to watch
     */
    public static PersonDownParameters in(Zone zone) {
        return new PersonDownParameters(
                zone, Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(1), Duration.ofSeconds(10));
    }
}
