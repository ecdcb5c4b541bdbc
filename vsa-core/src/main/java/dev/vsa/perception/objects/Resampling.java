package dev.vsa.perception.objects;

/**
 * How samples along one side of a picture become another number of samples: the mean over an area where they become fewer by
 * more than {@link #AREA_FROM}, else a line between the two nearest. Weights are whole numbers whose sum is {@link #ONE} for each
 * target. Immutable.
 */
final class Resampling {

    /** Above this ratio of source to target samples, lines between neighbours would leave samples out. */
    static final double AREA_FROM = 1.5;

    /** The sum of the weights of a target; below 257, so that 255 times it fits 16 bits. */
    static final int ONE = 256;

    private final int targets;
    private final boolean area;
    private final int[] start;
    private final int[] taps;
    private final int[] weights;
    private final int[] fraction;
    private final int shift;
    private final int inverse;

    /**
     * Plans it.
     *
     * @param sources samples there are, at least 1
     * @param targets samples wanted, at least 1
     */
    Resampling(int sources, int targets) {
        this.targets = targets;
        double ratio = (double) sources / targets;
        this.area = ratio > AREA_FROM;
        this.start = new int[targets + 1];
        this.fraction = new int[targets + 1];
        this.taps = new int[targets];
        this.weights = new int[targets * ((int) Math.ceil(ratio) + 2)];
        if (area) {
            planAreas(sources, ratio);
        } else {
            planLines(sources, ratio);
        }
        int bits = 32 - Integer.numberOfLeadingZeros((int) Math.ceil(255 * ratio)) + 16;
        this.shift = Math.max(0, bits - 16);
        this.inverse = (int) Math.round((1L << (shift + 5)) / ratio);
    }

    private void planAreas(int sources, double ratio) {
        for (int t = 0; t <= targets; t++) {
            long edge = Math.min(Math.round(t * ratio * ONE), (long) sources * ONE);
            start[t] = (int) (edge / ONE);
            fraction[t] = (int) (edge % ONE);
        }
        for (int t = 0; t < targets; t++) {
            double from = t * ratio;
            double to = Math.min(from + ratio, sources);
            int done = 0;
            for (int s = start[t], k = 0; done < ONE; s++, k++) {
                double covered = Math.min(s + 1, to) - from;
                int upTo = s + 1 >= to ? ONE : (int) Math.round(Math.max(0, covered) / ratio * ONE);
                weights[t * width() + k] = upTo - done;
                done = upTo;
                taps[t] = k + 1;
            }
        }
    }

    private void planLines(int sources, double ratio) {
        for (int t = 0; t < targets; t++) {
            double at = Math.max(0, Math.min((t + 0.5) * ratio - 0.5, sources - 1.0));
            int first = Math.max(0, Math.min((int) at, sources - 2));
            int second = (int) Math.round((at - first) * ONE);
            start[t] = first;
            fraction[t] = second;
            weights[t * width()] = ONE - second;
            weights[t * width() + 1] = second;
            taps[t] = second == 0 ? 1 : 2;
        }
    }

    private int width() {
        return weights.length / targets;
    }

    /** How many samples there will be. */
    int targets() {
        return targets;
    }

    /** Whether means over areas are taken. */
    boolean area() {
        return area;
    }

    /** The first source of a target. */
    int start(int target) {
        return start[target];
    }

    /** How many sources a target takes. */
    int taps(int target) {
        return taps[target];
    }

    /** The weight of a target's source. */
    int weight(int target, int tap) {
        return weights[target * width() + tap];
    }

    /**
     * Applies it to a row of which every {@code step}-th sample is meant.
     *
     * @param row samples times 256
     * @param offset the first of them
     * @param step from one to the next
     * @param sums scratch: at least one more than there are sources
     * @param out the targets, times 64
     */
    void apply(int[] row, int offset, int step, int[] sums, int[] out) {
        if (area) {
            applyAreas(row, offset, step, sums, out);
        } else {
            for (int t = 0; t < targets; t++) {
                int at = offset + start[t] * step;
                int f = fraction[t];
                // With one source only there is no second sample: its weight is 0 then.
                int next = f == 0 ? at : at + step;
                out[t] = (row[at] * (ONE - f) + row[next] * f + 512) >> 10;
            }
        }
    }

    /** By running sums: a mean is the difference of two of them, whatever the number of samples in between. */
    private void applyAreas(int[] row, int offset, int step, int[] sums, int[] out) {
        int sources = start[targets];
        int sum = 0;
        for (int s = 0, at = offset; s < sources; s++, at += step) {
            sums[s] = sum;
            sum += row[at];
        }
        sums[sources] = sum;
        int before = 0;
        for (int t = 0; t < targets; t++) {
            int s = start[t + 1];
            int f = fraction[t + 1];
            int edge = (sums[s] << 8) + (f == 0 ? 0 : f * row[offset + s * step]);
            out[t] = (((edge - before) >>> shift) * inverse + (1 << 14)) >>> 15;
            before = edge;
        }
    }
}
