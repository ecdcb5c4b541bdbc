package dev.vsa.bench.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When frames came and when they were done. Thread-safe. */
final class Delays {

    private final long warmNanos;
    private final long lengthNanos;
    private final List<long[]> frames = new ArrayList<>();
    private long dropped;

    /**
     * Creates.
     *
     * @param warmNanos what came earlier in a recording does not count
     * @param lengthNanos of the recording
     */
    Delays(long warmNanos, long lengthNanos) {
        this.warmNanos = warmNanos;
        this.lengthNanos = lengthNanos;
    }

    /**
     * A frame was analysed.
     *
     * @param at when it came, in the recording
     * @param delay how long after that it was done
     */
    synchronized void analysed(long at, long delay) {
        if (at >= warmNanos) {
            frames.add(new long[] {at, delay});
        }
    }

    /** A frame was dropped. */
    synchronized void dropped(long at) {
        if (at >= warmNanos) {
            dropped++;
        }
    }

    synchronized Trial trial(int cameras, double busy, double others) {
        long counted = lengthNanos - warmNanos;
        long expected = Math.round(cameras * counted / 1e9 * Streams.ANALYSED);
        return new Trial(
                cameras,
                expected,
                frames.size(),
                dropped,
                quantile(warmNanos, warmNanos + counted / 3, 0.5),
                quantile(lengthNanos - counted / 3, Long.MAX_VALUE, 0.5),
                quantile(0, Long.MAX_VALUE, 0.99),
                busy,
                others);
    }

    private double quantile(long from, long to, double share) {
        long[] sorted = frames.stream()
                .filter(frame -> frame[0] >= from && frame[0] < to)
                .mapToLong(frame -> frame[1])
                .toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
