package dev.vsa.detectors.abandonedobject;

import dev.vsa.geometry.Box;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** A static region, and those who may have brought it. */
final class Item {

    static final long NEVER = Long.MIN_VALUE;
    static final int MOST_BRINGERS = 8;

    /** Time constant of how its shape is smoothed: a sample more or less at its edge is no change. */
    private static final double SMOOTH_S = 1;

    /** What changes on its own on more than this share of itself lives, or is lit by what flickers. */
    private static final double UNREST = 0.1;

    /** What is known of one who may have brought it. */
    enum Whereabouts {
        NEAR,
        AWAY,
        /** Lost from sight while he was here: he may be here still, or the thing may be himself. */
        LOST,
        /** Lost for so long that he is not here, though he was not seen to go. */
        UNSEEN,
        /** He was another number of somebody who is known already. */
        NOBODY
    }

    long key;
    double left;
    double top;
    double right;
    double bottom;
    double fill;
    double outline;
    long sinceNanos;
    long seenNanos;
    /** Since when it has been alone; {@link #NEVER} while it is not. */
    long aloneNanos;

    long aloneMediaNanos;
    boolean signalled;
    boolean vehicle;
    /** Seen by the object model, as a bag, and not as a static region. */
    boolean luggage;

    private boolean seen;
    private double visible;
    /** Seconds for which nobody was before it since it was left alone, and how much of them it changed, in seconds of its whole. */
    private double watchedS;

    private double unrestS;
    /** The standing height of whoever brought it, picture heights. */
    double yardstick;

    int bringers;
    final long[] bringer = new long[MOST_BRINGERS];
    final Whereabouts[] whereabouts = new Whereabouts[MOST_BRINGERS];
    final long[] seenAtNanos = new long[MOST_BRINGERS];
    /** Whether what is seen here may be the lost one himself. */
    final boolean[] mayBe = new boolean[MOST_BRINGERS];
    /** Who was the last to touch it. */
    long toucher;

    long touchedNanos;
    long scene;

    void begin(long newKey, long since) {
        key = newKey;
        sinceNanos = since;
        aloneNanos = NEVER;
        aloneMediaNanos = 0;
        signalled = false;
        seen = false;
        vehicle = false;
        luggage = false;
        watchedS = 0;
        unrestS = 0;
        yardstick = 0;
        bringers = 0;
        toucher = -1;
        touchedNanos = NEVER;
    }

    /** Whether a row tells of a place that can be. */
    static boolean proper(Table table, int row) {
        double w = table.at(row, StaticRegions.RIGHT) - table.at(row, StaticRegions.LEFT);
        double h = table.at(row, StaticRegions.BOTTOM) - table.at(row, StaticRegions.TOP);
        return w > 0 && h > 0 && w * h <= Double.MAX_VALUE / 2;
    }

    void see(Table table, int row, long now, long sceneNumber) {
        left = table.at(row, StaticRegions.LEFT);
        top = table.at(row, StaticRegions.TOP);
        right = table.at(row, StaticRegions.RIGHT);
        bottom = table.at(row, StaticRegions.BOTTOM);
        double share = seen ? SMOOTH_S / (SMOOTH_S + (now - seenNanos) * 1e-9) : 0;
        fill = table.at(row, StaticRegions.FILL) * (1 - share) + fill * share;
        outline = table.at(row, StaticRegions.OUTLINE) * (1 - share) + outline * share;
        visible = table.at(row, StaticRegions.VISIBLE);
        seen = true;
        seenNanos = now;
        scene = sceneNumber;
    }

    /** Sees it where the object model does. */
    void see(Track bag, long now, long sceneNumber) {
        luggage = true;
        left = bag.left();
        top = bag.top();
        right = bag.right();
        bottom = bag.bottom();
        fill = 1;
        outline = 1;
        visible = 1;
        seen = true;
        seenNanos = now;
        scene = sceneNumber;
    }

    /**
     * Watches whether it lies still, while nobody is before it.
     *
     * @param seconds for which it has been as it is now
     */
    void watch(double seconds) {
        watchedS += seconds;
        unrestS += seconds * (1 - visible);
    }

    /** Begins to watch anew. */
    void unwatched() {
        watchedS = 0;
        unrestS = 0;
    }

