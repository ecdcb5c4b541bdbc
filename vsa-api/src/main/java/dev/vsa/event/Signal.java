package dev.vsa.event;

import java.util.List;

/**
 * A detector's word that its condition holds now.
 *
 * <p>Signals of one detector with the same place and key are one occurrence and become one alert; giving the same one again
 * updates it.
 *
 * @param place the id of the zone or line; {@link dev.vsa.geometry.Zone#FRAME} for the whole picture
 * @param key tells occurrences at one place apart: usually the number of the track it began with
 * @param onsetNanos media time at which the condition began to hold, at most the scene's own
 * @param margin measured value over threshold: 1 or more
 * @param subjects whom or what it is about; at least one
 * @param explanation why
 */
public record Signal(
        String place, long key, long onsetNanos, double margin, List<Subject> subjects, Explanation explanation) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no subject, or the margin is below 1 or not a number
     */
    public Signal {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a signal needs a subject");
        }
        if (!(margin >= 1)) {
            throw new IllegalArgumentException("a signal's margin is at least 1; got " + margin);
        }
    }
}
