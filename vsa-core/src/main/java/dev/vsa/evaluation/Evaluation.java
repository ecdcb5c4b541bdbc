package dev.vsa.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How well events were detected in a set of clips.
 *
 * @param events a score for each event that a clip was judged for, all clips together; the decree's events first
 * @param clips the clips, in the order in which they were given
 * @param conditions how each event fared under which condition
 * @param policy constants of the figures
 */
public record Evaluation(
        Map<String, Score> events, List<ClipScore> clips, List<Condition> conditions, ScoringPolicy policy) {}
