package dev.vsa.model;

/**
 * Which predictions of a model are passed on.
 *
 * @param score the least confidence, 0 to 1; doubtful ones are wanted too, for a tracker follows with them what surer ones began
 * @param overlap of two boxes of one kind that overlap by more than this (intersection over union, 0 to 1) the surer one stays
 */
public record ModelThresholds(double score, double overlap) {

    /** From 0.25 on, and no two of a kind that overlap by more than a half. */
    public static final ModelThresholds DEFAULT = new ModelThresholds(0.25, 0.5);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is not above 0 and at most 1
     */
    public ModelThresholds {
        if (!(score > 0 && score <= 1 && overlap > 0 && overlap <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds: score " + score + ", overlap " + overlap + "; both are above 0 and at most 1");
        }
    }
}
