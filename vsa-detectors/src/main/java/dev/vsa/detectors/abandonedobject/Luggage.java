package dev.vsa.detectors.abandonedobject;

import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** Something that the object model takes for a bag, and follows: whether it was brought, and since when it has stood. */
final class Luggage {

    /** A box trembles by less than this share of its size. */
    private static final double TREMBLE = 0.25;
    /** Farther than this, in its own sizes, no box wanders by itself: it was carried. */
    private static final double CARRIED = 1;

    private static final long REST_NANOS = 2_500_000_000L;

    long restNanos;
    long seenNanos;
    private double firstX;
    private double firstY;
    private double restX;
    private double restY;
    private boolean carried;

    void begin(Track track, double aspect, long now) {
        firstX = x(track, aspect);
        firstY = y(track);
        restX = firstX;
        restY = firstY;
        restNanos = now;
        carried = false;
        follow(track, aspect, now);
    }

    void follow(Track track, double aspect, long now) {
        double size = Math.max(track.height(), track.width() * aspect);
        double x = x(track, aspect);
        double y = y(track);
        if (!(Math.hypot(x - restX, y - restY) <= TREMBLE * size)) {
            restX = x;
            restY = y;
            restNanos = now;
        }
        carried |= Math.hypot(x - firstX, y - firstY) > CARRIED * size;
        seenNanos = now;
    }

    /** Whether it was carried to where it stands now. */
    boolean putDown(long now) {
        return carried && now - restNanos >= REST_NANOS;
    }

    private static double x(Track track, double aspect) {
        return (track.left() + track.right()) / 2 * aspect;
    }

    /** The lower side: that of a bag stays where it is when its handle is pushed in. */
    private static double y(Track track) {
        return track.bottom();
    }

    void snapshot(StateWriter out) {
        out.putLong(restNanos);
        out.putLong(seenNanos);
        for (double v : new double[] {firstX, firstY, restX, restY}) {
            out.putDouble(v);
        }
        out.putBoolean(carried);
    }

    void restore(StateReader in) {
        restNanos = in.getLong();
        seenNanos = in.getLong();
        firstX = in.getDouble();
        firstY = in.getDouble();
        restX = in.getDouble();
        restY = in.getDouble();
        carried = in.getBoolean();
    }
}
