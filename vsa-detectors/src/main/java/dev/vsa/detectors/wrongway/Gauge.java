package dev.vsa.detectors.wrongway;

import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.Heading;
import dev.vsa.scene.Role;
import org.jspecify.annotations.Nullable;

/**
 * Measures how clearly an object moves against a heading. Each sample of its trail is tried as the beginning of such a
 * movement; the best one counts. Its margin is the lesser of distance and time over what is asked for, as long as the movement
 *
 * <ul>
 *   <li>lies within the tolerance of the exact opposite,
 *   <li>is straight: at least {@value #STRAIGHT} of the path brought the object away (nobody who mills about gets there),
 *   <li>is steady: no third of the time brought less than {@value #STEADY} of the distance (a jump of the box does not). Here
 *       distance counts in the sizes that the object had in that third: whoever comes nearer at an even pace gets faster in the
 *       picture, by as much as he grows.
 * </ul>
 *
 * <p>Not thread-safe: the figures of the last measurement are kept for the explanation.
 */
final class Gauge {

    private static final double STRAIGHT = 0.6;
    private static final double STEADY = 0.2;
    private static final double BACK = 0.5;
    private static final double PERSON_METRES = 1.7;
    private static final double OTHER_METRES = 2.6;
    /** Even by metres, at least this share of the asked distance must be seen in the picture: far away, a pixel is metres. */
    private static final double SEEN = 0.25;

    private final Heading permitted;
    private final double least;
    private final double leastNanos;
    private final double leastCosine;
    private final @Nullable GroundPlane ground;

    /** Of the best movement of the last measurement: distance in sizes, time, the angle's cosine, metres, its beginning. */
    double sizes;

    double seconds;
    double cosine;
    double metres;
    int begin;

    Gauge(WrongWayParameters p, @Nullable GroundPlane ground) {
        this.permitted = p.permittedHeading();
        this.least = p.displacement();
        this.leastNanos = Math.max(1, p.duration().toNanos());
        this.leastCosine = StrictMath.cos(Math.toRadians(p.tolerance()));
        this.ground = ground;
    }

    /** How far a place is against the direction, in picture heights, on a scale with an arbitrary zero. */
    double against(double x, double y) {
        return -(permitted.dx() * x + permitted.dy() * y);
    }

    /**
     * The margin of an object now; 0 if it has not moved against the direction. The oldest sample is tried first: it reaches
     * farthest for whoever goes straight against the direction, and whatever reaches less than the best need not be looked at.
     */
    double measure(Course c, long now) {
        double best = 0;
        begin = -1;
        double x = c.motion().x();
        double y = c.motion().y();
        double perDistance = 1 / (least * c.size() * (ground == null ? 1 : SEEN));
        for (int i = c.trail.size() - 1; i >= 0; i--) {
            double against = against(x - c.trail.x(i), y - c.trail.y(i));
            long nanos = now - c.trail.nanos(i);
            if (against * perDistance > best && nanos <= Trail.WINDOW_NANOS) {
                double margin = margin(c, i, against, nanos);
                if (margin > best) {
                    best = margin;
                    begin = i;
                }
            }
        }
        if (begin >= 0) {
            keep(c, begin, now);
        }
        return best;
    }

    private double margin(Course c, int i, double against, long nanos) {
        double dx = c.motion().x() - c.trail.x(i);
        double dy = c.motion().y() - c.trail.y(i);
        double length = Math.sqrt(dx * dx + dy * dy);
        double path = c.motion().path() - c.trail.path(i);
        double margin = Math.min(reach(c, i, against, against / length), nanos / leastNanos);
        margin = Math.min(margin, gate(against / length, leastCosine));
        margin = Math.min(margin, gate(length / Math.max(length, path), STRAIGHT));
        return Math.min(margin, gate(steadiness(c, i, against, nanos), STEADY));
    }

    /**
     * The least share of the distance that a third of the time brought. With few samples a third may be shorter; then it need
     * bring less in proportion, so that the rate of scenes does not matter.
     */
    private double steadiness(Course c, int i, double against, long nanos) {
        Trail trail = c.trail;
        int early = i - i / 3;
        int late = i / 3;
        double inFirst = against(trail.x(early) - trail.x(i), trail.y(early) - trail.y(i));
        double inLast = against(c.motion().x() - trail.x(late), c.motion().y() - trail.y(late));
        double first = 2 * inFirst / (trail.objectSize(i) + trail.objectSize(early));
        double middle = 2 * (against - inFirst - inLast) / (trail.objectSize(early) + trail.objectSize(late));
        double last = 2 * inLast / (trail.objectSize(late) + c.size());
        double perNanos = 3.0 / nanos;
        double firstTime = Math.min(1, perNanos * (trail.nanos(early) - trail.nanos(i)));
        double lastTime = Math.min(1, perNanos * (trail.nanos(i) + nanos - trail.nanos(late)));
        double slowest = Math.min(Math.min(first / firstTime, last / lastTime), middle);
        double share = slowest / (first + middle + last);
        return share > 0 ? share : 0;
    }

    /** A condition that must hold but does not raise a margin above what distance and time allow. */
    private static double gate(double value, double least) {
        return value >= least ? Double.POSITIVE_INFINITY : Math.max(0, value / least);
    }

    private double reach(Course c, int i, double against, double cosineOfIt) {
        double inPicture = against / (least * c.size());
        if (ground == null) {
            return inPicture;
        }
        double onGround = ground.distance(c.trail.anchorX(i), c.trail.anchorY(i), c.x(), c.y()) * cosineOfIt;
        double asked = least * (c.kind() == Role.PERSON ? PERSON_METRES : OTHER_METRES);
        return Double.isNaN(onGround) ? inPicture : Math.min(onGround / asked, inPicture / SEEN);
    }

    private void keep(Course c, int i, long now) {
        double dx = c.motion().x() - c.trail.x(i);
        double dy = c.motion().y() - c.trail.y(i);
        double against = against(dx, dy);
        sizes = against / c.size();
        seconds = (now - c.trail.nanos(i)) / 1e9;
        cosine = against / Math.sqrt(dx * dx + dy * dy);
        metres = ground == null
                ? Double.NaN
                : ground.distance(c.trail.anchorX(i), c.trail.anchorY(i), c.x(), c.y()) * cosine;
    }

    /**
     * Whether an object has turned and gone back with the direction from where it got farthest, half as far as it would have to
     * go against it.
     */
    boolean turnedBack(Course c) {
        return c.advance - against(c.motion().x(), c.motion().y()) >= BACK * least * c.size();
    }
}
