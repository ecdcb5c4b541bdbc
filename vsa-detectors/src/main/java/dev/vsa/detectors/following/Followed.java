package dev.vsa.detectors.following;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import dev.vsa.scene.Track;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * What is remembered of one object that is followed. Only sightings change it; a coasted box never does.
 *
 * <p>The size of an object, the yardstick of all distances, is its height for a person; for anything else the side of a square
 * as large as its box, on square pixels: for a car about 2.6 m from the side, 2.8 m from above and 1.6 m from the front. (Its
 * height would be anything from 1.5 to 4.5 m from above alone.) Smoothed over half a second.
 */
public class Followed {

    /** A box this near to the picture's edge may be cut off by it: models and motion seldom reach the very edge. */
    static final double BORDER = 0.03;

    /** What share of the smaller box must be common for two to be one object, and how alike their areas must be. */
    private static final double TWIN = 0.6;

    private static final double TWIN_SIZE = 0.3;

    private static final double SIZE_SECONDS = 0.5;
    private static final double LEAST_SIZE = 0.002;
    /**
     * No object moves farther between two sightings than this many of its sizes, plus so many a second (a person 36 km/h, a
     * vehicle 110 km/h): if one does, its number was given to another. The sizes that do not depend on time are for boxes that
     * tremble, or lose their feet.
     */
    private static final double PERSON_JUMP = 0.6;

    private static final double PERSON_JUMP_PER_SECOND = 6;
    private static final double OTHER_JUMP = 1;
    private static final double OTHER_JUMP_PER_SECOND = 12;

    private long trackId;
    private Role kind = Role.OTHER;
    private double x;
    private double y;
    private double fromX;
    private double fromY;
    private double size;
    private long firstNanos;
    private long seenNanos;
    private double step;
    private final Motion motion = new Motion();
    private double left;
    private double top;
    private double right;
    private double bottom;
    private double velocityX;
    private double velocityY;
    private boolean bornAtBorder;
    private boolean broken;
    private boolean known;
    private boolean jumped;

    /** Creates one that stands for nothing yet. */
    public Followed() {}

    /** Number of the track that it was seen as last. */
    public final long trackId() {
        return trackId;
    }

    /** What it is taken for: the last word of a model that makes sense, or {@link Role#MOVING} while there was none. */
    public final Role kind() {
        return kind;
    }

    /** Its anchor when it was last seen, normalised. */
    public final double x() {
        return x;
    }

    /** Its anchor when it was last seen, normalised. */
    public final double y() {
        return y;
    }

    /** Its anchor the time before, normalised; the same as now if the way between is not known. */
    public final double fromX() {
        return fromX;
    }

    /** Its anchor the time before, normalised; the same as now if the way between is not known. */
    public final double fromY() {
        return fromY;
    }

    /** Its size in picture heights. */
    public final double size() {
        return size;
    }

    /** When it was first seen, on the steady clock. */
    public final long firstNanos() {
        return firstNanos;
    }

    /** When it was last seen, on the steady clock. */
    public final long seenNanos() {
        return seenNanos;
    }

    /** Time between the last two sightings in seconds; 0 if the way between them is not known. */
    public final double step() {
        return step;
    }

    /** Whether it went straight from where it was seen before to where it is. */
    public final boolean wayKnown() {
        return known;
    }

    /** Whether it is farther from where it was seen before than any object gets: its number was given to another one. */
    public final boolean jumped() {
        return jumped;
    }

    /**
     * Says that this one, just begun, is the continuation of another: it came from where that one was seen last.
     *
     * @param lost the other
     */
    protected final void continueFrom(Followed lost) {
        fromX = lost.x;
        fromY = lost.y;
        known = !lost.broken;
    }

    /** The flow of scenes broke: the way to its next sighting will not be known. */
    public final void breakWay() {
        broken = true;
    }

    /** How it moved. */
    public final Motion motion() {
        return motion;
    }

    /**
     * First sighting.
     *
     * @param track the track
     * @param anchor which point of it counts
     * @param aspect the picture's
     * @param nanos the steady clock
     */
    public void begin(Track track, Anchor anchor, double aspect, long nanos) {
        kind = Subjects.named(track.role()) ? track.role() : Role.MOVING;
        size = sizeOf(track, aspect);
        firstNanos = nanos;
        place(track, anchor, nanos);
        bornAtBorder = atBorder();
        broken = false;
        known = false;
        jumped = false;
        fromX = x;
        fromY = y;
        step = 0;
        motion.begin(track);
    }

    /**
     * A further sighting.
     *
     * @param track the track
     * @param anchor which point of it counts
     * @param aspect the picture's
     * @param nanos the steady clock
     * @param longest seconds without a sighting after which the way in between is not known
     */
    public void follow(Track track, Anchor anchor, double aspect, long nanos, double longest) {
        double seconds = (nanos - seenNanos) / 1e9;
        if (Subjects.named(track.role())) {
            kind = track.role();
        }
        double now = sizeOf(track, aspect);
        fromX = x;
        fromY = y;
        place(track, anchor, nanos);
        double moved = distance(fromX, fromY, aspect);
        jumped = moved
                > size
                        * (kind == Role.PERSON
                                ? PERSON_JUMP + PERSON_JUMP_PER_SECOND * seconds
                                : OTHER_JUMP + OTHER_JUMP_PER_SECOND * seconds);
        known = !jumped && !broken && seconds <= longest;
        broken = false;
        size += (now - size) * seconds / (SIZE_SECONDS + seconds);
        if (known) {
            step = seconds;
            motion.follow(track, aspect, seconds);
        } else {
            step = 0;
            fromX = x;
            fromY = y;
            size = now;
            motion.jump(track);
        }
    }

