package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.Followed;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** What is remembered of one object near or in a zone: the object, and its stay in the zone if it has one. */
final class Stay extends Followed {

    static final long NEVER = Long.MIN_VALUE;

    /** The scene in which it was last seen, by the watch's count. */
    long scene;
    /** How deep it was when it was last seen, and the time before, in its sizes; {@link Area#FAR} if it is nowhere near. */
    double depth;

    double depthBefore;
    /** Whether it was seen clearly outside before, and where last. */
    boolean cameFromOutside;

    double outsideX;
    double outsideY;

    /** Whether it is in a stay: from its first point inside until it has left for good. */
    boolean staying;
    /** Whether it was seen to come in from outside under its own number: then it is nobody's continuation. */
    boolean walkedIn;
    /** Whether it has been deep enough in to have crossed the border beyond doubt. */
    boolean confirmed;
    /** Whether its occurrence was signalled. */
    boolean signalled;
    /** The number of the track that was named in a signal last. */
    long told;
    /** Whether it belongs to an occurrence that another stay began. */
    boolean joined;
    /** The occurrence. */
    long key;
    /** Time in the zone, without gaps, absences and moments out of sight. */
    long insideNanos;
    /** Media time of the stay's beginning. */
    long onsetNanos;
    /** Steady time of the stay's beginning. */
    long beganNanos;
    /** When and where it was last seen inside, on the steady clock. */
    long lastInsideNanos;

    double insideX;
    double insideY;
    /** Since when it has been seen outside; {@link #NEVER} while it is inside. */
    long outsideSince;
    /** How long the flow of scenes was interrupted meanwhile. */
    long interruptedNanos;

    void reset() {
        depth = 0;
        depthBefore = 0;
        cameFromOutside = false;
        outsideX = 0;
        outsideY = 0;
        endStay();
    }

    void beginStay(long newKey, long mediaNanos, long nowNanos) {
        endStay();
        staying = true;
        key = newKey;
        onsetNanos = mediaNanos;
        beganNanos = nowNanos;
        lastInsideNanos = nowNanos;
    }

    void restartStay(long mediaNanos, long nowNanos) {
        onsetNanos = mediaNanos;
        beganNanos = nowNanos;
        insideNanos = 0;
        interruptedNanos = 0;
    }

    void endStay() {
        staying = false;
        walkedIn = false;
        confirmed = false;
        signalled = false;
        told = 0;
        joined = false;
        key = 0;
        insideNanos = 0;
        onsetNanos = 0;
        beganNanos = 0;
        lastInsideNanos = 0;
        insideX = 0;
        insideY = 0;
        outsideSince = NEVER;
        interruptedNanos = 0;
    }

    /** Goes on with the stay of another, which ends there. */
    void takeOver(Stay other) {
        joined = other.joined;
        key = other.key;
        signalled = other.signalled;
        told = other.told;
        confirmed |= other.confirmed;
        insideNanos += other.insideNanos;
        onsetNanos = other.onsetNanos;
        beganNanos = other.beganNanos;
        interruptedNanos = other.interruptedNanos;
        cameFromOutside |= other.cameFromOutside;
        motion().proof().inherit(other.motion().proof());
        other.endStay();
    }

    @Override
    public void snapshot(StateWriter out) {
        super.snapshot(out);
        out.putLong(scene);
        out.putDouble(depth);
        out.putDouble(depthBefore);
        out.putBoolean(cameFromOutside);
        out.putDouble(outsideX);
        out.putDouble(outsideY);
        out.putBoolean(staying);
        out.putBoolean(walkedIn);
        out.putBoolean(confirmed);
        out.putBoolean(signalled);
        out.putLong(told);
        out.putBoolean(joined);
        out.putLong(key);
        out.putLong(insideNanos);
        out.putLong(onsetNanos);
        out.putLong(beganNanos);
        out.putLong(lastInsideNanos);
        out.putDouble(insideX);
        out.putDouble(insideY);
        out.putLong(outsideSince);
        out.putLong(interruptedNanos);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        scene = in.getLong();
        depth = in.getDouble();
        depthBefore = in.getDouble();
        cameFromOutside = in.getBoolean();
        outsideX = in.getDouble();
        outsideY = in.getDouble();
        staying = in.getBoolean();
        walkedIn = in.getBoolean();
        confirmed = in.getBoolean();
        signalled = in.getBoolean();
        told = in.getLong();
        joined = in.getBoolean();
        key = in.getLong();
        insideNanos = in.getLong();
        onsetNanos = in.getLong();
        beganNanos = in.getLong();
        lastInsideNanos = in.getLong();
        insideX = in.getDouble();
        insideY = in.getDouble();
        outsideSince = in.getLong();
        interruptedNanos = in.getLong();
    }
}
