package dev.vsa.detectors.following;

import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * How a box moved since it was first seen, in picture heights on square pixels: the sides are smoothed, and a side that the
 * picture's edge may cut off does not count, so that a car that comes in shows its full pace from its first moment.
 */
public final class Motion {

    /** Time constant of the smoothing. */
    private static final double SMOOTHING_SECONDS = 0.2;

    private double x;
    private double y;
    private double path;

    private double left;
    private double top;
    private double right;
    private double bottom;
    private final Proof proof = new Proof();

    Motion() {}

    /** How far it moved to the right, in picture heights. */
    public double x() {
        return x;
    }

    /** How far it moved down, in picture heights. */
    public double y() {
        return y;
    }

    /** The length of its path, in picture heights. */
    public double path() {
        return path;
    }

    /** Whether, and how nearly, it has proved to be an object though no model named it. */
    public Proof proof() {
        return proof;
    }

    void begin(Track track) {
        x = 0;
        y = 0;
        path = 0;
        jump(track);
        proof.begin();
    }

    /** The way here is not known: goes on from here without having moved. */
    void jump(Track track) {
        left = track.left();
        top = track.top();
        right = track.right();
        bottom = track.bottom();
    }

    void follow(Track track, double aspect, double seconds) {
        double share = seconds / (SMOOTHING_SECONDS + seconds);
        double stepLeft = share * (track.left() - left);
        double stepRight = share * (track.right() - right);
        double stepTop = share * (track.top() - top);
        double stepBottom = share * (track.bottom() - bottom);
        left += stepLeft;
        right += stepRight;
        top += stepTop;
        bottom += stepBottom;
        double dx = aspect * step(stepLeft, stepRight, track.left(), track.right());
        double dy = step(stepTop, stepBottom, track.top(), track.bottom());
        x += dx;
        y += dy;
        path += Math.sqrt(dx * dx + dy * dy);
    }

    private static double step(double near, double far, double nearSide, double farSide) {
        boolean nearCut = nearSide <= Followed.BORDER;
        boolean farCut = farSide >= 1 - Followed.BORDER;
        return nearCut == farCut ? (near + far) / 2 : nearCut ? far : near;
    }

    void snapshot(StateWriter out) {
        out.putDouble(x);
        out.putDouble(y);
        out.putDouble(path);
        out.putDouble(left);
        out.putDouble(top);
        out.putDouble(right);
        out.putDouble(bottom);
        proof.snapshot(out);
    }

    void restore(StateReader in) {
        x = in.getDouble();
        y = in.getDouble();
        path = in.getDouble();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        proof.restore(in);
    }
}
