package dev.vsa.detectors.wrongway;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.Continuity;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows the way of each object in the zone and signals those that move against the permitted heading. An occurrence lasts
 * until its object has left the zone, was lost, or has turned and gone back; to stop does not end it. An object that gets a new
 * number goes on with its way; two that meet and swap numbers go on with each other's occurrence.
 */
final class WrongWay implements EventDetector {

    private static final int VERSION = 2;
    /** A way out of sight that took longer than this is not known. */
    private static final double BRIDGE_SECONDS = 1;
    /** For how long an object must have got no farther for its occurrence to go over to another one. */
    private static final long HALTED_NANOS = 400_000_000L;
    /** How far apart in time and in sizes two objects may have been when they swapped numbers. */
    private static final long SWAP_NANOS = 1_000_000_000L;

    private static final double SWAP_SIZES = 1.5;
    /** The margin from which on one is coming. */
    private static final double COMING = 0.3;

    private final SteadyClock clock = new SteadyClock();
    private final Area area;
    private final Subjects subjects;
    private final Gauge gauge;
    private final WrongWayParameters parameters;
    private final double leave;
    private final long absenceNanos;
    private final long occlusionNanos;
    private final TrackMemory<Course> courses = new TrackMemory<>(Course::new);
    private long scenes;
    private long run;

