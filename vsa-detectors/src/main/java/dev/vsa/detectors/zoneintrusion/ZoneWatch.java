package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Watches a zone. Each object near it has a {@link Stay}. A stay begins with the first point inside, is confirmed once the
 * object is deeper in than the band, is signalled when it has lasted, and ends when the object has been seen outside the band,
 * or not at all, for long enough.
 *
 * <p>A stay belongs to the zone rather than to a track's number: see {@link Succession}.
 */
final class ZoneWatch implements Watch {

    /** A stretch out of sight that is no longer than this counts as spent where the object was seen before and after. */
    private static final double BRIDGE_SECONDS = 1;
    /** How far from where it came in it must come out, in its sizes, to have gone through and not merely peeped in. */
    private static final double THROUGH = 0.5;

    private final Area area;
    private final Subjects subjects;
    private final Mode mode;
    private final double band;
    private final double leave;
    private final long dwellNanos;
    private final long absenceNanos;
    private final long occlusionNanos;
    private final TrackMemory<Stay> stays = new TrackMemory<>(Stay::new);
    private final Succession succession;
    private long scenes;

    ZoneWatch(Zone zone, ZoneIntrusionParameters p, Subjects subjects) {
        this.area = new Area(zone, p.anchor(), p.overlap());
        this.subjects = subjects;
        this.mode = p.mode();
        this.band = p.hysteresis();
        this.leave = area.leave(band);
        this.dwellNanos = p.dwell().toNanos();
        this.absenceNanos = p.absence().toNanos();
        this.occlusionNanos = p.occlusion().toNanos();
        this.succession = new Succession(zone.id(), stays);
    }

    @Override
    public String place() {
        return area.id();
    }

