package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Followed;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** What is remembered of one object near a tripwire. */
final class Passage extends Followed {

    /** The scene in which it was last seen, by the watch's count. */
    long scene;
    /** The side on which it was clearly off the line last: −1 left, 1 right, 0 not known. */
    int side;
    /** Crossings since then: left to right 1, right to left −1 each. */
    int net;
    /** The occurrence. */
    long key;
    /** Whether its margin was told and not taken back. */
    boolean candidate;
    /** Whether a crossing is waiting for the object to be recognised, or is signalled and not yet over. */
    boolean crossed;

    boolean signalled;
    /** When and in which direction it crossed: 1 left to right, −1 right to left. */
    long crossedNanos;

    int direction;
    /** Media time of the crossing. */
    long onsetNanos;
    /** How far off the line it was when the crossing was believed, in its sizes. */
    double off;

    void reset(long newKey) {
        key = newKey;
        side = 0;
        net = 0;
        candidate = false;
        crossed = false;
        signalled = false;
        crossedNanos = 0;
        direction = 0;
        onsetNanos = 0;
        off = 0;
    }

    /** Goes on as another one that was lost; that one is left without anything to tell. */
    void takeOver(Passage lost) {
        key = lost.key;
        side = lost.side;
        net = lost.net;
        candidate = lost.candidate;
        crossed = lost.crossed;
        signalled = lost.signalled;
        crossedNanos = lost.crossedNanos;
        direction = lost.direction;
        onsetNanos = lost.onsetNanos;
        off = lost.off;
        motion().proof().inherit(lost.motion().proof());
        continueFrom(lost);
        lost.reset(lost.key);
    }

    @Override
    public void snapshot(StateWriter out) {
        super.snapshot(out);
        out.putLong(scene);
        out.putInt(side);
        out.putInt(net);
        out.putLong(key);
        out.putBoolean(candidate);
        out.putBoolean(crossed);
        out.putBoolean(signalled);
        out.putLong(crossedNanos);
        out.putInt(direction);
        out.putLong(onsetNanos);
        out.putDouble(off);
    }

    @Override
    public void restore(StateReader in) {
        super.restore(in);
        scene = in.getLong();
        side = in.getInt();
        net = in.getInt();
        key = in.getLong();
        candidate = in.getBoolean();
        crossed = in.getBoolean();
        signalled = in.getBoolean();
        crossedNanos = in.getLong();
        direction = in.getInt();
        onsetNanos = in.getLong();
        off = in.getDouble();
    }
}
