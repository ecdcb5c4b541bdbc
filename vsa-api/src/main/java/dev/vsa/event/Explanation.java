package dev.vsa.event;

import java.util.List;

/**
 * Why a signal was given, in words for an operator and in numbers for whoever tunes the rule.
 *
 * @param sentence one plain sentence
 * @param measures the figures behind it
 */
public record Explanation(String sentence, List<Measure> measures) {

    /** Copies the measures. */
    public Explanation {
        measures = List.copyOf(measures);
    }

    /**
     * An explanation.
     *
     * @param sentence one plain sentence
     * @param measures the figures behind it
     */
    public static Explanation of(String sentence, Measure... measures) {
        return new Explanation(sentence, List.of(measures));
    }
}
