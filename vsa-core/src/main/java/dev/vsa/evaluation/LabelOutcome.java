package dev.vsa.evaluation;

import java.util.Optional;

/**
 * What became of a labelled occurrence.
 *
 * @param label the occurrence
 * @param alertId the alert that matched it; empty if it was missed
 * @param delayS seconds from the moment when an alert was due to the alert; NaN if it was missed
 */
public record LabelOutcome(ClipLabel.Event label, Optional<String> alertId, double delayS) {

    /** Whether an alert matched it. */
    public boolean found() {
        return alertId.isPresent();
    }
}
