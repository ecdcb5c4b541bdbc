package dev.vsa.evaluation;

/**
 * The constants of the figures that a scorer gives. None of them changes what counts as found or false.
 *
 * @param alpha how recall and precision weigh in {@link Score#fAlpha()}: 1 weighs them alike, less favours recall
 * @param costMiss what a missed event costs, for {@link Score#ndcr()}
 * @param costFalse what a false alert costs
 * @param targetPerHour how many events are expected in an hour of footage
 * @param confidence of the interval about the false alerts in an hour, between 0 and 1
 */
public record ScoringPolicy(double alpha, double costMiss, double costFalse, double targetPerHour, double confidence) {

    /**
     * α 0.6, about what is told of the i-LIDS operational alert role; the costs and the rate that NIST's own scorer for TRECVID
     * surveillance event detection has by default (10, 1, 1.8 an hour); 95 % confidence.
     */
    public static final ScoringPolicy DEFAULT = new ScoringPolicy(0.6, 10, 1, 1.8, 0.95);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is not positive, or the confidence is not below 1
     */
    public ScoringPolicy {
        if (!(alpha > 0 && costMiss > 0 && costFalse > 0 && targetPerHour > 0 && confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("the figures of a scoring policy are positive, the confidence below 1");
        }
    }

    /** What a false alert in an hour weighs against the share of missed events: NDCR's β. */
    public double beta() {
        return costFalse / (costMiss * targetPerHour);
    }
}
