package dev.vsa.bench.mot;

import java.util.Arrays;

/**
 * CLEAR MOT (Bernardin, Stiefelhagen: Evaluating multiple object tracking performance, 2008) at an overlap of one half, with
 * the trajectory counts of the MOTChallenge. A correspondence of the frame before is kept while it overlaps enough.
 *
 * @param objects objects in the truth
 * @param mostlyTracked objects seen in at least 80 % of their frames
 * @param partlyTracked objects seen in at least 20 % of their frames but not in 80 %
 * @param mostlyLost the rest
 * @param matches boxes found, identity switches among them
 * @param falsePositives boxes reported where nothing is
 * @param misses boxes not found
 * @param switches times that an object was found under another number than before
 * @param fragments times that an object was lost and found again
 * @param distance sum of (1 - overlap) over all matches
 */
public record ClearMot(
        int objects,
        int mostlyTracked,
        int partlyTracked,
        int mostlyLost,
        int matches,
        int falsePositives,
        int misses,
        int switches,
        int fragments,
        double distance) {

    private static final double LEAST_OVERLAP = 0.5;
    private static final double NEVER = 1e6;

    /** Multiple object tracking accuracy: 1 - (misses + false positives + switches) / boxes; at most 1. */
    public double mota() {
        return 1 - (double) (misses + falsePositives + switches) / (matches + misses);
    }

    /** Mean distance (1 - overlap) of the matches: 0 is exact. */
    public double motp() {
        return distance / matches;
    }

    /** Share of the boxes that were found. */
    public double recall() {
        return (double) matches / (matches + misses);
    }

    /** Share of the reported boxes that are right. */
    public double precision() {
        return (double) matches / (matches + falsePositives);
    }

    static ClearMot of(MotFrames frames) {
        return new Count(frames).run();
    }

    private static final class Count {

        private final MotFrames sequence;
        private final int[] last;
        private final int[] present;
        private final int[] tracked;
        private final boolean[] lost;
        private int matches;
        private int falsePositives;
        private int misses;
        private int switches;
        private int fragments;
        private double distance;

        Count(MotFrames sequence) {
            this.sequence = sequence;
            last = new int[sequence.truthObjects()];
            Arrays.fill(last, -1);
            present = new int[last.length];
            tracked = new int[last.length];
            lost = new boolean[last.length];
        }

        ClearMot run() {
            sequence.frames().forEach(this::frame);
            int most = 0;
            int part = 0;
            for (int o = 0; o < last.length; o++) {
                double share = (double) tracked[o] / present[o];
                if (share >= 0.8) {
                    most++;
                } else if (share >= 0.2) {
                    part++;
                }
            }
            return new ClearMot(
                    last.length,
                    most,
                    part,
                    last.length - most - part,
                    matches,
                    falsePositives,
                    misses,
                    switches,
                    fragments,
                    distance);
        }

        private void frame(MotFrames.Pair frame) {
            int[] partner = new int[frame.truth().length];
            Arrays.fill(partner, -1);
            boolean[] used = new boolean[frame.found().length];
            keepOld(frame, partner, used);
            matchNew(frame, partner, used);
            for (int t = 0; t < partner.length; t++) {
                count(frame, t, partner[t]);
            }
            for (boolean u : used) {
                falsePositives += u ? 0 : 1;
            }
        }

        private void keepOld(MotFrames.Pair frame, int[] partner, boolean[] used) {
            for (int t = 0; t < partner.length; t++) {
                for (int f = 0; f < used.length; f++) {
                    if (!used[f]
                            && frame.found()[f] == last[frame.truth()[t]]
                            && frame.overlap()[t][f] >= LEAST_OVERLAP) {
                        partner[t] = f;
                        used[f] = true;
                        break;
                    }
                }
            }
        }

        private static void matchNew(MotFrames.Pair frame, int[] partner, boolean[] used) {
            double[][] cost = new double[partner.length][used.length];
            for (int t = 0; t < partner.length; t++) {
                for (int f = 0; f < used.length; f++) {
                    boolean free = partner[t] < 0 && !used[f] && frame.overlap()[t][f] >= LEAST_OVERLAP;
                    cost[t][f] = free ? 1 - frame.overlap()[t][f] : NEVER;
                }
            }
            int[] columns = Hungarian.solve(cost);
            for (int t = 0; t < partner.length; t++) {
                if (columns[t] >= 0 && cost[t][columns[t]] < NEVER) {
                    partner[t] = columns[t];
                    used[columns[t]] = true;
                }
            }
        }

        private void count(MotFrames.Pair frame, int t, int partner) {
            int object = frame.truth()[t];
            present[object]++;
            if (partner < 0) {
                misses++;
                lost[object] = tracked[object] > 0;
                return;
            }
            int number = frame.found()[partner];
            matches++;
            tracked[object]++;
            distance += 1 - frame.overlap()[t][partner];
            switches += last[object] >= 0 && last[object] != number ? 1 : 0;
            fragments += lost[object] ? 1 : 0;
            lost[object] = false;
            last[object] = number;
        }
    }
}
