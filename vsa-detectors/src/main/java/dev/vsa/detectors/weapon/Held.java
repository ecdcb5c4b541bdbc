package dev.vsa.detectors.weapon;

import dev.vsa.detectors.following.Spot;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** What may be a weapon in somebody's hand. Lengths are on square pixels, in picture heights. */
final class Held {

    long key;
    /** The number of who holds it, with its run. */
    long holder;

    long trackId;
    String label = "";
    double left;
    double top;
    double right;
    double bottom;
    double personLeft;
    double personTop;
    double personRight;
    double personBottom;
    double confidence;
    private double firstX;
    private double firstY;
    /** How far it has been from where it was first seen, in its own lengths. */
    double travel;
    /** For how long it was seen, less a part of the time in which it was not. */
    long evidenceNanos;

    long seenNanos;
    long onsetNanos;
    long scene = -1;
    boolean signalled;

    void begin(long newKey, long mediaNanos) {
        key = newKey;
        onsetNanos = mediaNanos;
        travel = 0;
        evidenceNanos = 0;
        signalled = false;
        scene = -1;
        firstX = Double.NaN;
    }

    /** Takes over a sighting of this scene. */
    void see(Sight sight, Track person, double aspect) {
        left = sight.left;
        top = sight.top;
        right = sight.right;
        bottom = sight.bottom;
        confidence = sight.confidence;
        label = sight.label;
        trackId = sight.trackId;
        personLeft = person.left();
        personTop = person.top();
        personRight = person.right();
        personBottom = person.bottom();
        if (Double.isNaN(firstX)) {
            firstX = x(aspect);
            firstY = y();
        }
    }

    void move(double aspect) {
        double way = Math.hypot(x(aspect) - firstX, y() - firstY);
        travel = Math.max(travel, way / Math.max(1e-9, length(aspect)));
    }

    double x(double aspect) {
        return (left + right) / 2 * aspect;
    }

    double y() {
        return (top + bottom) / 2;
    }

    double length(double aspect) {
        return Math.max((right - left) * aspect, bottom - top);
    }

    Box box() {
        return new Box(left, top, right, bottom);
    }

    Box personBox() {
        return new Box(personLeft, personTop, personRight, personBottom);
    }

    /** One box that may be a weapon. */
    static final class Sight extends Spot {
        long trackId;
        String label = "";
        double confidence;

        /** Takes a track over; false if its box is none. */
        boolean see(Track t) {
            trackId = t.id();
            label = t.label();
            confidence = t.confidence();
            return set(t).sound();
        }

        /** Takes a detection that no track has; false if its box is none. */
        boolean see(Detection d) {
            trackId = Subject.NO_TRACK;
            label = d.label();
            confidence = d.confidence();
            return set(d.box()).sound();
        }
    }

    void snapshot(StateWriter out) {
        out.putLong(key);
        out.putLong(holder);
        out.putLong(trackId);
        out.putString(label);
        for (double v : new double[] {
            left,
            top,
            right,
            bottom,
            personLeft,
            personTop,
            personRight,
            personBottom,
            confidence,
            firstX,
            firstY,
            travel
        }) {
            out.putDouble(v);
        }
        out.putLong(evidenceNanos);
        out.putLong(seenNanos);
        out.putLong(onsetNanos);
        out.putLong(scene);
        out.putBoolean(signalled);
    }

    void restore(StateReader in) {
        key = in.getLong();
        holder = in.getLong();
        trackId = in.getLong();
        label = in.getString();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        personLeft = in.getDouble();
        personTop = in.getDouble();
        personRight = in.getDouble();
        personBottom = in.getDouble();
        confidence = in.getDouble();
        firstX = in.getDouble();
        firstY = in.getDouble();
        travel = in.getDouble();
        evidenceNanos = in.getLong();
        seenNanos = in.getLong();
        onsetNanos = in.getLong();
        scene = in.getLong();
        signalled = in.getBoolean();
    }
}
