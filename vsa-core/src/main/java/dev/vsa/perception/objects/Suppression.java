package dev.vsa.perception.objects;

import java.util.Arrays;

/**
 * Keeps the surest of boxes of one group that overlap by more than a limit (greedy non-maximum suppression). Boxes of different
 * groups do not touch each other. Works on flat arrays in the order in which they are read. Not thread-safe.
 */
final class Suppression {

    /** More candidates than this are not looked at: the surest are. */
    static final int MOST = 2048;

    /** No confidence has larger bits: 30 of them. */
    private static final int ONE_BITS = Float.floatToRawIntBits(1);

    private final float limit;
    private final int[] groupOfKind;
    private long[] order = new long[MOST];
    private final int[] kept = new int[MOST];
    private final float[] left = new float[MOST];
    private final float[] top = new float[MOST];
    private final float[] right = new float[MOST];
    private final float[] bottom = new float[MOST];
    private final float[] area = new float[MOST];

    /**
     * Makes one.
     *
     * @param limit intersection over union above which the less sure box goes
     * @param groupOfKind the group of each class, 0 to 8,191
     */
    Suppression(float limit, int[] groupOfKind) {
        this.limit = limit;
        this.groupOfKind = groupOfKind.clone();
    }

    /**
     * Chooses.
     *
     * @param boxes the candidates
     * @return how many are kept; {@link #kept} names them, group by group, the surest of a group first
     */
    int run(Candidates boxes) {
        int n = sort(boxes);
        int total = 0;
        int groupBegins = 0;
        int group = -1;
        for (int i = 0; i < n; i++) {
            int box = (int) order[i];
            if (groupOfKind[boxes.kind[box]] != group) {
                group = groupOfKind[boxes.kind[box]];
                groupBegins = total;
            }
            if (isFree(boxes, box, groupBegins, total)) {
                keep(boxes, box, total++);
            }
        }
        return total;
    }

    /** The index of a kept candidate. */
    int kept(int i) {
        return kept[i];
    }

    /** Orders candidates by group, then from sure to unsure, then as they came. */
    private int sort(Candidates boxes) {
        int n = boxes.size();
        if (n > order.length) {
            order = new long[Math.max(n, 2 * order.length)];
        }
        if (n > MOST) {
            // The bits of positive floats are ordered as the floats are.
            for (int i = 0; i < n; i++) {
                order[i] = (long) ~Float.floatToRawIntBits(boxes.score[i]) << 32 | i;
            }
            Arrays.sort(order, 0, n);
            n = MOST;
        } else {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
        }
        for (int k = 0; k < n; k++) {
            int i = (int) order[k];
            long unsure = Math.max(0, ONE_BITS - Float.floatToRawIntBits(boxes.score[i]));
            order[k] = (long) groupOfKind[boxes.kind[i]] << (30 + Candidates.INDEX_BITS)
                    | unsure << Candidates.INDEX_BITS
                    | i;
        }
        Arrays.sort(order, 0, n);
        for (int k = 0; k < n; k++) {
            order[k] &= Candidates.MOST - 1;
        }
        return n;
    }

    private boolean isFree(Candidates boxes, int box, int from, int to) {
        float l = boxes.left[box];
        float t = boxes.top[box];
        float r = boxes.right[box];
        float b = boxes.bottom[box];
        float own = (r - l) * (b - t);
        for (int k = from; k < to; k++) {
            float w = Math.min(r, right[k]) - Math.max(l, left[k]);
            float h = Math.min(b, bottom[k]) - Math.max(t, top[k]);
            if (w > 0 && h > 0) {
                float shared = w * h;
                if (shared > limit * (own + area[k] - shared)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void keep(Candidates boxes, int box, int at) {
        kept[at] = box;
        left[at] = boxes.left[box];
        top[at] = boxes.top[box];
        right[at] = boxes.right[box];
        bottom[at] = boxes.bottom[box];
        area[at] = (right[at] - left[at]) * (bottom[at] - top[at]);
    }
}
