package dev.vsa.examples.customdetector;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.Parameter;
import java.time.Duration;

/**
 * Parameters of {@code org.example:loitering}.
 *
 * @param zone where nobody should linger
 * @param duration how long is too long
 * @param absence how long somebody may be away, or out of sight, and still be there
 */
public record LoiteringParameters(
        @Parameter("Where nobody should linger.") Zone zone,

        @Parameter(value = "How long is too long.", byDefault = "60", unit = "s", min = 1, max = 3600)
        Duration duration,

        @Parameter(
                value = "How long somebody may be away, or out of sight, and still be there.",
                byDefault = "3",
                unit = "s",
                min = 0.5,
                max = 60)
        Duration absence) {}
