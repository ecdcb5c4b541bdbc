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
    private int[] open = new int[64];
    private int openCount;
    private final Order order = new Order();

    /** Collects all pairs whose widened boxes overlap. */
    void collect(List<Target> targets, int targetCount, Candidates seen) {
        count = 0;
        order.reserve(targetCount);
        for (int t = 0; t < targetCount; t++) {
            order.set(t, gateLeft(targets.get(t)), t);
        }
        order.sort(targetCount);
        int t = 0;
        int c = 0;
        while (t < targetCount && c < seen.size()) {
            Target first = targets.get(order.index(t));
            if (gateLeft(first) <= seen.left(c)) {
                float end = (float) (first.right + first.gate);
                for (int k = c; k < seen.size() && seen.left(k) <= end; k++) {
                    compare(order.index(t), first, k, seen);
                }
                t++;
            } else {
                for (int k = t; k < targetCount; k++) {
                    Target other = targets.get(order.index(k));
                    if (gateLeft(other) > seen.right(c)) {
                        break;
                    }
                    compare(order.index(k), other, c, seen);
                }
                c++;
            }
        }
    }

    private static float gateLeft(Target target) {
        return (float) (target.left - target.gate);
    }

    private void compare(int index, Target a, int i, Candidates seen) {
        double w = Math.min(a.right, seen.right(i)) - Math.max(a.left, seen.left(i));
        double h = Math.min(a.bottom, seen.bottom(i)) - Math.max(a.top, seen.top(i));
        double gate = a.gate;
        if (h + gate <= 0 || w + gate <= 0) {
            return;
        }
        if (count == target.length) {
            target = Arrays.copyOf(target, 2 * count);
            candidate = Arrays.copyOf(candidate, 2 * count);
            overlap = Arrays.copyOf(overlap, 2 * count);
            open = new int[2 * count];
        }
        target[count] = index;
        candidate[count] = i;
        double aw = a.right - a.left;
        double ah = a.bottom - a.top;
        double bw = seen.right(i) - seen.left(i);
        double bh = seen.bottom(i) - seen.top(i);
        overlap[count] = w <= 0 || h <= 0 ? 0 : (float) (w * h / (aw * ah + bw * bh - w * h));
        count++;
    }

    /** Leaves open the pairs of which neither side was seen or taken; {@link #openPair} counts those alone. Once closed, for ever. */
    void keepOpen(List<Target> targets, Candidates seen, boolean first) {
        int kept = 0;
        int before = first ? count : openCount;
        for (int k = 0; k < before; k++) {
            int pair = first ? k : open[k];
            open[kept] = pair;
            kept += targets.get(target[pair]).seen() || seen.taken(candidate[pair]) ? 0 : 1;
        }
        openCount = kept;
    }

    int openSize() {
        return openCount;
    }

    /** The number of an open pair. */
    int openPair(int k) {
        return open[k];
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

    /** Intersection over union of the two boxes. */
    float overlap(int pair) {
        return overlap[pair];
    }

    /**
     * The same of the boxes widened by the target's slack, for a target that was not matched since {@link #collect}.
     *
     * @param pair the pair
     * @param a its target
     * @param seen the detections
     */
    float nearness(int pair, Target a, Candidates seen) {
        int i = candidate[pair];
        double w = Math.min(a.right, seen.right(i)) - Math.max(a.left, seen.left(i));
        double h = Math.min(a.bottom, seen.bottom(i)) - Math.max(a.top, seen.top(i));
        double wide = 2 * a.slack;
        double aw = a.right - a.left;
        double ah = a.bottom - a.top;
        double bw = seen.right(i) - seen.left(i);
        double bh = seen.bottom(i) - seen.top(i);
        double shared = Math.max(0, w + wide) * Math.max(0, h + wide);
        return (float) (shared / ((aw + wide) * (ah + wide) + (bw + wide) * (bh + wide) - shared));
    }
}
