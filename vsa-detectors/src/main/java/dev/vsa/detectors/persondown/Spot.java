package dev.vsa.detectors.persondown;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Track;

/** A box that can be written over; scratch paper. */
final class Spot {

    double left;
    double top;
    double right;
    double bottom;

    Spot set(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
        return this;
    }

    Spot set(Track t) {
        return set(t.left(), t.top(), t.right(), t.bottom());
    }

    Spot set(Box b) {
        return set(b.left(), b.top(), b.right(), b.bottom());
    }

    Spot set(Body b) {
        return set(b.left, b.top, b.right, b.bottom);
    }

    Spot set(Spot s) {
        return set(s.left, s.top, s.right, s.bottom);
    }
}
