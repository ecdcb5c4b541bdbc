package dev.vsa.perception.objects;

/**
 * How samples along one side of a picture become another number of samples: the mean over an area where they become fewer by
 * more than {@link #AREA_FROM}, else a line between the two nearest. Positions are in 256ths of a sample, weights are whole numbers
 * whose sum is {@link #ONE} for each target. Immutable.
 */
final class Resampling {

    /** Above this ratio of source to target samples, lines between neighbours would leave samples out. */
    static final double AREA_FROM = 1.5;

    /** The sum of the weights of a target; below 258, so that 255 times it fits 16 bits. */
    static final int ONE = 256;

    /** Above this ratio the sum over an area would not fit 32 bits. */
    private static final int MOST_RATIO = 250;

    private final int targets;
    private final boolean area;
    private final int[] start;
    private final int[] taps;
    private final int[] weights;
    private final int[] index;
    private final int[] next;
    private final int[] fraction;
    private final int shift;
    private final int inverse;

    /**
     * Plans it.
     *
     * @param length how many samples there are, at least 1; where it is no whole number, the last one counts in part
     * @param targets samples wanted, at least 1
     * @throws IllegalArgumentException if there are more than 250 times as many samples as wanted
     */
    Resampling(double length, int targets) {
        double ratio = length / targets;
        if (ratio > MOST_RATIO) {
            throw new IllegalArgumentException(length + " samples cannot become " + targets + " in one step");
        }
        this.targets = targets;
        this.area = ratio > AREA_FROM;
        this.start = new int[targets];
        this.taps = new int[targets];
        this.weights = new int[targets * ((int) Math.ceil(ratio) + 2)];
        this.index = new int[targets + 1];
        this.next = new int[targets + 1];
        this.fraction = new int[targets + 1];
        int sources = (int) Math.ceil(length);
        for (int t = 0; t <= targets; t++) {
            int position = area ? planArea(t, ratio, sources) : planLine(t, ratio, sources);
            index[t] = position / ONE;
            next[t] = position / ONE + 1;
            fraction[t] = position % ONE;
        }
        // The sum over an area has so many bits; 16 of them are kept, then multiplied by another 16.
        int bits = 32 - Integer.numberOfLeadingZeros((int) Math.ceil(255 * ratio)) + 16;
        this.shift = Math.max(0, bits - 16);
        this.inverse = (int) Math.round((1L << (shift + 5)) / ratio);
    }

    /** Plans a target, and returns where its area begins. */
    private int planArea(int t, double ratio, int sources) {
        int position = (int) Math.min(Math.round(t * ratio * ONE), (long) sources * ONE);
        if (t == targets) {
            return position;
        }
        start[t] = position / ONE;
        double from = t * ratio;
        double to = Math.min(from + ratio, sources);
        int done = 0;
        for (int s = start[t], k = 0; done < ONE; s++, k++) {
            double covered = Math.max(0, Math.min(s + 1, to) - from);
            int upTo = s + 1 >= to ? ONE : (int) Math.round(covered / ratio * ONE);
            weights[t * width() + k] = upTo - done;
            done = upTo;
            taps[t] = k + 1;
        }
        return position;
    }

    /** Plans a target, and returns the place of its middle. */
    private int planLine(int t, double ratio, int sources) {
        double at = Math.max(0, Math.min((t + 0.5) * ratio - 0.5, sources - 1.0));
        int first = Math.max(0, Math.min((int) at, sources - 2));
        int second = (int) Math.round((at - first) * ONE);
        if (t < targets) {
            start[t] = first;
            weights[t * width()] = ONE - second;
            weights[t * width() + 1] = second;
            taps[t] = second == 0 ? 1 : 2;
        }
        return first * ONE + second;
    }

    private int width() {
        return weights.length / targets;
    }

    /** How many samples are wanted. */
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
     * Applies means over areas to a row of running sums: a mean is the difference of two of them, however many samples lie between.
     * Of the loops here only {@link #gather} is scalar; the compiler turns the others into vector instructions.
     *
     * @param sums {@code sums[i]} is the sum of the first i samples, times 256; one more than needed at the end
     * @param scratch twice one more than there are targets
     * @param out the targets, times 64
     */
    void areas(int[] sums, int[][] scratch, int[] out) {
        int[] edge = scratch[0];
        int[] upper = scratch[1];
        gather(sums, index, edge, targets + 1);
        gather(sums, next, upper, targets + 1);
        for (int t = 0; t <= targets; t++) {
            // May overflow, as the sums may: the difference, which is what counts, does not.
            edge[t] = (edge[t] << 8) + fraction[t] * (upper[t] - edge[t]);
        }
        System.arraycopy(edge, 1, upper, 0, targets);
        for (int t = 0; t < targets; t++) {
            out[t] = (upper[t] - edge[t] >>> shift) * inverse + (1 << 14) >>> 15;
        }
    }

    /**
     * Applies lines between neighbours to a row.
     *
     * @param row samples, times 256; one more than needed at the end
     * @param scratch twice one more than there are targets
     * @param out the targets, times 64
     */
    void lines(int[] row, int[][] scratch, int[] out) {
        int[] first = scratch[0];
        int[] second = scratch[1];
        gather(row, index, first, targets);
        gather(row, next, second, targets);
        for (int t = 0; t < targets; t++) {
            out[t] = (first[t] << 8) + fraction[t] * (second[t] - first[t]) + (1 << 9) >> 10;
        }
    }

    private static void gather(int[] from, int[] index, int[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[index[i]];
        }
    }
}