    WrongWay(WrongWayParameters p, Subjects subjects, @Nullable GroundPlane ground) {
        this.area = new Area(p.zone(), p.anchor(), 0);
        this.subjects = subjects;
        this.gauge = new Gauge(p, ground);
        this.parameters = p;
        this.leave = area.leave(p.hysteresis());
        this.absenceNanos = p.absence().toNanos();
        this.occlusionNanos = p.occlusion().toNanos();
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        if (!clock.flowing()) {
            breakFlow(0);
        }
        scenes++;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            if (Subjects.seen(tracks.get(i))) {
                see(tracks.get(i), scene, now);
            }
        }
        connect(scene.aspect(), now);
        for (int i = courses.size() - 1; i >= 0; i--) {
            Course course = courses.at(i);
            if (course.scene == scenes) {
                judge(course, scene, now, out);
            } else {
                miss(course, i, now, out);
            }
        }
    }

    private void see(Track track, Scene scene, long now) {
        long number = track.id() + (run << 40);
        Course course = courses.find(number);
        if (course == null) {
            if (!subjects.mayBe(track)) {
                return;
            }
            course = courses.add(number);
            course.begin(track, area.anchor(), scene.aspect(), now);
            course.reset(number);
        } else if (course.scene == scenes) {
            return; // a number twice in one scene: the first counts
        } else {
            course.follow(track, area.anchor(), scene.aspect(), now, BRIDGE_SECONDS);
        }
        course.scene = scenes;
        subjects.see(course, track, scene);
        boolean far = !course.inZone && area.isFar(course, parameters.hysteresis(), scene.aspect());
        course.depth = far ? Area.FAR : area.depth(course, track, scene.aspect());
    }

    /** Lets whoever turned up where somebody was just lost go on in his place, the nearest first. */
    private void connect(double aspect, long now) {
        boolean found = true;
        while (found) {
            Course bestHeir = null;
            Course bestLost = null;
            double best = Double.POSITIVE_INFINITY;
            for (int h = 0; h < courses.size(); h++) {
                Course heir = courses.at(h);
                boolean fresh = heir.scene == scenes
                        && heir.firstNanos() == now
                        && heir.trail.size() == 0
                        && heir.bornInPicture();
                for (int l = 0; fresh && l < courses.size(); l++) {
                    Course lost = courses.at(l);
                    boolean free = lost.scene != scenes && lost.inZone && !lost.departing();
                    double sizes = free && Continuity.alike(heir, lost)
                            ? heir.sizesFrom(lost, aspect)
                            : Double.POSITIVE_INFINITY;
                    if (sizes < best && Continuity.near(sizes, now - lost.seenNanos() + lost.interruptedNanos)) {
                        best = sizes;
                        bestHeir = heir;
                        bestLost = lost;
                    }
                }
            }
            found = bestHeir != null && bestLost != null;
            if (bestHeir != null && bestLost != null) {
                bestHeir.takeOver(bestLost, aspect);
            }
        }
    }

    /** The object was seen in this scene. */
    private void judge(Course c, Scene scene, long now, Signals out) {
        locate(c, now, out);
        if (!c.inZone) {
            return;
        }
        if (c.jumped()) {
            c.trail.clear(); // its number was given to another one, or its box to another part
        }
        c.trail.sample(c, scene.mediaNanos());
        c.margin = gauge.measure(c, now);
        if (gauge.begin >= 0) {
            c.runNanos = c.trail.nanos(gauge.begin);
            c.runX = c.trail.anchorX(gauge.begin);
            c.runY = c.trail.anchorY(gauge.begin);
        }
        remember(c, now);
        boolean counts = subjects.counts(c) && c.outsideSince == Course.NEVER;
        if (c.margin >= 1 && counts && (!c.signalled || c.told != c.trackId())) {
            if (c.signalled) {
                signal(c, scene, out);
            } else if (isFirstOfTwins(c, scene.aspect(), out)) {
                takeFromSwapped(c, scene.aspect(), now, out);
                signal(c, scene, out);
            }
        } else if (c.signalled && c.margin < 1 && gauge.turnedBack(c) && !giveToSwapped(c, scene.aspect(), now, out)) {
            end(c, EndCause.RULE, out);
        }
        if (c.signalled) {
            out.margin(area.id(), c.key, Math.max(1, c.margin));
        } else {
            double reached = Math.min(c.margin, subjects.progress(c));
            out.margin(area.id(), c.key, Math.min(reached, Math.nextDown(1.0)));
        }
    }

    /**
     * Looks for another course whose box lies on the same object. One that was signalled takes this one into its occurrence;
     * one that is about to be, and began earlier, goes first.
     */
    private boolean isFirstOfTwins(Course c, double aspect, Signals out) {
        for (int i = 0; i < courses.size(); i++) {
            Course other = courses.at(i);
            if (other == c || other.scene != scenes || !other.inZone || !other.twinOf(c, aspect)) {
                continue;
            }
            if (other.signalled && other.key != c.key) {
                out.end(area.id(), c.key, EndCause.RULE);
                c.key = other.key;
                return true;
            }
            if (!other.signalled && other.key < c.key && other.margin >= 1 && subjects.counts(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShared(Course c) {
        for (int i = 0; i < courses.size(); i++) {
            Course other = courses.at(i);
            if (other != c && other.signalled && other.key == c.key) {
                return true;
            }
        }
        return false;
    }

    /** Notes whether the object comes into the zone or has left it. */
    private void locate(Course c, long now, Signals out) {
        if (c.depth > 0) {
            c.inZone = true;
            c.outsideSince = Course.NEVER;
        } else if (c.inZone && c.depth <= leave) {
            if (c.outsideSince == Course.NEVER) {
                c.outsideSince = now;
            }
            if (now - c.outsideSince >= absenceNanos) {
                end(c, EndCause.RULE, out);
                c.leaveZone();
            }
        }
    }

    /** Notes how far the object has got against the direction. */
    private void remember(Course c, long now) {
        double against = gauge.against(c.motion().x(), c.motion().y());
        if (against > c.advance) {
            c.advance = against;
            c.advanceNanos = now;
            c.advanceX = c.x();
            c.advanceY = c.y();
        }
    }

    /**
     * Two who meet may swap numbers: then one that was signalled goes back from there, and one that was not comes on from
     * there. The occurrence is that of the latter.
     *
     * @param halted one that was signalled
     * @param coming one that was not
     */
    private static boolean swapped(Course halted, Course coming, double aspect, long now) {
        double dx = (halted.advanceX - coming.runX) * aspect;
        double dy = halted.advanceY - coming.runY;
        return halted != coming
                && halted.signalled
                && !coming.signalled
                && coming.margin >= COMING
                && now - halted.advanceNanos >= HALTED_NANOS
                && Math.abs(halted.advanceNanos - coming.runNanos) <= SWAP_NANOS
                && Math.sqrt(dx * dx + dy * dy) <= SWAP_SIZES * coming.size();
    }

    /** One that is about to be signalled may be one that was, under another number. */
    private void takeFromSwapped(Course coming, double aspect, long now, Signals out) {
        for (int i = 0; i < courses.size(); i++) {
            if (swapped(courses.at(i), coming, aspect, now)) {
                out.end(area.id(), coming.key, EndCause.RULE);
                coming.takeOccurrence(courses.at(i));
                return;
            }
        }
    }

    /** One that has turned back may go on under another number. */
    private boolean giveToSwapped(Course halted, double aspect, long now, Signals out) {
        for (int i = 0; i < courses.size(); i++) {
            Course coming = courses.at(i);
            if (coming.scene == scenes && swapped(halted, coming, aspect, now)) {
                out.end(area.id(), coming.key, EndCause.RULE);
                coming.takeOccurrence(halted);
                return true;
            }
        }
        return false;
    }

    /** The object was not seen in this scene. */
    private void miss(Course c, int index, long now, Signals out) {
        boolean gone = c.departing() || c.outsideSince != Course.NEVER;
        if (now - c.seenNanos() > (gone ? Math.min(absenceNanos, occlusionNanos) : occlusionNanos)) {
            if (c.inZone) {
                end(c, gone ? EndCause.RULE : EndCause.LOSS, out);
            }
            courses.removeAt(index);
        } else if (c.signalled) {
            out.margin(area.id(), c.key, Math.max(1, c.margin));
        }
    }

    private void end(Course c, EndCause cause, Signals out) {
        if (!c.signalled || !isShared(c)) {
            out.end(area.id(), c.key, cause);
        }
        c.signalled = false;
        c.trail.clear();
    }

    private void signal(Course c, Scene scene, Signals out) {
        c.signalled = true;
        c.told = c.trackId();
        double degrees = Math.toDegrees(StrictMath.acos(-Math.min(1, gauge.cosine)));
        String sentence = String.format(
                Locale.ROOT,
                "%s has moved against the permitted direction of zone '%s' for %.1f s, over %.1f times its own size.",
                Subjects.called(c),
                area.id(),
                gauge.seconds,
                gauge.sizes);
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(
                "distance against the direction", gauge.sizes, parameters.displacement(), "object heights"));
        measures.add(new Measure("time", gauge.seconds, parameters.duration().toNanos() / 1e9, "s"));
        measures.add(new Measure("angle to the permitted direction", degrees, 180 - parameters.tolerance(), "degrees"));
        if (!Double.isNaN(gauge.metres)) {
            measures.add(Measure.of("distance on the ground", gauge.metres, "m"));
        }
        if (c.interruptedNanos > 0) {
            measures.add(Measure.of("interruption", c.interruptedNanos / 1e9, "s"));
        }
        out.signal(new Signal(
                area.id(),
                c.key,
                Math.min(scene.mediaNanos(), c.trail.mediaNanos(gauge.begin)),
                c.margin,
                List.of(new Subject(c.trackId(), c.kind(), c.box())),
                new Explanation(sentence, measures)));
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        breakFlow(Math.max(0, discontinuity.toNanos() - discontinuity.fromNanos()));
        switch (discontinuity.kind()) {
            case RESTART, PICTURE_CHANGED -> run++;
            case CAMERA_MOVED -> {
                for (int i = 0; i < courses.size(); i++) {
                    end(courses.at(i), EndCause.BLINDNESS, out);
                }
                courses.clear();
                out.cannotJudge(area.id(), Area.CAMERA_MOVED);
            }
            case GAP, CLOCK_JUMP -> {}
        }
    }

    private void breakFlow(long nanos) {
        for (int i = 0; i < courses.size(); i++) {
            Course c = courses.at(i);
            c.breakWay();
            c.interruptedNanos += c.inZone ? nanos : 0;
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        out.putLong(scenes);
        out.putLong(run);
        courses.snapshot(out, Course::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        if (in.version(VERSION) != VERSION) {
            throw new StateReader.UnreadableStateException("state of an older version, which knew no sizes");
        }
        clock.restore(in);
        scenes = in.getLong();
        run = in.getLong();
        courses.restore(in, Course::restore);
    }
}
