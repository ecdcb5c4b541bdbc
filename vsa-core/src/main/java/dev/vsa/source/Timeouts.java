package dev.vsa.source;

import java.time.Duration;

/**
 * How long a source waits, phase by phase. Each is 10 milliseconds to 10 minutes.
 *
 * @param open for the name, the connection and the first answer
 * @param probe for the first pictures, from which the decoder is chosen
 * @param read for the next frame, before {@link dev.vsa.frame.Outcome.Stalled} is told
 */
public record Timeouts(Duration open, Duration probe, Duration read) {

    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofMinutes(10);

    /** Ten seconds for each. */
    public static final Timeouts DEFAULT = of(Duration.ofSeconds(10));

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Timeouts {
        check("open", open);
        check("probe", probe);
        check("read", read);
    }

    /**
     * The same for each phase.
     *
     * @param each how long
     */
    public static Timeouts of(Duration each) {
        return new Timeouts(each, each, each);
    }

    private static void check(String phase, Duration value) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "timeout " + phase + " of " + value + " is not between " + LEAST + " and " + MOST);
        }
    }
}