    /**
     * Whether it moves by itself, as one who sits there does and a wall beside a fire seems to: a thing that was left is seen as it
     * stood but for noise.
     */
    boolean restless() {
        return unrestS > UNREST * watchedS;
    }

    /** Goes on as another region, of another number, that stood there before. */
    void takeOver(Item other) {
        key = other.key;
        sinceNanos = other.sinceNanos;
        aloneNanos = other.aloneNanos;
        aloneMediaNanos = other.aloneMediaNanos;
        signalled = other.signalled;
        vehicle = other.vehicle;
        watchedS = other.watchedS;
        unrestS = other.unrestS;
        yardstick = other.yardstick;
        bringers = other.bringers;
        System.arraycopy(other.bringer, 0, bringer, 0, bringers);
        System.arraycopy(other.whereabouts, 0, whereabouts, 0, bringers);
        System.arraycopy(other.seenAtNanos, 0, seenAtNanos, 0, bringers);
        System.arraycopy(other.mayBe, 0, mayBe, 0, bringers);
        toucher = other.toucher;
        touchedNanos = other.touchedNanos;
    }

    double area() {
        return (right - left) * (bottom - top);
    }

    boolean knows(long walker) {
        for (int k = 0; k < bringers; k++) {
            if (bringer[k] == walker) {
                return true;
            }
        }
        return false;
    }

    void add(long walker, double height) {
        yardstick = Math.max(yardstick, height);
        if (bringers < MOST_BRINGERS && !knows(walker)) {
            whereabouts[bringers] = Whereabouts.NEAR;
            seenAtNanos[bringers] = seenNanos;
            mayBe[bringers] = false;
            bringer[bringers++] = walker;
        }
    }

    /** Forgets one who may have brought it. */
    void drop(int k) {
        int last = --bringers;
        bringer[k] = bringer[last];
        whereabouts[k] = whereabouts[last];
        seenAtNanos[k] = seenAtNanos[last];
        mayBe[k] = mayBe[last];
    }

    double height() {
        return (bottom - top) / yardstick;
    }

    double width(double aspect) {
        return (right - left) * aspect / yardstick;
    }

    boolean overlaps(Item other) {
        double w = Math.min(right, other.right) - Math.max(left, other.left);
        double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return w > 0 && h > 0 && w * h >= 0.5 * Math.min(area(), other.area());
    }

    Box box() {
        return new Box(left, top, right, bottom);
    }

    void snapshot(StateWriter out) {
        for (long v :
                new long[] {key, sinceNanos, seenNanos, aloneNanos, aloneMediaNanos, toucher, touchedNanos, scene}) {
            out.putLong(v);
        }
        for (double v : new double[] {left, top, right, bottom, fill, outline, yardstick, visible, watchedS, unrestS}) {
            out.putDouble(v);
        }
        out.putBoolean(signalled);
        out.putBoolean(vehicle);
        out.putBoolean(luggage);
        out.putBoolean(seen);
        out.putInt(bringers);
        for (int k = 0; k < bringers; k++) {
            out.putLong(bringer[k]);
            out.putString(whereabouts[k].name());
            out.putLong(seenAtNanos[k]);
            out.putBoolean(mayBe[k]);
        }
    }

    void restore(StateReader in) {
        key = in.getLong();
        sinceNanos = in.getLong();
        seenNanos = in.getLong();
        aloneNanos = in.getLong();
        aloneMediaNanos = in.getLong();
        toucher = in.getLong();
        touchedNanos = in.getLong();
        scene = in.getLong();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        fill = in.getDouble();
        outline = in.getDouble();
        yardstick = in.getDouble();
        visible = in.getDouble();
        watchedS = in.getDouble();
        unrestS = in.getDouble();
        signalled = in.getBoolean();
        vehicle = in.getBoolean();
        luggage = in.getBoolean();
        seen = in.getBoolean();
        bringers = in.count();
        if (bringers > MOST_BRINGERS) {
            throw new StateReader.UnreadableStateException(bringers + " bringers");
        }
        for (int k = 0; k < bringers; k++) {
            bringer[k] = in.getLong();
            whereabouts[k] = whereabouts(in.getString());
            seenAtNanos[k] = in.getLong();
            mayBe[k] = in.getBoolean();
        }
    }

    private static Whereabouts whereabouts(String name) {
        try {
            return Whereabouts.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StateReader.UnreadableStateException("nobody can be '" + name + "'");
        }
    }
}
