package dev.vsa.detectors.weapon;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code weapon}. Immutable.
 *
 * @param zone where it is watched for
 * @param confirm how long a weapon must have been seen in somebody's hand
 * @param confidence the least confidence of a sighting
 * @param absence how long it may be out of sight and still be there
 */
public record WeaponParameters(
        @Parameter("Where to watch: a weapon counts whose middle lies in this zone.")
        Zone zone,

        @Parameter(
                value = "How long a weapon must have been seen in somebody's hand, all sightings together.",
                byDefault = "0.8",
                unit = "s",
                min = 0.2,
                max = 60)
        Duration confirm,

        @Parameter(value = "The least confidence of a sighting.", byDefault = "0.3", min = 0.1, max = 0.95)
        double confidence,

        @Parameter(
                value = "How long a weapon may be out of sight and still be there.",
                byDefault = "3",
                unit = "s",
                min = 0.5,
                max = 60)
        Duration absence) {}