    private void place(Track track, Anchor anchor, long nanos) {
        trackId = track.id();
        left = track.left();
        top = track.top();
        right = track.right();
        bottom = track.bottom();
        velocityX = track.velocityX();
        velocityY = track.velocityY();
        seenNanos = nanos;
        x = track.centreX();
        boolean foot = anchor == Anchor.FOOT || (anchor == Anchor.BY_CLASS && kind == Role.PERSON);
        y = foot ? track.bottom() : track.centreY();
    }

    private static double sizeOf(Track track, double aspect) {
        double height = track.height();
        return Math.max(LEAST_SIZE, track.role() == Role.PERSON ? height : Math.sqrt(height * track.width() * aspect));
    }

    /**
     * The distance from its anchor to a place, in picture heights.
     *
     * @param toX normalised
     * @param toY normalised
     * @param aspect the picture's
     */
    public double distance(double toX, double toY, double aspect) {
        double dx = (x - toX) * aspect;
        double dy = y - toY;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /**
     * The distance, in this one's sizes, from where another one was seen last, or from where it should be by now if it kept
     * its pace, whichever is nearer.
     *
     * @param lost the other one
     * @param aspect the picture's
     */
    public double sizesFrom(Followed lost, double aspect) {
        double ahead = Math.max(0, Math.min(1, (seenNanos - lost.seenNanos) / 1e9));
        double straight = distance(lost.x, lost.y, aspect);
        double extrapolated = distance(lost.x + ahead * lost.velocityX, lost.y + ahead * lost.velocityY, aspect);
        return Math.min(straight, extrapolated) / Math.max(size, lost.size);
    }

    /** Whether it was first seen in the middle of the picture, not where objects come in. */
    public boolean bornInPicture() {
        return !bornAtBorder;
    }

    /** Whether it was last seen at the picture's edge and on its way out. */
    public boolean departing() {
        double pace = 0.1 * size;
        return (left <= BORDER && velocityX < -pace)
                || (right >= 1 - BORDER && velocityX > pace)
                || (top <= BORDER && velocityY < -pace)
                || (bottom >= 1 - BORDER && velocityY > pace);
    }

    private boolean atBorder() {
        return left <= BORDER || right >= 1 - BORDER || top <= BORDER || bottom >= 1 - BORDER;
    }

    /**
     * Whether its box meets another one's.
     *
     * @param other the other
     */
    public boolean touches(Followed other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }

    /**
     * Whether this is something unnamed and the other what it is, or the other way round: their boxes lie on one another and
     * have the same pace. (Two names for one object are the tracker's business, who sees more.)
     *
     * @param other the other
     * @param aspect the picture's
     */
    public boolean twinOf(Followed other, double aspect) {
        double w = Math.min(right, other.right) - Math.max(left, other.left);
        double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double area = (right - left) * (bottom - top);
        double otherArea = (other.right - other.left) * (other.bottom - other.top);
        double dx = (velocityX - other.velocityX) * aspect;
        double dy = velocityY - other.velocityY;
        return (kind == Role.MOVING || other.kind == Role.MOVING)
                && w > 0
                && h > 0
                && w * h >= TWIN * Math.min(area, otherArea)
                && Math.min(area, otherArea) >= TWIN_SIZE * Math.max(area, otherArea)
                && Subjects.samePace(dx, dy, velocityX * aspect, velocityY, Math.max(size, other.size));
    }

    /** Its box when it was last seen. Allocates. */
    public Box box() {
        return new Box(left, top, right, bottom);
    }

    /**
     * Writes the state.
     *
     * @param out where to
     */
    public void snapshot(StateWriter out) {
        out.putLong(trackId);
        out.putString(kind.name());
        out.putDouble(x);
        out.putDouble(y);
        out.putDouble(fromX);
        out.putDouble(fromY);
        out.putDouble(size);
        out.putLong(firstNanos);
        out.putLong(seenNanos);
        out.putDouble(step);
        out.putDouble(left);
        out.putDouble(top);
        out.putDouble(right);
        out.putDouble(bottom);
        out.putDouble(velocityX);
        out.putDouble(velocityY);
        out.putBoolean(bornAtBorder);
        out.putBoolean(broken);
        out.putBoolean(known);
        out.putBoolean(jumped);
        motion.snapshot(out);
    }

    /**
     * Reads the state.
     *
     * @param in where from
     * @throws StateReader.UnreadableStateException if it is damaged
     */
    public void restore(StateReader in) {
        trackId = in.getLong();
        kind = role(in.getString());
        x = in.getDouble();
        y = in.getDouble();
        fromX = in.getDouble();
        fromY = in.getDouble();
        size = in.getDouble();
        firstNanos = in.getLong();
        seenNanos = in.getLong();
        step = in.getDouble();
        left = in.getDouble();
        top = in.getDouble();
        right = in.getDouble();
        bottom = in.getDouble();
        velocityX = in.getDouble();
        velocityY = in.getDouble();
        bornAtBorder = in.getBoolean();
        broken = in.getBoolean();
        known = in.getBoolean();
        jumped = in.getBoolean();
        motion.restore(in);
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StateReader.UnreadableStateException("no role is called '" + name + "'");
        }
    }
}
