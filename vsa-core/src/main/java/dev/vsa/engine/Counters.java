package dev.vsa.engine;

import java.util.concurrent.atomic.AtomicLong;

/** What a camera has counted. Each figure is written by one thread; anybody may read. */
final class Counters {

    // Source thread
    final AtomicLong read = new AtomicLong();
    final AtomicLong skipped = new AtomicLong();
    final AtomicLong corrupt = new AtomicLong();
    final AtomicLong recordingNanos = new AtomicLong();

    // Analysis thread
    final AtomicLong analysed = new AtomicLong();
    final AtomicLong firstMediaNanos = new AtomicLong();
    final AtomicLong lastMediaNanos = new AtomicLong();
}
