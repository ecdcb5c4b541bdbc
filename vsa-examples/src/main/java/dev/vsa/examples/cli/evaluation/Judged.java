package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.ClipRun;
import dev.vsa.event.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What came of judging a clip.
 *
 * @param clip the clip
 * @param run its alerts and blind stretches
 * @param nearMisses candidates that came near a rule and failed it
 * @param events the event of each rule, by the rule's name
 * @param tracks how many tracks were seen, by media time in nanoseconds
 */
public record Judged(
        Clip clip,
        ClipRun run,
        List<NearMiss> nearMisses,
        Map<String, String> events,
        NavigableMap<Long, Integer> tracks) {

    /** Copies the collections. */
    public Judged {
        nearMisses = List.copyOf(nearMisses);
        events = Map.copyOf(events);
        tracks = new TreeMap<>(tracks);
    }
}
