package dev.vsa.examples.cli.picture;

import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where each track's foot was in the last two seconds. Forgets tracks that are gone. Not thread-safe. */
final class Trails {

    private static final long KEPT_NANOS = 2_000_000_000L;

    private final Map<Long, Deque<Step>> steps = new HashMap<>();

    /** One place on a trail. */
    record Step(long mediaNanos, double x, double y) {}

    void add(Scene scene) {
        long oldest = scene.mediaNanos() - KEPT_NANOS;
        for (Track track : scene.tracks()) {
            steps.computeIfAbsent(track.id(), id -> new ArrayDeque<>())
                    .add(new Step(scene.mediaNanos(), track.centreX(), track.bottom()));
        }
        steps.values().forEach(trail -> trail.removeIf(step -> step.mediaNanos() < oldest));
        steps.values().removeIf(Deque::isEmpty);
    }

    Iterable<Step> of(long trackId) {
        return steps.getOrDefault(trackId, new ArrayDeque<>());
    }

    /** How fresh a step is: 1 now, 0 at the end of the trail. */
    static double freshness(Step step, long nowNanos) {
        return Math.max(0, 1 - (nowNanos - step.mediaNanos()) / (double) KEPT_NANOS);
    }
}
