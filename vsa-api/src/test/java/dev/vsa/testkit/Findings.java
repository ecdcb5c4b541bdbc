package dev.vsa.testkit;

import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What a detector said about a run of scenes. Immutable, and equal to another run's if the detector said the same.
 *
 * @param signals every signal, in order
 * @param ends every end, in order
 * @param margins every margin, in order
 * @param blindness every "cannot judge", in order
 * @param occurrences what a host would make of it, in the order in which they were first signalled
 */
public record Findings(
        List<Said> signals,
        List<Ended> ends,
        List<Margin> margins,
        List<Blind> blindness,
        List<Occurrence> occurrences) {

    /** Copies the lists. */
    public Findings {
        signals = List.copyOf(signals);
        ends = List.copyOf(ends);
        margins = List.copyOf(margins);
        blindness = List.copyOf(blindness);
        occurrences = List.copyOf(occurrences);
    }

    /**
     * A signal and when it was given.
     *
     * @param second media time of the scene
     * @param signal what was said
     */
    public record Said(double second, Signal signal) {}

    /**
     * An end and when it was said.
     *
     * @param second media time of the scene
     * @param place the zone or line
     * @param key the occurrence
     * @param cause why
     */
    public record Ended(double second, String place, long key, EndCause cause) {}

    /**
     * A margin and when it was given.
     *
     * @param second media time of the scene
     * @param place the zone or line
     * @param key the occurrence
     * @param value measured over threshold
     */
    public record Margin(double second, String place, long key, double value) {}

    /**
     * A scene that could not be judged.
     *
     * @param second media time of the scene
     * @param place the zone or line
     * @param reason why
     */
    public record Blind(double second, String place, String reason) {}

    /**
     * One occurrence from its first signal to its end, as a host without confirmation, merging or cool-down makes it.
     *
     * @param place the zone or line
     * @param key which
     * @param onset when the condition began to hold, by the first signal; seconds of media time
     * @param raised when it was first signalled; seconds of media time
     * @param ended when it ended; empty while it is open
     * @param cause why it ended; empty while it is open
     * @param signals how often it was signalled
     * @param peakMargin the highest margin that was given for it
     * @param subjects the numbers of all tracks it was about, in the order in which they came
     */
    public record Occurrence(
            String place,
            long key,
            double onset,
            double raised,
            Optional<Double> ended,
            Optional<EndCause> cause,
            int signals,
            double peakMargin,
            List<Long> subjects) {

        /** Whether it has not ended. */
        public boolean open() {
            return ended.isEmpty();
        }
    }

    /** The occurrences that have not ended. */
    public List<Occurrence> open() {
        return occurrences.stream().filter(Occurrence::open).toList();
    }

    /**
     * The margins of one occurrence, in order.
     *
     * @param place the zone or line
     * @param key which
     */
    public List<Margin> margins(String place, long key) {
        return margins.stream()
                .filter(m -> m.place.equals(place) && m.key == key)
                .toList();
    }

    /** The highest margin of all; 0 if none was given. */
    public double peakMargin() {
        return margins.stream().mapToDouble(Margin::value).max().orElse(0);
    }
}