    @Override
    public void observe(Scene scene, long now, long run, Signals out) {
        scenes++;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (Subjects.seen(track)) {
                see(track, scene, now, run);
            }
        }
        succession.connect(scenes, now, scene.aspect(), out);
        for (int i = stays.size() - 1; i >= 0; i--) {
            Stay stay = stays.at(i);
            if (stay.scene == scenes) {
                judge(stay, scene, now, out);
            } else {
                miss(stay, i, now, out);
            }
        }
    }

    private void see(Track track, Scene scene, long now, long run) {
        long number = Watch.number(track.id(), run);
        Stay stay = stays.find(number);
        double sizeBefore = stay == null ? 0 : stay.size();
        if (stay == null) {
            if (!subjects.mayBe(track)) {
                return;
            }
            stay = stays.add(number);
            stay.begin(track, area.anchor(), scene.aspect(), now);
            stay.reset();
        } else if (stay.scene == scenes) {
            return; // a number twice in one scene: the first counts
        } else {
            stay.follow(track, area.anchor(), scene.aspect(), now, BRIDGE_SECONDS);
        }
        stay.scene = scenes;
        subjects.see(stay, track, scene);
        stay.depthBefore = stay.depth;
        boolean far = !stay.staying && area.isFar(stay, band, scene.aspect());
        stay.depth = far ? Area.FAR : area.depth(stay, track, scene.aspect());
        if (stay.depthBefore == Area.FAR && stay.depth > 0) {
            stay.depthBefore = area.depth(stay.fromX(), stay.fromY(), sizeBefore, scene.aspect());
        }
        if (stay.jumped()) {
            stay.cameFromOutside = false;
        }
        if (stay.staying) {
            goOn(stay, scene, now);
        } else {
            comeIn(stay, number, scene, now);
        }
        if (!stay.staying && stay.depth <= leave) {
            stay.cameFromOutside = true;
            stay.outsideX = stay.x();
            stay.outsideY = stay.y();
        }
    }

    /** Begins a stay if the object is inside, or was on its way here. */
    private void comeIn(Stay stay, long key, Scene scene, long now) {
        boolean cameIn = stay.depth > 0;
        boolean wasOutside = stay.wayKnown() && stay.depthBefore <= 0;
        if (!cameIn && !(wasOutside && through(stay, scene))) {
            return;
        }
        // The border was crossed somewhere between the two sightings: in proportion to the depths.
        double share = cameIn && wasOutside ? stay.depth / (stay.depth - stay.depthBefore) : 0;
        long nanos = Math.round(share * stay.step() * 1e9);
        stay.beginStay(key, scene.mediaNanos() - nanos, now - nanos);
        stay.insideNanos = nanos;
        stay.walkedIn = stay.cameFromOutside || wasOutside;
        stay.joined = isTaken(key, stay);
        inside(stay, stay.x(), stay.y(), now);
        if (!cameIn) {
            stay.confirmed = true;
            stay.outsideSince = now;
            inside(stay, (stay.x() + stay.fromX()) / 2, (stay.y() + stay.fromY()) / 2, now);
        } else if (stay.depth >= enter(stay, scene)) {
            stay.confirmed = true;
        }
    }

    private boolean isTaken(long key, Stay by) {
        for (int i = 0; i < stays.size(); i++) {
            Stay other = stays.at(i);
            if (other != by && other.staying && other.key == key) {
                return true;
            }
        }
        return false;
    }

    private boolean through(Stay stay, Scene scene) {
        return area.depthOnTheWay(stay, scene.aspect()) >= enter(stay, scene);
    }

    private void goOn(Stay stay, Scene scene, long now) {
        boolean wasOut = stay.outsideSince != Stay.NEVER;
        boolean out = stay.depth <= (stay.confirmed ? leave : 0);
        if (!out) {
            if (wasOut && !stay.confirmed) {
                stay.restartStay(scene.mediaNanos(), now); // trembling on the border adds up to nothing
            }
            stay.confirmed |= stay.depth >= enter(stay, scene);
            stay.insideNanos += wasOut ? 0 : Math.round(stay.step() * 1e9);
            stay.outsideSince = Stay.NEVER;
            inside(stay, stay.x(), stay.y(), now);
        } else if (!wasOut) {
            stay.outsideSince = now;
        }
    }

    private static void inside(Stay stay, double x, double y, long now) {
        stay.lastInsideNanos = now;
        stay.insideX = x;
        stay.insideY = y;
    }

    private double enter(Stay stay, Scene scene) {
        return area.enter(band, stay.size(), scene.aspect());
    }

    /** The object was seen in this scene. */
    private void judge(Stay stay, Scene scene, long now, Signals out) {
        if (!stay.staying) {
            return;
        }
        boolean outside = stay.outsideSince != Stay.NEVER;
        if (!stay.signalled && subjects.counts(stay)) {
            if (ready(stay) && !outside) {
                if (isFirstOfTwins(stay, scene.aspect(), out)) {
                    signal(stay, scene, false, out);
                }
            } else if (stay.outsideSince == now && wentThrough(stay, scene.aspect())) {
                signal(stay, scene, true, out);
            }
        } else if (stay.signalled && stay.told != stay.trackId() && !outside && subjects.counts(stay)) {
            signal(stay, scene, false, out);
        }
        boolean peeped = outside && !stay.confirmed && stay.depth <= leave;
        if (peeped || (outside && now - stay.outsideSince >= absenceNanos)) {
            end(stay, EndCause.RULE, out);
        } else {
            tell(stay, scene, out);
        }
    }

    /**
     * Looks for another stay whose box lies on the same object. One that was signalled takes this one into its occurrence; one
     * that is about to be, and began earlier, goes first.
     */
    private boolean isFirstOfTwins(Stay stay, double aspect, Signals out) {
        for (int i = 0; i < stays.size(); i++) {
            Stay other = stays.at(i);
            if (other == stay || other.scene != scenes || !other.staying || !other.twinOf(stay, aspect)) {
                continue;
            }
            if (other.signalled && other.key != stay.key) {
                out.end(place(), stay.key, EndCause.RULE);
                stay.key = other.key;
                stay.joined = true;
                return true;
            }
            if (!other.signalled && other.key < stay.key && ready(other) && subjects.counts(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean ready(Stay stay) {
        return stay.confirmed && (mode == Mode.CROSSING ? stay.cameFromOutside : stay.insideNanos >= dwellNanos);
    }

    /** Whether it went on in the direction in which it had come, and is clearly elsewhere than before. */
    private static boolean wentThrough(Stay stay, double aspect) {
        double on = (stay.insideX - stay.outsideX) * (stay.x() - stay.insideX) * aspect * aspect
                + (stay.insideY - stay.outsideY) * (stay.y() - stay.insideY);
        return stay.confirmed
                && stay.cameFromOutside
                && on > 0
                && stay.distance(stay.outsideX, stay.outsideY, aspect) >= THROUGH * stay.size();
    }

    /** The object was not seen in this scene. */
    private void miss(Stay stay, int index, long now, Signals out) {
        long unseen = now - stay.seenNanos();
        boolean gone = stay.departing() || stay.outsideSince != Stay.NEVER;
        if (unseen > (gone && stay.staying ? Math.min(absenceNanos, occlusionNanos) : occlusionNanos)) {
            if (stay.staying) {
                end(stay, gone ? EndCause.RULE : EndCause.LOSS, out);
            }
            stays.removeAt(index);
        } else if (stay.staying && stay.signalled && !spokenFor(stay)) {
            out.margin(place(), stay.key, Math.max(1, lasted(stay)));
        }
    }

    private void tell(Stay stay, Scene scene, Signals out) {
        if (stay.signalled) {
            if (!spokenFor(stay)) {
                out.margin(place(), stay.key, Math.max(1, lasted(stay)));
            }
        } else if (!stay.joined) {
            double deep = stay.confirmed ? 1 : Math.max(0, stay.depth) / enter(stay, scene);
            double reached = mode == Mode.PRESENCE ? Math.min(deep, lasted(stay)) : stay.cameFromOutside ? deep : 0;
            out.margin(place(), stay.key, Math.min(Math.min(reached, subjects.progress(stay)), Math.nextDown(1.0)));
        }
    }

    /** Whether another stay of the same occurrence tells its margin. */
    private boolean spokenFor(Stay stay) {
        if (!stay.joined) {
            return false;
        }
        for (int i = 0; i < stays.size(); i++) {
            Stay other = stays.at(i);
            if (other != stay
                    && other.staying
                    && other.signalled
                    && other.key == stay.key
                    && (!other.joined || other.trackId() < stay.trackId())) {
                return true;
            }
        }
        return false;
    }

    private double lasted(Stay stay) {
        return mode == Mode.CROSSING || dwellNanos == 0 ? 1 : (double) stay.insideNanos / dwellNanos;
    }

    /** Ends a stay, and its occurrence with the last stay in it. */
    private void end(Stay stay, EndCause cause, Signals out) {
        if (!isTaken(stay.key, stay)) {
            out.end(place(), stay.key, cause);
        }
        stay.endStay();
        stay.cameFromOutside = false;
    }

    private void signal(Stay stay, Scene scene, boolean through, Signals out) {
        stay.signalled = true;
        stay.told = stay.trackId();
        List<Subject> named = new ArrayList<>();
        named.add(new Subject(stay.trackId(), stay.kind(), stay.box()));
        for (int i = 0; i < stays.size(); i++) {
            Stay other = stays.at(i);
            if (other != stay && other.staying && other.signalled && other.key == stay.key) {
                named.add(new Subject(other.trackId(), other.kind(), other.box()));
            }
        }
        double margin = through ? 1 : Math.max(1, lasted(stay));
        out.signal(new Signal(place(), stay.key, stay.onsetNanos, margin, named, explain(stay, scene, through)));
    }

    private Explanation explain(Stay stay, Scene scene, boolean through) {
        double seconds = stay.insideNanos / 1e9;
        String who = Subjects.called(stay);
        String sentence;
        if (through) {
            sentence = who + " went right through zone '" + place() + "'.";
        } else if (mode == Mode.CROSSING) {
            sentence = who + " came into zone '" + place() + "' from outside.";
        } else {
            sentence = String.format(Locale.ROOT, "%s has been in zone '%s' for %.1f s.", who, place(), seconds);
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(
                "time in the zone", seconds, mode == Mode.PRESENCE && !through ? dwellNanos / 1e9 : Double.NaN, "s"));
        measures.add(
                through
                        ? new Measure(
                                "way through",
                                stay.distance(stay.outsideX, stay.outsideY, scene.aspect()) / stay.size(),
                                THROUGH,
                                "object heights")
                        : new Measure("depth", stay.depth, enter(stay, scene), "object heights"));
        if (stay.interruptedNanos > 0) {
            measures.add(Measure.of("interruption", stay.interruptedNanos / 1e9, "s"));
        }
        return new Explanation(sentence, measures);
    }

    @Override
    public void breakFlow(long nanos) {
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.at(i);
            stay.breakWay();
            if (stay.staying) {
                stay.interruptedNanos += nanos;
            }
        }
    }

    @Override
    public void abandon(EndCause cause, Signals out) {
        for (int i = 0; i < stays.size(); i++) {
            if (stays.at(i).staying) {
                end(stays.at(i), cause, out);
            }
        }
        stays.clear();
    }

    @Override
    public void snapshot(StateWriter out) {
        out.putLong(scenes);
        stays.snapshot(out, Stay::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        scenes = in.getLong();
        stays.restore(in, Stay::restore);
    }
}
