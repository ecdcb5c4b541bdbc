package dev.vsa.source;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Wall-clock moments as frames carry them. Stateless. */
final class Wall {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private Wall() {}

    /** Nanoseconds since 1970; right until 2262. */
    static long nanos(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }

    /** The present moment, without making an object. */
    static long now() {
        return System.currentTimeMillis() * NANOS_PER_MILLI;
    }
}
