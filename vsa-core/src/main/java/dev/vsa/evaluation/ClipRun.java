package dev.vsa.evaluation;

import dev.vsa.event.Alert;
import java.util.List;
import java.util.Map;

/**
 * What came of judging a clip.
 *
 * @param name the clip's name, for people
 * @param label what is true of it
 * @param alerts every value of every alert that was told, in any order; media time 0 is the clip's start
 * @param blindS seconds in which an event could not be judged, by its id; events without an entry always could
 * @param notEvaluated rules of the label that no detector carried out
 */
public record ClipRun(
        String name, ClipLabel label, List<Alert> alerts, Map<String, Double> blindS, List<NotEvaluated> notEvaluated) {

    /** Copies the collections. */
    public ClipRun {
        alerts = List.copyOf(alerts);
        blindS = Map.copyOf(blindS);
        notEvaluated = List.copyOf(notEvaluated);
    }
}
