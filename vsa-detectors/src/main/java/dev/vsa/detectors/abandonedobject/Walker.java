package dev.vsa.detectors.abandonedobject;

import dev.vsa.scene.Role;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** Somebody who may have brought something: where he was during the last seconds. Only sightings change it. */
final class Walker {

    /** No walker's number. */
    static final long NOBODY = Long.MIN_VALUE;

    private static final int TRAIL = 24;
    /** Samples of a little more than a second. */
    private static final int RECENT = 3;

    private static final long TRAIL_STEP_NANOS = 500_000_000L;
    /** How far back it is known where he was. */
    static final long TRAIL_NANOS = TRAIL * TRAIL_STEP_NANOS;

    /** One who is still there is as large as a third of the box he had at least; the largest suitcase is a quarter of its owner's. */
    private static final double FILLED = 1 / 3.0;
    /** How much of a new box lies in another's if it is a part of the same person. */
    private static final double SHARED = 0.5;

    private static final long FRESH_NANOS = 3_000_000_000L;
    /** The box of one who stands, bends or is seen in part wanders by less than this share of its height. */
    private static final double WALKED = 0.5;

    /** Slower than this, in his own heights a second, is standing: no walk is. */
    private static final double STANDING = 0.3;

    private static final double BORDER = 0.03;
    private static final double SMOOTH_S = 0.5;
    /** What no model names is taken for a person if it is upright. */
    private static final double UPRIGHT = 1.2;

    boolean person;
    double left;
    double top;
    double right;
    double bottom;
    /** The greatest height that it kept, picture heights: that of the person standing. */
    double tallest;

    double height;
    double speed;
    long firstNanos;
    long seenNanos;
    long standingNanos;
    boolean leaving;
    long scene;
    /** In whose box he came up and has stayed, or {@link #NOBODY}: a model sees parts of a person as another. */
    long host;
    /** Whether he was seen to walk here: then he is one of his own. */
    boolean came;

    /** Seconds for which the model called it a person, less those for which it called it something else. */
    private double namedS;

    private double firstX;
    private double firstY;

    private int trail;
    private long trailNanos;
    /** The box around the newest samples, and the time of the newest one that is not among them: most questions end there. */
    private double recentLeft;

    private double recentTop;
    private double recentRight;
    private double recentBottom;
    private long beforeRecentNanos;
    private final double[] boxes = new double[4 * TRAIL];
    private final long[] times = new long[TRAIL];

    void begin(Track track, double aspect, long now) {
        firstNanos = now;
        trail = 0;
        height = track.height();
        tallest = 0;
        speed = 1;
        standingNanos = now;
        trailNanos = Long.MIN_VALUE;
        person = false;
        host = NOBODY;
        came = false;
        namedS = 0;
        firstX = (track.left() + track.right()) / 2;
        firstY = (track.top() + track.bottom()) / 2;
        seenNanos = now;
        follow(track, aspect, now);
    }

    void follow(Track track, double aspect, long now) {
        double seconds = (now - seenNanos) * 1e-9;
        double share = seconds / (SMOOTH_S + seconds);
        height += (track.height() - height) * share;
        tallest = Math.max(tallest, height);
        double vx = track.velocityX() * aspect;
        double vy = track.velocityY();
        double pace = Math.sqrt(vx * vx + vy * vy) / Math.max(1e-3, height);
        speed += (pace - speed) * share;
        if (speed > STANDING) {
            standingNanos = now;
        }
        person |= track.role() == Role.PERSON;
        namedS += track.role() == Role.PERSON ? seconds : track.role() == Role.MOVING ? 0 : -seconds;
        left = track.left();
        top = track.top();
        right = track.right();
        bottom = track.bottom();
        double dx = ((left + right) / 2 - firstX) * aspect;
        double dy = (top + bottom) / 2 - firstY;
        came |= dx * dx + dy * dy > WALKED * WALKED * height * height;
        double gone = 0.1 * height;
        leaving = (left <= BORDER && track.velocityX() < -gone)
                || (right >= 1 - BORDER && track.velocityX() > gone)
                || (top <= BORDER && track.velocityY() < -gone)
                || (bottom >= 1 - BORDER && track.velocityY() > gone);
        seenNanos = now;
        if (trail == 0 || now - trailNanos >= TRAIL_STEP_NANOS) {
            int at = trail++ % TRAIL;
            times[at] = now;
            boxes[4 * at] = left;
            boxes[4 * at + 1] = top;
            boxes[4 * at + 2] = right;
            boxes[4 * at + 3] = bottom;
            trailNanos = now;
            surround();
        }
    }

    private void surround() {
        recentLeft = Double.POSITIVE_INFINITY;
        recentTop = Double.POSITIVE_INFINITY;
        recentRight = Double.NEGATIVE_INFINITY;
        recentBottom = Double.NEGATIVE_INFINITY;
        for (int age = 1; age <= Math.min(trail, RECENT); age++) {
            int k = 4 * ((trail - age) % TRAIL);
            recentLeft = Math.min(recentLeft, boxes[k]);
            recentTop = Math.min(recentTop, boxes[k + 1]);
            recentRight = Math.max(recentRight, boxes[k + 2]);
            recentBottom = Math.max(recentBottom, boxes[k + 3]);
        }
        beforeRecentNanos = trail > RECENT ? times[(trail - RECENT - 1) % TRAIL] : Long.MIN_VALUE;
    }

