package dev.vsa.detectors.firestart;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** What is remembered of one candidate: for how long it has behaved like a flame. */
final class Suspect {

    /** Seconds of burning; what it falls short of a flame takes off it again. */
    double proof;
    /** Media time at which the present proof began. */
    long onsetNanos;
    /** When it was seen last, on the steady clock. */
    long seenNanos;

    void begin(long nowNanos) {
        proof = 0;
        onsetNanos = 0;
        seenNanos = nowNanos;
    }

    void snapshot(StateWriter out) {
        out.putDouble(proof);
        out.putLong(onsetNanos);
        out.putLong(seenNanos);
    }

    void restore(StateReader in) {
        proof = in.getDouble();
        onsetNanos = in.getLong();
        seenNanos = in.getLong();
    }
}
