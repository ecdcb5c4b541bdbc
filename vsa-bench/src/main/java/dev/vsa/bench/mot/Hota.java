package dev.vsa.bench.mot;

import java.util.Arrays;

/**
 * Higher order tracking accuracy (Luiten et al.: HOTA, IJCV 2021), as its reference implementation TrackEval computes it: the
 * means over the overlaps 0.05, 0.10 … 0.95. All are 0 to 1.
 *
 * @param hota the geometric mean of detection and association, at each overlap
 * @param detection DetA: how well boxes are found
 * @param association AssA: how well numbers stay with objects
 * @param localisation LocA: mean overlap of the matches
 */
public record Hota(double hota, double detection, double association, double localisation) {

    private static final int STEPS = 19;

    static Hota of(MotFrames sequence) {
        return new Count(sequence).run();
    }

    private static double threshold(int step) {
        return (step + 1) * 0.05 - Math.ulp(1.0);
    }

    private static final class Count {

        private final MotFrames sequence;
        private final double[][] alignment;
        private final int[] truthCount;
        private final int[] foundCount;
        private final int[][][] together;
        private final int[] matches = new int[STEPS];
        private final double[] overlaps = new double[STEPS];

        Count(MotFrames sequence) {
            this.sequence = sequence;
            alignment = new double[sequence.truthObjects()][sequence.foundObjects()];
            truthCount = new int[sequence.truthObjects()];
            foundCount = new int[sequence.foundObjects()];
            together = new int[STEPS][sequence.truthObjects()][sequence.foundObjects()];
        }

        Hota run() {
            sequence.frames().forEach(this::align);
            for (int t = 0; t < truthCount.length; t++) {
                for (int f = 0; f < foundCount.length; f++) {
                    double shared = alignment[t][f];
                    alignment[t][f] = shared / (truthCount[t] + foundCount[f] - shared);
                }
            }
            sequence.frames().forEach(this::match);
            double hota = 0;
            double detection = 0;
            double association = 0;
            double localisation = 0;
            for (int a = 0; a < STEPS; a++) {
                int boxes = sequence.truthBoxes() + sequence.foundBoxes() - matches[a];
                double detA = (double) matches[a] / Math.max(1, boxes);
                double assA = association(a);
                hota += Math.sqrt(detA * assA) / STEPS;
                detection += detA / STEPS;
                association += assA / STEPS;
                localisation += Math.max(1e-10, overlaps[a]) / Math.max(1e-10, matches[a]) / STEPS;
            }
            return new Hota(hota, detection, association, localisation);
        }

        /** How much each object and number overlap over the sequence, each frame's overlap shared among the competitors. */
        private void align(MotFrames.Pair frame) {
            double[] truthSum = new double[frame.truth().length];
            double[] foundSum = new double[frame.found().length];
            for (int t = 0; t < truthSum.length; t++) {
                for (int f = 0; f < foundSum.length; f++) {
                    truthSum[t] += frame.overlap()[t][f];
                    foundSum[f] += frame.overlap()[t][f];
                }
            }
            for (int t = 0; t < truthSum.length; t++) {
                truthCount[frame.truth()[t]]++;
                for (int f = 0; f < foundSum.length; f++) {
                    double overlap = frame.overlap()[t][f];
                    double all = truthSum[t] + foundSum[f] - overlap;
                    if (all > Math.ulp(1.0)) {
                        alignment[frame.truth()[t]][frame.found()[f]] += overlap / all;
                    }
                }
            }
            Arrays.stream(frame.found()).forEach(f -> foundCount[f]++);
        }

        private void match(MotFrames.Pair frame) {
            double[][] cost = new double[frame.truth().length][frame.found().length];
            for (int t = 0; t < frame.truth().length; t++) {
                for (int f = 0; f < frame.found().length; f++) {
                    cost[t][f] = -alignment[frame.truth()[t]][frame.found()[f]] * frame.overlap()[t][f];
                }
            }
            int[] columns = Hungarian.solve(cost);
            for (int t = 0; t < columns.length; t++) {
                if (columns[t] >= 0) {
                    count(frame.truth()[t], frame.found()[columns[t]], frame.overlap()[t][columns[t]]);
                }
            }
        }

        private void count(int truth, int found, double overlap) {
            for (int a = 0; a < STEPS && overlap >= threshold(a); a++) {
                matches[a]++;
                overlaps[a] += overlap;
                together[a][truth][found]++;
            }
        }

        private double association(int a) {
            double sum = 0;
            for (int t = 0; t < truthCount.length; t++) {
                for (int f = 0; f < foundCount.length; f++) {
                    double shared = together[a][t][f];
                    sum += shared * shared / Math.max(1, truthCount[t] + foundCount[f] - shared);
                }
            }
            return sum / Math.max(1, matches[a]);
        }
    }
}
