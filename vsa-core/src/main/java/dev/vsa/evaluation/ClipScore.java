package dev.vsa.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How well events were detected in one clip.
 *
 * @param name the clip's name
 * @param events a score for each event that the clip is judged for
 * @param places the same for each zone
 * @param labels what became of each labelled occurrence that is judged
 * @param alerts what became of each alert, earliest first
 * @param notEvaluated rules of the label that no detector carried out
 */
public record ClipScore(
        String name,
        Map<String, Score> events,
        List<PlaceScore> places,
        List<LabelOutcome> labels,
        List<AlertOutcome> alerts,
        List<NotEvaluated> notEvaluated) {

    /**
     * How well an event was detected at one zone of the clip.
     *
     * @param event id of the event
     * @param zone id of the zone
     * @param score the score
     */
    public record PlaceScore(String event, String zone, Score score) {}
}