    /** Whether it can carry things: a person, or something upright that no model has named. */
    boolean carries(double aspect) {
        return person || bottom - top >= UPRIGHT * (right - left) * aspect;
    }

    boolean standing(long now, long nanos) {
        return now - standingNanos >= nanos;
    }

    boolean walksOff() {
        return leaving || speed > STANDING;
    }

    /** Whether its box, widened by a share of its height, met an item's at some moment from then on. */
    boolean touched(Item item, long fromNanos, double reach, double aspect) {
        double across = reach * height / aspect;
        double along = reach * height;
        boolean apart = recentLeft - across > item.right
                || recentRight + across < item.left
                || recentTop - along > item.bottom
                || recentBottom + along < item.top;
        if (apart && beforeRecentNanos < fromNanos) {
            return false;
        }
        for (int age = 1; age <= Math.min(trail, TRAIL); age++) {
            int k = (trail - age) % TRAIL;
            if (times[k] < fromNanos) {
                return false; // the newest come first
            }
            if (boxes[4 * k] - across <= item.right
                    && boxes[4 * k + 2] + across >= item.left
                    && boxes[4 * k + 1] - along <= item.bottom
                    && boxes[4 * k + 3] + along >= item.top) {
                return true;
            }
        }
        return false;
    }

    /** The distance from its feet to the nearest place of an item's lower side, in its own standing heights. */
    double heightsFrom(Item item, double aspect) {
        double x = (left + right) / 2;
        double dx = Math.max(0, Math.max(item.left - x, x - item.right)) * aspect;
        double dy = bottom - item.bottom;
        return Math.sqrt(dx * dx + dy * dy) / Math.max(1e-3, tallest);
    }

    /** Whether an item may be himself, who sits, lies or crouches where he was seen last: then it is large enough. */
    boolean mayBe(Item item) {
        return item.fill * item.area() >= FILLED * (right - left) * (bottom - top);
    }

    /** Whether he may turn out to be a part of somebody: he is new, and stands where he came up. */
    boolean fresh(long now) {
        return !came && host == NOBODY && now - firstNanos <= FRESH_NANOS;
    }

    /** Whether it is rather a thing that the model took for a person for a moment: it never came, and mostly had another name. */
    boolean thing() {
        return !came && namedS < 0;
    }

    /** Whether another's box lies in this one, or this one in his. */
    boolean shares(Walker other) {
        double least =
                Math.min((right - left) * (bottom - top), (other.right - other.left) * (other.bottom - other.top));
        return overlap(other.left, other.top, other.right, other.bottom) >= SHARED * least;
    }

    private double overlap(double l, double t, double r, double b) {
        return Math.max(0, Math.min(right, r) - Math.max(left, l))
                * Math.max(0, Math.min(bottom, b) - Math.max(top, t));
    }

    /** The distance between two persons' middles, in this one's standing heights. */
    double heightsApart(Walker other, double aspect) {
        double dx = (left + right - other.left - other.right) / 2 * aspect;
        double dy = (top + bottom - other.top - other.bottom) / 2;
        return Math.sqrt(dx * dx + dy * dy) / Math.max(1e-3, tallest);
    }

    void snapshot(StateWriter out) {
        out.putBoolean(person);
        for (double d : new double[] {left, top, right, bottom, tallest, height, speed, namedS, firstX, firstY}) {
            out.putDouble(d);
        }
        for (long t : new long[] {firstNanos, seenNanos, standingNanos, trailNanos, scene, host}) {
            out.putLong(t);
        }
        out.putBoolean(leaving);
        out.putBoolean(came);
        out.putInt(trail);
        for (int k = 0; k < Math.min(trail, TRAIL); k++) {
            out.putLong(times[k]);
            for (int side = 0; side < 4; side++) {
                out.putDouble(boxes[4 * k + side]);
            }
        }
    }

    void restore(StateReader in) {
        person = in.getBoolean();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        tallest = in.getDouble();
        height = in.getDouble();
        speed = in.getDouble();
        namedS = in.getDouble();
        firstX = in.getDouble();
        firstY = in.getDouble();
        firstNanos = in.getLong();
        seenNanos = in.getLong();
        standingNanos = in.getLong();
        trailNanos = in.getLong();
        scene = in.getLong();
        host = in.getLong();
        leaving = in.getBoolean();
        came = in.getBoolean();
        trail = in.getInt();
        for (int k = 0; k < Math.min(trail, TRAIL); k++) {
            times[k] = in.getLong();
            for (int side = 0; side < 4; side++) {
                boxes[4 * k + side] = in.getDouble();
            }
        }
        surround();
    }
}
