package dev.vsa.event;

import java.util.List;
import java.util.Optional;

/**
 * Why a signal was given, in words for an operator and in numbers for whoever tunes the rule.
 *
 * @param sentence one plain sentence
 * @param measures the figures behind it
 * @param heatMap where in the picture there was how much of it, where the detector tells that
 */
public record Explanation(String sentence, List<Measure> measures, Optional<HeatMap> heatMap) {

    /** Copies the measures. */
    public Explanation {
        measures = List.copyOf(measures);
    }

    /**
     * An explanation without a heat map.
     *
     * @param sentence one plain sentence
     * @param measures the figures behind it
     */
    public Explanation(String sentence, List<Measure> measures) {
        this(sentence, measures, Optional.empty());
    }

    /**
     * An explanation without a heat map.
     *
     * @param sentence one plain sentence
     * @param measures the figures behind it
     */
    public static Explanation of(String sentence, Measure... measures) {
        return new Explanation(sentence, List.of(measures));
    }
}
