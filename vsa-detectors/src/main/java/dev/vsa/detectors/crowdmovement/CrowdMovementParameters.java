package dev.vsa.detectors.crowdmovement;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.util.Set;

/**
 * Parameters of {@code crowd-movement}. Immutable.
 *
 * @param zone where the rule holds
 * @param movements which movements are looked for
 * @param people how many must take part
 */
public record CrowdMovementParameters(
        @Parameter(value = "The zone in which the rule holds; 'frame' for the whole picture.", byDefault = "frame")
        Zone zone,

        @Parameter(value = "The movements that are looked for.", byDefault = "[dispersal, surge]")
        Set<Movement> movements,

        @Parameter(value = "How many people must take part.", byDefault = "4", unit = "people", min = 2, max = 1000)
        int people) {

    /** Copies the set. */
    public CrowdMovementParameters {
        movements = Set.copyOf(movements);
        if (movements.isEmpty()) {
            throw new IllegalArgumentException("'movements' names none: nothing could ever be signalled");
        }
    }

    /**
     * The defaults.
     *
     * @param zone where the rule holds
     */
    public static CrowdMovementParameters in(Zone zone) {
        return new CrowdMovementParameters(zone, Set.of(Movement.DISPERSAL, Movement.SURGE), 4);
    }
}
