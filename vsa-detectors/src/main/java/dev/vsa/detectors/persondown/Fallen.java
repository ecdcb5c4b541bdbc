package dev.vsa.detectors.persondown;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is down, and the place where he lies. It outlives the track that led to it: models lose who lies, give him other
 * names, or hand his number to whoever bends over him. What is seen there later, and is low, is taken for him.
 */
final class Fallen {

    static final long NOBODY = Long.MIN_VALUE;

    /** The longest time without a sign of him that counts as spent on the ground. */
    private static final long BRIDGE_NANOS = 1_500_000_000L;
    /** Signs that far apart are in close succession: one in four scenes at 12.5 a second, every scene at 5. */
    private static final long WITNESS_NANOS = 350_000_000L;
    /** The share of the time on the ground that signs in close succession must bear out. */
    private static final double BORNE_OUT = 2.0 / 3;
    /** Who lies moves less than this, in upright heights; who gets farther runs bent over, or crawls. */
    private static final double AT_REST = 0.6;
    /** How high, in upright heights, what is taken for him may be. */
    private static final double LOW_ENOUGH = 0.6;
    /** By how much it may reach above where he lay, in upright heights, and what share of it must lie there. */
    private static final double ABOVE = 0.12;

    private static final double INSIDE = 0.6;
    /** From which intersection over union on somebody's box is his, though it reaches farther. */
    private static final double ALIKE = 0.5;
    /** A part of him is no less than this share of his area. */
    private static final double PART = 0.1;
    /** Up to which share of a cell's samples may change where nobody gets up, and from which on somebody does. */
    private static final float QUIET = 0.05f;

    private static final float STIRRED = 0.15f;
    /** As long as the motion of the fall itself shows. */
    private static final long SETTLE_NANOS = 1_200_000_000L;
    /** How long he must have been seen down for stillness to say that he still is. */
    private static final long SURE_NANOS = 300_000_000L;
    /** Who was seen to come down for so long, upright heights a second, till he lay: that is as sure; a box that jumps is quicker. */
    private static final long COMING_DOWN_NANOS = 250_000_000L;

    private static final double FAST = 0.5;

    long key;
    /** The number of the body that lies here, or {@link #NOBODY} while no track follows him. */
    long body;

    long trackId;
    double tall;
    double foot;
    double left;
    double top;
    double right;
    double bottom;
    /** Media time of the first sign, and steady times of the first, the last, and the last by a person's own box. */
    long onsetNanos;

    long beganNanos;
    long signNanos;
    long firmNanos;
    /** How long he has been down, and how long he was seen to be. */
    long downNanos;

    long seenNanos;
    /** For how long there were signs of him in close succession: what lies between signs far apart is only supposed. */
    long witnessedNanos;

    long risingNanos;
    /** Where he came to rest: the middle of his box, by his own track; NaN as long as none has shown him. */
    private double restX;

    private double restY;
    /** How long it took from upright to down. */
    long fallNanos;

    double low;
    double tilt;
    boolean stirred;
    boolean signalled;

    /** Begins, from what is remembered of the body; the caller sets the box. */
    void begin(Body from, boolean ownBox, long mediaNanos, long now) {
        key = from.number;
        body = NOBODY;
        trackId = from.trackId;
        tall = from.tall;
        foot = from.foot;
        onsetNanos = mediaNanos;
        beganNanos = now;
        signNanos = now;
        firmNanos = now;
        downNanos = 0;
        fallNanos = now - from.uprightNanos;
        seenNanos = ownBox && fallNanos >= COMING_DOWN_NANOS && from.dropping >= FAST ? SURE_NANOS : 0;
        witnessedNanos = 0;
        restX = Double.NaN;
        restY = Double.NaN;
        risingNanos = 0;
        low = from.low;
        tilt = Double.NaN;
        stirred = false;
        signalled = false;
    }

