package dev.vsa.detectors.following;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * Whether something that moves and that no model has named is an object that goes somewhere, and not a flag, a branch, a
 * flicker: it is large enough, lasts, and gets away from where it began, on a fairly straight way. Once proved it stays so:
 * a car that stops is still a car.
 */
public final class Proof {

    /** How long it must have been followed, in seconds; what the tracker saw before it was sure counts. */
    private static final double LASTS = 0.4;
    /** How far it must have got, in its own sizes. */
    private static final double SIZES = 0.35;
    /** What share of its path must have brought it away. */
    private static final double STRAIGHT = 0.6;
    /** Growth or shrinking by more than this factor in no time is another shape: the proof begins anew. */
    private static final double SAME_SHAPE = 2;

    private boolean proved;
    private double fromX;
    private double fromY;
    private double fromPath;
    private double side;
    private double progress;

    Proof() {}

    void begin() {
        proved = false;
        fromX = 0;
        fromY = 0;
        fromPath = 0;
        side = 0;
        progress = 0;
    }

    /** Whether it has proved to be an object. */
    public boolean proved() {
        return proved;
    }

    /** How near it is: the least of its measures over their thresholds, 0 to 1. */
    public double progress() {
        return proved ? 1 : progress;
    }

    /**
     * Goes on by a sighting.
     *
     * @param object whom
     * @param age how long its track has been followed, in seconds
     * @param newSide the side of a square as large as its box, in picture heights
     * @param leastSide the least that counts
     */
    void add(Followed object, double age, double newSide, double leastSide) {
        if (proved) {
            return;
        }
        Motion motion = object.motion();
        boolean otherShape = newSide > SAME_SHAPE * side || SAME_SHAPE * newSide < side;
        if (!object.wayKnown() || (otherShape && object.bornInPicture())) {
            fromX = motion.x();
            fromY = motion.y();
            fromPath = motion.path();
        }
        side = newSide;
        double dx = motion.x() - fromX;
        double dy = motion.y() - fromY;
        double net = Math.sqrt(dx * dx + dy * dy);
        double path = motion.path() - fromPath;
        double straight = path > 0 ? net / path : 0;
        progress = Math.min(
                Math.min(newSide / leastSide, age / LASTS),
                Math.min(net / (SIZES * object.size()), straight / STRAIGHT));
        proved = progress >= 1;
        progress = Math.min(1, progress);
    }

    /**
     * Takes over what another one, of which this is the continuation, has proved.
     *
     * @param other the other
     */
    public void inherit(Proof other) {
        proved |= other.proved;
    }

    void snapshot(StateWriter out) {
        out.putBoolean(proved);
        out.putDouble(fromX);
        out.putDouble(fromY);
        out.putDouble(fromPath);
        out.putDouble(side);
        out.putDouble(progress);
    }

    void restore(StateReader in) {
        proved = in.getBoolean();
        fromX = in.getDouble();
        fromY = in.getDouble();
        fromPath = in.getDouble();
        side = in.getDouble();
        progress = in.getDouble();
    }
}
