package dev.vsa.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator is shown: one occurrence of an event, at one moment of its life.
 *
 * <p>A sink receives the same alert (the same {@link #id()}) several times: once {@link Phase#RAISED}, any number of times
 * {@link Phase#UPDATED}, and exactly once {@link Phase#ENDED}. Each time it gets a new immutable value.
 *
 * @param id unique within camera and run, and the same when the same scenes are judged again:
 *     {@code camera/rule/place/number}
 * @param cameraId the camera
 * @param rule the name of the configured detector
 * @param type the event
 * @param place the id of the zone or line
 * @param phase where in its life it is
 * @param onsetNanos media time at which the condition began to hold
 * @param raisedNanos media time at which it was raised
 * @param nowNanos media time of this value
 * @param raisedAt the moment at which it was raised
 * @param endCause why it ended; empty until then
 * @param subjects whom or what it was about so far, each with the box of its last sighting; one entry a track
 * @param margin measured over threshold, over time; at most {@value #MAX_MARGIN_SAMPLES} samples, thinned out evenly
 * @param explanation why it was raised
 * @param caveats what kept the rule from judging well when it was raised, in the words in which it said so; empty nearly always
 * @param provenance what produced it
 */
public record Alert(
        String id,
        String cameraId,
        String rule,
        EventType type,
        String place,
        Phase phase,
        long onsetNanos,
        long raisedNanos,
        long nowNanos,
        Instant raisedAt,
        Optional<EndCause> endCause,
        List<Subject> subjects,
        List<MarginSample> margin,
        Explanation explanation,
        List<String> caveats,
        Provenance provenance) {

    /** The most samples that the margin holds. */
    public static final int MAX_MARGIN_SAMPLES = 128;

    /** Where in its life an alert is. */
    public enum Phase {
        /** An operator should look now. */
        RAISED,
        /** Something about it changed: a further subject, a higher margin. */
        UPDATED,
        /** It is over; nothing more comes. */
        ENDED
    }

    /**
     * Copies the lists and checks what every sink relies on.
     *
     * @throws IllegalArgumentException if it has ended without a cause or has a cause without having ended, if its times are
     *     not in order, or if the margin has too many samples
     */
    public Alert {
        if (endCause.isPresent() != (phase == Phase.ENDED)) {
            throw new IllegalArgumentException("alert " + id + " is " + phase + ", its end cause " + endCause);
        }
        if (onsetNanos > raisedNanos || raisedNanos > nowNanos) {
            throw new IllegalArgumentException("alert " + id + " began at " + onsetNanos + ", was raised at "
                    + raisedNanos + " and is told at " + nowNanos);
        }
        if (margin.size() > MAX_MARGIN_SAMPLES) {
            throw new IllegalArgumentException("alert " + id + " has " + margin.size() + " samples of its margin");
        }
        subjects = List.copyOf(subjects);
        margin = List.copyOf(margin);
        caveats = List.copyOf(caveats);
    }

    /** The highest margin so far. */
    public double peakMargin() {
        return margin.stream().mapToDouble(MarginSample::margin).max().orElse(1);
    }
}
