package dev.vsa.detectors.wrongway;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * The last seconds of an object's way: a ring of samples, taken at most every fifth of a second, the newest first. Positions
 * are those of its smoothed motion, in picture heights; the anchor is kept as it was seen.
 */
final class Trail {

    /** The longest stretch of time that is looked back on. */
    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final int CAPACITY = 52;
    /** A little less than the aim, so that a rate of five scenes a second gives a sample a scene. */
    private static final long PAUSE_NANOS = 190_000_000L;

    private final long[] nanos = new long[CAPACITY];
    private final long[] mediaNanos = new long[CAPACITY];
    private final double[] x = new double[CAPACITY];
    private final double[] y = new double[CAPACITY];
    private final double[] path = new double[CAPACITY];
    private final double[] objectSize = new double[CAPACITY];
    private final double[] anchorX = new double[CAPACITY];
    private final double[] anchorY = new double[CAPACITY];
    private int newest;
    private int size;

    void clear() {
        size = 0;
        newest = 0;
    }

    int size() {
        return size;
    }

    /** When a sample was taken, on the steady clock. */
    long nanos(int age) {
        return nanos[at(age)];
    }

    /** When a sample was taken, in media time. */
    long mediaNanos(int age) {
        return mediaNanos[at(age)];
    }

    double x(int age) {
        return x[at(age)];
    }

    double y(int age) {
        return y[at(age)];
    }

    double path(int age) {
        return path[at(age)];
    }

    /** How large the object was, in picture heights. */
    double objectSize(int age) {
        return objectSize[at(age)];
    }

    double anchorX(int age) {
        return anchorX[at(age)];
    }

    double anchorY(int age) {
        return anchorY[at(age)];
    }

    private int at(int age) {
        int i = newest - age;
        return i < 0 ? i + CAPACITY : i;
    }

    /** Takes a sample of where an object is now, if the last one is old enough. */
    void sample(Course c, long media) {
        long now = c.seenNanos();
        if (size > 0 && now - nanos[newest] < PAUSE_NANOS) {
            return;
        }
        newest = newest + 1 == CAPACITY ? 0 : newest + 1;
        size = Math.min(CAPACITY, size + 1);
        nanos[newest] = now;
        mediaNanos[newest] = media;
        x[newest] = c.motion().x();
        y[newest] = c.motion().y();
        path[newest] = c.motion().path();
        objectSize[newest] = c.size();
        anchorX[newest] = c.x();
        anchorY[newest] = c.y();
    }

    /** Becomes the trail of another object, as seen from one that is where the other went. */
    void continueFrom(Course lost, Course heir, double aspect) {
        Trail other = lost.trail;
        double dx = (heir.x() - lost.x()) * aspect;
        double dy = heir.y() - lost.y();
        double shiftX = heir.motion().x() - lost.motion().x() - dx;
        double shiftY = heir.motion().y() - lost.motion().y() - dy;
        double shiftPath = heir.motion().path() - lost.motion().path() - Math.sqrt(dx * dx + dy * dy);
        clear();
        for (int age = other.size - 1; age >= 0; age--) {
            newest = newest + 1 == CAPACITY ? 0 : newest + 1;
            size++;
            nanos[newest] = other.nanos(age);
            mediaNanos[newest] = other.mediaNanos(age);
            x[newest] = other.x(age) + shiftX;
            y[newest] = other.y(age) + shiftY;
            path[newest] = other.path(age) + shiftPath;
            objectSize[newest] = other.objectSize(age);
            anchorX[newest] = other.anchorX(age);
            anchorY[newest] = other.anchorY(age);
        }
    }

    void snapshot(StateWriter out) {
        out.putInt(size);
        for (int age = size - 1; age >= 0; age--) {
            out.putLong(nanos(age));
            out.putLong(mediaNanos(age));
            out.putDouble(x(age));
            out.putDouble(y(age));
            out.putDouble(path(age));
            out.putDouble(objectSize(age));
            out.putDouble(anchorX(age));
            out.putDouble(anchorY(age));
        }
    }

    void restore(StateReader in) {
        int count = in.count();
        if (count > CAPACITY) {
            throw new StateReader.UnreadableStateException("a trail of " + count + " samples; at most " + CAPACITY);
        }
        size = count;
        newest = count == 0 ? 0 : count - 1;
        for (int i = 0; i < count; i++) {
            nanos[i] = in.getLong();
            mediaNanos[i] = in.getLong();
            x[i] = in.getDouble();
            y[i] = in.getDouble();
            path[i] = in.getDouble();
            objectSize[i] = in.getDouble();
            anchorX[i] = in.getDouble();
            anchorY[i] = in.getDouble();
        }
    }
}
