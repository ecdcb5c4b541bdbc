package dev.vsa.perception.tracking;

import dev.vsa.scene.Role;
import java.util.List;

/**
 * Tells which moving regions only repeat what is known already. A region shows an object with its shadow, half of it, or
 * several at once, so overlap is measured against the smaller of the two boxes, not against their union.
 */
final class Coverage {

    private double left;
    private double top;
    private double right;
    private double bottom;

    /** Whether a region belongs to an object that was detected in this frame or is being followed. */
    boolean explained(Candidates seen, int region, List<Target> targets, int live) {
        look(seen.left(region), seen.top(region), seen.right(region), seen.bottom(region));
        for (int i = 0; i < seen.size() && seen.left(i) < right; i++) {
            if (seen.role(i) != Role.MOVING
                    && seen.role(i) != Role.OTHER
                    && seen.confidence(i) >= Tuning.CONTINUATION
                    && shared(seen.left(i), seen.top(i), seen.right(i), seen.bottom(i), Tuning.COVERED)) {
                return true;
            }
        }
        for (int k = 0; k < live; k++) {
            Target target = targets.get(k);
            boolean known = target.seen() || (target.confirmed() && !target.unnamed());
            if (known && shared(target.left, target.top, target.right, target.bottom, Tuning.COVERED)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an unnamed target is, by now, an object that is followed under its own name, or was followed before. */
    boolean replaced(int index, List<Target> targets, int live) {
        Target unnamed = targets.get(index);
        look(unnamed.left, unnamed.top, unnamed.right, unnamed.bottom);
        for (int k = 0; k < live; k++) {
            Target other = targets.get(k);
            boolean named = !other.unnamed() && !unnamed.seen();
            boolean older = other.unnamed() && unnamed.seen() && k < index && other.confirmed();
            if (other.seen()
                    && (named || older)
                    && shared(other.left, other.top, other.right, other.bottom, named ? Tuning.COVERED : Tuning.SAME)) {
                return true;
            }
        }
        return false;
    }

    private void look(double l, double t, double r, double b) {
        left = l;
        top = t;
        right = r;
        bottom = b;
    }

    private boolean shared(double l, double t, double r, double b, double least) {
        double w = Math.min(r, right) - Math.max(l, left);
        double h = Math.min(b, bottom) - Math.max(t, top);
        if (w <= 0 || h <= 0) {
            return false;
        }
        double smaller = Math.min((r - l) * (b - t), (right - left) * (bottom - top));
        return w * h >= least * smaller;
    }
}
