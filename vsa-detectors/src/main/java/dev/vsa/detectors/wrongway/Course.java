package dev.vsa.detectors.wrongway;

import dev.vsa.detectors.following.Followed;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** What is remembered of one object in a zone with a permitted direction. */
final class Course extends Followed {

    static final long NEVER = Long.MIN_VALUE;

    /** Its way since it came into the zone. */
    final Trail trail = new Trail();
    /** The scene in which it was last seen, by the detector's count. */
    long scene;
    /** How deep in the zone it is, in its sizes; {@link dev.vsa.detectors.following.Area#FAR} if it is nowhere near. */
    double depth;
    /** Whether it is in the zone, or was a moment ago. */
    boolean inZone;
    /** Since when it has been seen outside; {@link #NEVER} while it is inside. */
    long outsideSince;
    /** The occurrence. */
    long key;
    /** Whether the occurrence was signalled. */
    boolean signalled;
    /** The number of the track that was named in a signal last. */
    long told;
    /** The last margin. */
    double margin;
    /** When and where the movement that the margin is about began. */
    long runNanos;

    double runX;
    double runY;
    /** How far it has got against the direction, on a scale with an arbitrary zero, and when and where it got there. */
    double advance;

    long advanceNanos;
    double advanceX;
    double advanceY;
    /** How long the flow of scenes was interrupted since it came into the zone. */
    long interruptedNanos;

    void reset(long newKey) {
        key = newKey;
        depth = 0;
        leaveZone();
    }

    void leaveZone() {
        trail.clear();
        inZone = false;
        outsideSince = NEVER;
        signalled = false;
        told = 0;
        margin = 0;
        runNanos = 0;
        runX = 0;
        runY = 0;
        advance = Double.NEGATIVE_INFINITY;
        advanceNanos = 0;
        advanceX = 0;
        advanceY = 0;
        interruptedNanos = 0;
    }

    /** Takes over the occurrence of another one, which gets this one's key instead. */
    void takeOccurrence(Course other) {
        long own = key;
        key = other.key;
        signalled = other.signalled;
        told = other.told;
        other.signalled = false;
        other.key = own;
        advance = Double.NEGATIVE_INFINITY;
    }

    /** Goes on as another one that was lost; that one is left with nothing. */
    void takeOver(Course lost, double aspect) {
        takeOccurrence(lost);
        trail.continueFrom(lost, this, aspect);
        inZone = lost.inZone;
        outsideSince = lost.outsideSince;
        interruptedNanos = lost.interruptedNanos;
        motion().proof().inherit(lost.motion().proof());
        lost.leaveZone();
    }

    @Override
    public void snapshot(StateWriter out) {
        super.snapshot(out);
        trail.snapshot(out);
        out.putLong(scene);
        out.putDouble(depth);
        out.putBoolean(inZone);
        out.putLong(outsideSince);
        out.putLong(key);
        out.putBoolean(signalled);
        out.putLong(told);
        out.putDouble(margin);
        out.putLong(runNanos);
        out.putDouble(runX);
        out.putDouble(runY);
        out.putDouble(advance);
        out.putLong(advanceNanos);
        out.putDouble(advanceX);
        out.putDouble(advanceY);
        out.putLong(interruptedNanos);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        trail.restore(in);
        scene = in.getLong();
        depth = in.getDouble();
        inZone = in.getBoolean();
        outsideSince = in.getLong();
        key = in.getLong();
        signalled = in.getBoolean();
        told = in.getLong();
        margin = in.getDouble();
        runNanos = in.getLong();
        runX = in.getDouble();
        runY = in.getDouble();
        advance = in.getDouble();
        advanceNanos = in.getLong();
        advanceX = in.getDouble();
        advanceY = in.getDouble();
        interruptedNanos = in.getLong();
    }
}
