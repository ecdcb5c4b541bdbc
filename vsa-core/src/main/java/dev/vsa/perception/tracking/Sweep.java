package dev.vsa.perception.tracking;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the pairs of targets and detections that can belong together: a forward plane sweep over left sides (Brinkhoff,
 * Kriegel, Seeger, SIGMOD 1993), so that only pairs that share a column of the picture are looked at.
 */
final class Sweep {

    private int count;
    private int[] target = new int[64];
    private int[] candidate = new int[64];
    private float[] overlap = new float[64];
    private long[] order = new long[64];

    /** Collects all pairs whose widened boxes overlap. */
    void collect(List<Target> targets, int targetCount, Candidates seen) {
        count = 0;
        if (order.length < targetCount) {
            order = new long[Math.max(targetCount, 2 * order.length)];
        }
        for (int t = 0; t < targetCount; t++) {
            order[t] = ((long) sortable(gateLeft(targets.get(t))) << 32) | t;
        }
        Arrays.sort(order, 0, targetCount);
        int t = 0;
        int c = 0;
        while (t < targetCount && c < seen.size()) {
            Target first = targets.get((int) order[t]);
            if (gateLeft(first) <= seen.left(c)) {
                float end = (float) (first.right + 2 * first.slack);
                for (int k = c; k < seen.size() && seen.left(k) <= end; k++) {
                    compare((int) order[t], first, k, seen);
                }
                t++;
            } else {
                for (int k = t; k < targetCount; k++) {
                    Target other = targets.get((int) order[k]);
                    if (gateLeft(other) > seen.right(c)) {
                        break;
                    }
                    compare((int) order[k], other, c, seen);
                }
                c++;
            }
        }
    }

    private static float gateLeft(Target target) {
        return (float) (target.left - 2 * target.slack);
    }

    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ ((bits >> 31) & 0x7fff_ffff);
    }

    private void compare(int index, Target a, int i, Candidates seen) {
        double wide = 2 * a.slack;
        double h = Math.min(a.bottom, seen.bottom(i)) - Math.max(a.top, seen.top(i)) + wide;
        double w = Math.min(a.right, seen.right(i)) - Math.max(a.left, seen.left(i)) + wide;
        if (h <= 0 || w <= 0) {
            return;
        }
        double shared = w * h;
        double areaA = (a.right - a.left + wide) * (a.bottom - a.top + wide);
        double areaB = (seen.right(i) - seen.left(i) + wide) * (seen.bottom(i) - seen.top(i) + wide);
        if (count == target.length) {
            target = Arrays.copyOf(target, 2 * count);
            candidate = Arrays.copyOf(candidate, 2 * count);
            overlap = Arrays.copyOf(overlap, 2 * count);
        }
        target[count] = index;
        candidate[count] = i;
        overlap[count] = (float) (shared / (areaA + areaB - shared));
        count++;
    }

    int size() {
        return count;
    }

    int target(int pair) {
        return target[pair];
    }

    int candidate(int pair) {
        return candidate[pair];
    }

    /** Intersection over union of the two boxes, both widened by the target's slack. */
    float overlap(int pair) {
        return overlap[pair];
    }
}
