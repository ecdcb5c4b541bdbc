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
    /** How high, in upright heights, what is taken for him may be. */
    private static final double LOW_ENOUGH = 0.55;
    /** By how much it may reach above where he lay, in upright heights, and what share of it must lie there. */
    private static final double ABOVE = 0.12;

    private static final double INSIDE = 0.6;
    /** A part of him is no less than this share of his area. */
    private static final double PART = 0.1;
    /** Up to which share of a cell's samples may change where nobody gets up, and from which on somebody does. */
    private static final float QUIET = 0.05f;

    private static final float STIRRED = 0.15f;
    /** As long as the motion of the fall itself shows. */
    private static final long SETTLE_NANOS = 1_200_000_000L;
    /** How long he must have been seen down for stillness to say that he still is. */
    private static final long SURE_NANOS = 300_000_000L;

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
    long risingNanos;
    /** How long it took from upright to down. */
    long fallNanos;

    double low;
    double tilt;
    boolean stirred;
    boolean signalled;

    /** Begins, from what is remembered of the body; the caller sets the box. */
    void begin(Body from, long mediaNanos, long now) {
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
        seenNanos = 0;
        risingNanos = 0;
        fallNanos = now - from.uprightNanos;
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
    void seenDown(Body him, long now) {
        trackId = him.trackId;
        lieIn(him.left, him.top, him.right, him.bottom);
        low = him.low;
        double fresh = him.freshTilt();
        tilt = Double.isNaN(fresh) ? tilt : fresh;
        seenNanos += Math.min(BRIDGE_NANOS, now - signNanos);
        firmNanos = now;
        sign(now);
    }

    /** There is a sign of him in this scene: the time since the last one counts. */
    void sign(long now) {
        long since = now - signNanos;
        downNanos += since <= BRIDGE_NANOS ? since : 0;
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
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.matched() && isHe(t.role(), t.left(), t.top(), t.right(), t.bottom())) {
                firm |= t.role() == Role.PERSON || t.role() == Role.ANIMAL;
                weak = true;
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            Box b = d.box();
            weak |= isHe(d.role(), b.left(), b.top(), b.right(), b.bottom());
        }
        if (weak) {
            stirred = false;
        } else if (motion != null) {
            weak = still(motion, now);
        }
        if (firm) {
            firmNanos = now;
        }
        if (weak && now - firmNanos <= occlusionNanos) {
            sign(now);
        }
    }

    private boolean isHe(Role role, double l, double t, double r, double b) {
        double area = (r - l) * (b - t);
        return role != Role.VEHICLE
                && r > l
                && b > t
                && b - t <= LOW_ENOUGH * tall
                && t >= top - ABOVE * tall
                && area >= PART * (right - left) * (bottom - top)
                && Boxes.shared(left, right, l, r) * Boxes.shared(top, bottom, t, b) >= INSIDE * area;
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
        risingNanos = in.getLong();
        fallNanos = in.getLong();
        low = in.getDouble();
        tilt = in.getDouble();
        stirred = in.getBoolean();
        signalled = in.getBoolean();
    }
}
