package dev.vsa.evaluation;

/**
 * What became of an alert.
 *
 * @param alertId its id
 * @param event id of the event
 * @param place id of the zone
 * @param raisedS when it was raised, seconds from the clip's start
 * @param verdict what it counts as
 */
public record AlertOutcome(String alertId, String event, String place, double raisedS, Verdict verdict) {

    /** What an alert counts as. */
    public enum Verdict {
        /** It matched at least one labelled occurrence. */
        TRUE,
        /** It matched none. */
        FALSE,
        /** It told once more of an occurrence that was found already and lasts. */
        REPEAT,
        /** The clip is not judged for its event. */
        UNJUDGED
    }
}
