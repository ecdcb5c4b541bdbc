package dev.vsa.detectors.abandonedobject;

import dev.vsa.geometry.Box;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** A static region, and those who may have brought it. */
final class Item {

    static final long NEVER = Long.MIN_VALUE;
    static final int MOST_BRINGERS = 8;

    /** Time constant of how its shape is smoothed: a sample more or less at its edge is no change. */
    private static final double SMOOTH_S = 1;

    /** What is known of one who may have brought it. */
    enum Whereabouts {
        NEAR,
        AWAY,
        /** Lost from sight while he stood here: the region may be himself. */
        LOST
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
    private boolean seen;
    /** The standing height of whoever brought it, picture heights. */
    double yardstick;

    int bringers;
    final long[] bringer = new long[MOST_BRINGERS];
    final Whereabouts[] whereabouts = new Whereabouts[MOST_BRINGERS];
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
        yardstick = 0;
        bringers = 0;
        toucher = -1;
        touchedNanos = NEVER;
    }

    void see(Table table, int row, long now, long sceneNumber) {
        left = table.at(row, StaticRegions.LEFT);
        top = table.at(row, StaticRegions.TOP);
        right = table.at(row, StaticRegions.RIGHT);
        bottom = table.at(row, StaticRegions.BOTTOM);
        double share = seen ? SMOOTH_S / (SMOOTH_S + (now - seenNanos) * 1e-9) : 0;
        fill = table.at(row, StaticRegions.FILL) * (1 - share) + fill * share;
        outline = table.at(row, StaticRegions.OUTLINE) * (1 - share) + outline * share;
        seen = true;
        seenNanos = now;
        scene = sceneNumber;
    }

    /** Goes on as another region, of another number, that stood there before. */
    void takeOver(Item other) {
        key = other.key;
        sinceNanos = other.sinceNanos;
        aloneNanos = other.aloneNanos;
        aloneMediaNanos = other.aloneMediaNanos;
        signalled = other.signalled;
        vehicle = other.vehicle;
        yardstick = other.yardstick;
        bringers = other.bringers;
        System.arraycopy(other.bringer, 0, bringer, 0, bringers);
        System.arraycopy(other.whereabouts, 0, whereabouts, 0, bringers);
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
            bringer[bringers++] = walker;
        }
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
        for (double v : new double[] {left, top, right, bottom, fill, outline, yardstick}) {
            out.putDouble(v);
        }
        out.putBoolean(signalled);
        out.putBoolean(vehicle);
        out.putBoolean(seen);
        out.putInt(bringers);
        for (int k = 0; k < bringers; k++) {
            out.putLong(bringer[k]);
            out.putString(whereabouts[k].name());
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
        signalled = in.getBoolean();
        vehicle = in.getBoolean();
        seen = in.getBoolean();
        bringers = in.count();
        if (bringers > MOST_BRINGERS) {
            throw new StateReader.UnreadableStateException(bringers + " bringers");
        }
        for (int k = 0; k < bringers; k++) {
            bringer[k] = in.getLong();
            whereabouts[k] = whereabouts(in.getString());
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
