package dev.vsa.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Sums up the time that each stage takes. Any thread may book and read. */
final class StageClock {

    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);
    private final LongAdder objectRuns = new LongAdder();

    StageClock() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
        }
    }

    /** Books the time since {@code startNanos} to a stage and returns the present moment, both by {@link System#nanoTime()}. */
    long book(Stage stage, long startNanos) {
        long now = System.nanoTime();
        LongAdder sum = nanos.get(stage);
        if (sum != null) {
            sum.add(now - startNanos);
        }
        if (stage == Stage.OBJECTS) {
            objectRuns.increment();
        }
        return now;
    }

    /** How often objects were looked for. */
    long objectRuns() {
        return objectRuns.sum();
    }

    Map<Stage, Duration> times() {
        Map<Stage, Duration> times = new EnumMap<>(Stage.class);
        nanos.forEach((stage, sum) -> times.put(stage, Duration.ofNanos(sum.sum())));
        return Collections.unmodifiableMap(times);
    }
}
