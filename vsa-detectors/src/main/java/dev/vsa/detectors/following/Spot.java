package dev.vsa.detectors.following;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Track;

/** A box that can be written over: scratch paper of a detector that must not allocate. Not thread-safe. */
public class Spot {

    /** Smallest x, normalised. */
    public double left;
    /** Smallest y, normalised. */
    public double top;
    /** Largest x, normalised. */
    public double right;
    /** Largest y, normalised. */
    public double bottom;

    /** An empty box. */
    public Spot() {}

    /**
     * Takes these sides over; they may be anything.
     *
     * @param newLeft smallest x
     * @param newTop smallest y
     * @param newRight largest x
     * @param newBottom largest y
     * @return this
     */
    public final Spot set(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
        return this;
    }

    /**
     * Takes a track's box over.
     *
     * @param t the track
     * @return this
     */
    public final Spot set(Track t) {
        return set(t.left(), t.top(), t.right(), t.bottom());
    }

    /**
     * Takes a box over.
     *
     * @param b the box
     * @return this
     */
    public final Spot set(Box b) {
        return set(b.left(), b.top(), b.right(), b.bottom());
    }

    /**
     * Takes another's sides over.
     *
     * @param s the other
     * @return this
     */
    public final Spot set(Spot s) {
        return set(s.left, s.top, s.right, s.bottom);
    }

    /** Whether it has an area and its sides are finite. */
    public final boolean sound() {
        return right > left && bottom > top && Double.isFinite(left + right) && Double.isFinite(top + bottom);
    }

    /**
     * Intersection over union with another box (Jaccard index).
     *
     * @param l the other's smallest x
     * @param t its smallest y
     * @param r its largest x
     * @param b its largest y
     * @return 0 to 1; 0 if one of them is none
     */
    public final double iou(double l, double t, double r, double b) {
        double wide = Math.min(r, right) - Math.max(l, left);
        double high = Math.min(b, bottom) - Math.max(t, top);
        if (!(wide > 0 && high > 0)) {
            return 0;
        }
        return wide * high / ((right - left) * (bottom - top) + (r - l) * (b - t) - wide * high);
    }
}
