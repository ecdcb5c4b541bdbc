package dev.vsa.bench.mot;

/**
 * How well numbers stay with objects over a whole sequence (Ristani et al.: Performance measures and a data set for
 * multi-target, multi-camera tracking, 2016): each object is given the one number that explains it best.
 *
 * @param truePositives boxes found under the object's own number
 * @param truthBoxes boxes in the truth
 * @param foundBoxes boxes reported
 */
public record IdentityScore(int truePositives, int truthBoxes, int foundBoxes) {

    private static final double LEAST_OVERLAP = 0.5;

    /** IDF1: the harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        return 2.0 * truePositives / (truthBoxes + foundBoxes);
    }

    /** IDP: the share of the reported boxes that carry the right number. */
    public double precision() {
        return (double) truePositives / foundBoxes;
    }

    /** IDR: the share of the true boxes found under the right number. */
    public double recall() {
        return (double) truePositives / truthBoxes;
    }

    static IdentityScore of(MotFrames sequence) {
        // More shared boxes, less cost. Leaving a pair alone costs 0, so the best pairing of all is also the best of
        // any size.
        double[][] cost = new double[sequence.truthObjects()][sequence.foundObjects()];
        for (MotFrames.Pair frame : sequence.frames()) {
            for (int t = 0; t < frame.truth().length; t++) {
                for (int f = 0; f < frame.found().length; f++) {
                    if (frame.overlap()[t][f] >= LEAST_OVERLAP) {
                        cost[frame.truth()[t]][frame.found()[f]]--;
                    }
                }
            }
        }
        int[] columns = Hungarian.solve(cost);
        double shared = 0;
        for (int t = 0; t < columns.length; t++) {
            shared -= columns[t] < 0 ? 0 : cost[t][columns[t]];
        }
        return new IdentityScore((int) shared, sequence.truthBoxes(), sequence.foundBoxes());
    }
}