    /** Lies in this box, from now on. */
    void lieIn(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    /** The share of the smaller of two boxes, this one and another, that is common. */
    double overlap(double l, double t, double r, double b) {
        double least = Math.min((right - left) * (bottom - top), (r - l) * (b - t));
        return least > 0 ? Boxes.shared(left, right, l, r) * Boxes.shared(top, bottom, t, b) / least : 0;
    }

    /** His own track shows him down. */
    void seenDown(Body him, double aspect, long now) {
        trackId = him.trackId;
        double x = (him.left + him.right) / 2;
        double y = (him.top + him.bottom) / 2;
        if (!(Math.hypot((x - restX) * aspect, y - restY) <= AT_REST * tall)) {
            boolean moved = !Double.isNaN(restX);
            restX = x;
            restY = y;
            if (moved && !signalled) {
                downNanos = 0;
                seenNanos = 0;
                witnessedNanos = 0;
                signNanos = now;
            }
        }
        lieIn(him.left, him.top, him.right, him.bottom);
        low = him.low;
        double fresh = him.freshTilt();
        tilt = Double.isNaN(fresh) ? tilt : fresh;
        seenNanos += Math.min(BRIDGE_NANOS, now - signNanos);
        firmNanos = now;
        sign(now);
    }

    /** His keypoints show that he lies where he was lost. */
    void seenLying(double newTilt, long now) {
        tilt = newTilt;
        seenNanos += Math.min(BRIDGE_NANOS, now - signNanos);
        firmNanos = now;
        sign(now);
    }

    /** How long he has been on the ground, as far as it is borne out. */
    double lainNanos() {
        return seenNanos >= SURE_NANOS ? Math.min((double) downNanos, witnessedNanos / BORNE_OUT) : 0;
    }

    /** There is a sign of him in this scene: the time since the last one counts. */
    void sign(long now) {
        long since = now - signNanos;
        downNanos += since <= BRIDGE_NANOS ? since : 0;
        witnessedNanos += since <= WITNESS_NANOS ? since : 0;
        signNanos = now;
        risingNanos = 0;
    }

    /**
     * Looks for him in a scene in which no track of his own shows him.
     *
     * @param scene the scene
     * @param now the steady clock
     * @param motion what moves, or null if unknown
     * @param occlusionNanos how long signs that are less than a person's box may stand for him
     */
    void lookFor(Scene scene, long now, @Nullable Grid motion, long occlusionNanos) {
        boolean firm = false;
        boolean weak = false;
        boolean whole = false;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.matched() && isHe(t.role(), t.left(), t.top(), t.right(), t.bottom())) {
                firm |= isSomebody(t.role());
                whole |= fills(t.role(), t.left(), t.right());
                weak = true;
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            Box b = d.box();
            if (isHe(d.role(), b.left(), b.top(), b.right(), b.bottom())) {
                whole |= fills(d.role(), b.left(), b.right());
                weak = true;
            }
        }
        if (weak) {
            stirred = false;
        } else if (motion != null) {
            weak = still(motion, now);
        }
        if (firm) {
            firmNanos = now;
        }
        if (whole && now - signNanos <= WITNESS_NANOS) {
            seenNanos += now - signNanos;
        }
        if (weak && now - firmNanos <= occlusionNanos) {
            sign(now);
        }
    }

    /** Whether what is taken for him is somebody, and no less than half of him; or something that moves, and is all of him. */
    private boolean fills(Role role, double l, double r) {
        double least = isSomebody(role) ? 0.5 : role == Role.MOVING ? 0.8 : Double.POSITIVE_INFINITY;
        return r - l >= least * (right - left);
    }

    private static boolean isSomebody(Role role) {
        return role == Role.PERSON || role == Role.ANIMAL;
    }

    private boolean isHe(Role role, double l, double t, double r, double b) {
        double area = (r - l) * (b - t);
        double highest = LOW_ENOUGH * Posture.nearer(bottom, foot, tall) * tall;
        double common = Boxes.shared(left, right, l, r) * Boxes.shared(top, bottom, t, b);
        boolean alike = isSomebody(role) && common >= ALIKE * (area + (right - left) * (bottom - top) - common);
        return role != Role.VEHICLE
                && r > l
                && b > t
                && b - t <= highest
                && t >= top - ABOVE * tall
                && area >= PART * (right - left) * (bottom - top)
                && (common >= INSIDE * area || alike);
    }

    /** Whether nothing moves where he lies, and nothing has moved above it since: who gets up shows there. */
    private boolean still(Grid motion, long now) {
        if (now - beganNanos <= SETTLE_NANOS) {
            return false;
        }
        double height = Math.max(0, foot - tall);
        double above = Boxes.most(motion, left, Math.min(height, top), right, top);
        stirred |= above >= STIRRED;
        return !stirred
                && above <= QUIET
                && seenNanos >= SURE_NANOS
                && Boxes.most(motion, left, top, right, bottom) <= STIRRED;
    }

    void snapshot(StateWriter out) {
        out.putLong(key);
        out.putLong(body);
        out.putLong(trackId);
        out.putDouble(tall);
        out.putDouble(foot);
        out.putDouble(left);
        out.putDouble(top);
        out.putDouble(right);
        out.putDouble(bottom);
        out.putLong(onsetNanos);
        out.putLong(beganNanos);
        out.putLong(signNanos);
        out.putLong(firmNanos);
        out.putLong(downNanos);
        out.putLong(seenNanos);
        out.putLong(witnessedNanos);
        out.putDouble(restX);
        out.putDouble(restY);
        out.putLong(risingNanos);
        out.putLong(fallNanos);
        out.putDouble(low);
        out.putDouble(tilt);
        out.putBoolean(stirred);
        out.putBoolean(signalled);
    }

    void restore(StateReader in) {
        key = in.getLong();
        body = in.getLong();
        trackId = in.getLong();
        tall = in.getDouble();
        foot = in.getDouble();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        onsetNanos = in.getLong();
        beganNanos = in.getLong();
        signNanos = in.getLong();
        firmNanos = in.getLong();
        downNanos = in.getLong();
        seenNanos = in.getLong();
        witnessedNanos = in.getLong();
        restX = in.getDouble();
        restY = in.getDouble();
        risingNanos = in.getLong();
        fallNanos = in.getLong();
        low = in.getDouble();
        tilt = in.getDouble();
        stirred = in.getBoolean();
        signalled = in.getBoolean();
    }
}
