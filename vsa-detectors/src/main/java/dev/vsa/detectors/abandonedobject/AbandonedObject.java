package dev.vsa.detectors.abandonedobject;

import dev.vsa.detectors.abandonedobject.Item.Whereabouts;
import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches static regions and those who were there when they came about. One is signalled when it can be an object, when
 * whoever may have brought it was seen to go away from it, and nobody has looked after it for long enough since.
 */
final class AbandonedObject implements EventDetector {

    private static final int VERSION = 1;
    private static final long SECOND = 1_000_000_000L;
    /** A region is known to stand still some seconds after it was put down. */
    private static final long BEFORE_NANOS = 3 * SECOND;

    private static final double REACH = 0.15;
    private static final long LOST_NANOS = 2 * SECOND;
    private static final double HEIR_HEIGHTS = 1;
    private static final long FORGET_NANOS = 12 * SECOND;
    private static final long MISSING_NANOS = 2 * SECOND;
    private static final long BLIND_NANOS = 10 * SECOND;
    private static final long STANDING_NANOS = 2 * SECOND;
    private static final long REMOVED_NANOS = 6 * SECOND;
    private static final double LEAST_FILL = 0.3;
    private static final double LEAST_OUTLINE = 0.05;
    private static final String BLIND = "the light changes or the camera moves: what stands still cannot be told";

    private final SteadyClock clock = new SteadyClock();
    private final AbandonedObjectParameters parameters;
    private final PreparedPolygon zone;
    private final String place;
    private final TrackMemory<Walker> walkers = new TrackMemory<>(Walker::new);
    private final TrackMemory<Item> items = new TrackMemory<>(Item::new);
    private long scenes;
    private long run;
    private long toldNanos;
    private boolean everTold;

    AbandonedObject(AbandonedObjectParameters parameters) {
        this.parameters = parameters;
        this.zone = PreparedPolygon.of(parameters.zone().polygon());
        this.place = parameters.zone().id();
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        scenes++;
        follow(scene, now);
        Table regions = scene.feature(StaticRegions.KEY);
        if (regions == null || regions.columns() < StaticRegions.COLUMNS) {
            wait(now, out);
        } else {
            toldNanos = now;
            everTold = true;
            see(regions, scene, now);
            for (int i = items.size() - 1; i >= 0; i--) {
                Item item = items.at(i);
                if (item.scene == scenes) {
                    judge(item, scene, now, out);
                } else {
                    miss(item, i, scene, now, out);
                }
            }
        }
        forget(now);
    }

    private void follow(Scene scene, long now) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            boolean known = track.role() == Role.PERSON || track.role() == Role.MOVING;
            long number = track.id() + (run << 40);
            Walker walker = walkers.find(number);
            if (!Subjects.seen(track) || (walker == null && !known)) {
                continue;
            }
            if (walker == null) {
                walker = walkers.add(number);
                walker.begin(track, scene.aspect(), now);
            } else if (walker.scene != scenes) {
                walker.follow(track, scene.aspect(), now);
            }
            walker.scene = scenes;
        }
    }

    /** No value: nothing can be said, and after a while nothing can be upheld. */
    private void wait(long now, Signals out) {
        if (!everTold) {
            return;
        }
        out.cannotJudge(place, BLIND);
        boolean lost = now - toldNanos > BLIND_NANOS;
        for (int i = items.size() - 1; i >= 0; i--) {
            Item item = items.at(i);
            if (lost) {
                out.end(place, item.key, EndCause.BLINDNESS);
                items.removeAt(i);
            } else {
                item.seenNanos = now;
                if (item.signalled) {
                    out.margin(place, item.key, 1);
                }
            }
        }
    }

    private void see(Table regions, Scene scene, long now) {
        for (int row = 0; row < regions.rows(); row++) {
            long number = (long) regions.at(row, StaticRegions.ID) + (run << 40);
            Item item = items.find(number);
            if (item == null) {
                double age = Math.max(0, scene.mediaNanos() * 1e-9 - regions.at(row, StaticRegions.SINCE));
                item = items.add(number);
                item.begin(number, now - (long) (Math.min(age, 1e6) * SECOND));
                item.see(regions, row, now, scenes);
                inherit(item);
            } else {
                item.see(regions, row, now, scenes);
            }
        }
    }

    /** A region that stands where another has just ceased to be is the same thing. */
    private void inherit(Item item) {
        for (int i = items.size() - 1; i >= 0; i--) {
            Item other = items.at(i);
            if (other != item && other.scene < scenes - 1 && other.overlaps(item)) {
                item.takeOver(other);
                items.removeAt(i);
                return;
            }
        }
    }

    private void judge(Item item, Scene scene, long now, Signals out) {
        double aspect = scene.aspect();
        findBringers(item, aspect, now);
        noteVehicle(item, scene);
        boolean attended = attended(item, aspect, now);
        boolean object = isObject(item, aspect);
        if (attended || !object) {
            if (item.signalled && attended) {
                out.end(place, item.key, EndCause.RULE);
                item.signalled = false;
            }
            if (!item.signalled) {
                item.aloneNanos = Item.NEVER;
                if (item.bringers > 0 && object) {
                    out.margin(place, item.key, 0);
                }
                return;
            }
        }
        if (item.aloneNanos == Item.NEVER) {
            item.aloneNanos = now;
            item.aloneMediaNanos = scene.mediaNanos();
        }
        double margin =
                (now - item.aloneNanos) / (double) parameters.unattended().toNanos();
        if (margin >= 1 && !item.signalled) {
            item.signalled = true;
            out.signal(signal(item, scene, now, margin, told(item, now)));
        }
        out.margin(place, item.key, item.signalled ? Math.max(1, margin) : margin);
    }

    /** Who was there when it came about, and who touched it last. */
    private void findBringers(Item item, double aspect, long now) {
        boolean fresh = now - item.sinceNanos <= FORGET_NANOS && item.aloneNanos == Item.NEVER;
        for (int i = 0; i < walkers.size(); i++) {
            Walker walker = walkers.at(i);
            if (!walker.carries(aspect)) {
                continue;
            }
            long number = walkers.idAt(i);
            if (fresh && !item.knows(number) && walker.touched(item, item.sinceNanos - BEFORE_NANOS, REACH, aspect)) {
                item.add(number, walker.tallest);
            }
            if (walker.scene == scenes) {
                if (item.knows(number)) {
                    item.yardstick = Math.max(item.yardstick, walker.tallest);
                }
                if (walker.touched(item, now - SECOND, REACH, aspect)) {
                    item.toucher = number;
                    item.touchedNanos = now;
                }
            }
        }
    }

    private static void noteVehicle(Item item, Scene scene) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            double w = Math.min(t.right(), item.right) - Math.max(t.left(), item.left);
            double h = Math.min(t.bottom(), item.bottom) - Math.max(t.top(), item.top);
            if (t.role() == Role.VEHICLE && w > 0 && h > 0) {
                boolean within = w * h >= 0.5 * item.area();
                boolean most = w * h >= 0.2 * t.width() * t.height();
                item.vehicle |= within && most;
            }
        }
    }

    private boolean isObject(Item item, double aspect) {
        if (item.bringers == 0 || item.vehicle || !(item.yardstick > 0)) {
            return false;
        }
        double larger = Math.max(item.height(), item.width(aspect));
        return larger <= parameters.largest()
                && larger >= parameters.smallest()
                && item.fill >= LEAST_FILL
                && item.outline >= LEAST_OUTLINE
                && zone.contains((item.left + item.right) / 2, Math.min(0.999, item.bottom));
    }

    /** Whether somebody looks after it: one who may have brought it, or anybody who stays beside it. */
    private boolean attended(Item item, double aspect, long now) {
        boolean left = false;
        boolean here = false;
        for (int k = 0; k < item.bringers; k++) {
            Whereabouts where = whereabouts(item, k, aspect, now);
            item.whereabouts[k] = where;
            left |= where == Whereabouts.AWAY;
            here |= where != Whereabouts.AWAY;
        }
        for (int i = 0; i < walkers.size() && !here; i++) {
            Walker walker = walkers.at(i);
            here = walker.scene == scenes
                    && walker.person
                    && walker.standing(now, STANDING_NANOS)
                    && walker.heightsFrom(item, aspect) <= parameters.distance();
        }
        return here || !left;
    }

    private Whereabouts whereabouts(Item item, int k, double aspect, long now) {
        Walker walker = walkers.find(item.bringer[k]);
        if (walker == null) {
            return item.whereabouts[k] == Whereabouts.AWAY ? Whereabouts.AWAY : Whereabouts.LOST;
        }
        if (walker.heightsFrom(item, aspect) > parameters.distance()) {
            return Whereabouts.AWAY;
        }
        if (walker.scene == scenes || now - walker.seenNanos <= LOST_NANOS) {
            return Whereabouts.NEAR;
        }
        if (item.whereabouts[k] == Whereabouts.AWAY || walker.walksOff()) {
            return Whereabouts.AWAY;
        }
        Walker heir = heir(item, k, walker, aspect);
        return heir == null ? Whereabouts.LOST : Whereabouts.NEAR;
    }

    /** One who turned up where the other was lost, soon after, is he; from now on that number counts. */
    private @Nullable Walker heir(Item item, int k, Walker lost, double aspect) {
        for (int i = 0; i < walkers.size(); i++) {
            Walker walker = walkers.at(i);
            long wait = walker.firstNanos - lost.seenNanos;
            double dx = (walker.left + walker.right - lost.left - lost.right) / 2 * aspect;
            double dy = walker.bottom - lost.bottom;
            boolean near = Math.sqrt(dx * dx + dy * dy) <= HEIR_HEIGHTS * lost.tallest
                    || walker.touched(item, lost.seenNanos, HEIR_HEIGHTS, aspect);
            boolean soon = wait >= -LOST_NANOS && wait <= 2 * LOST_NANOS;
            if (walker != lost && soon && near && walker.carries(aspect)) {
                item.bringer[k] = walkers.idAt(i);
                return walker;
            }
        }
        return null;
    }

    private void miss(Item item, int index, Scene scene, long now, Signals out) {
        if (now - item.seenNanos <= MISSING_NANOS) {
            if (item.signalled) {
                out.margin(place, item.key, 1);
            }
            return;
        }
        if (item.signalled) {
            out.signal(signal(item, scene, now, 1, removal(item)));
            out.end(place, item.key, EndCause.RULE);
        }
        items.removeAt(index);
    }

    private static String told(Item item, long now) {
        return String.format(
                Locale.ROOT,
                "An object has been left alone for %.0f s; whoever may have brought it (%d seen) has gone away from it.",
                (now - item.aloneNanos) / 1e9,
                item.bringers);
    }

    private static String removal(Item item) {
        boolean touched = item.touchedNanos != Item.NEVER && item.seenNanos - item.touchedNanos <= REMOVED_NANOS;
        if (!touched) {
            return "The object is no longer there; nobody was seen to take it.";
        }
        String who = item.knows(item.toucher) ? "who may have brought it" : "who was not there when it came";
        return "The object is no longer there; somebody " + who + " was beside it.";
    }

    private Signal signal(Item item, Scene scene, long now, double margin, String sentence) {
        double alone = (now - item.aloneNanos) / 1e9;
        return new Signal(
                place,
                item.key,
                Math.min(scene.mediaNanos(), item.aloneMediaNanos),
                Math.max(1, margin),
                List.of(new Subject(Subject.NO_TRACK, Role.BAG, item.box())),
                Explanation.of(
                        sentence,
                        new Measure("alone", alone, parameters.unattended().toNanos() / 1e9, "s"),
                        new Measure("height", item.height(), parameters.largest(), "object heights"),
                        new Measure("outline", item.outline, LEAST_OUTLINE, ""),
                        Measure.of("persons who may have brought it", item.bringers, "")));
    }

    /** Walkers are kept for as long as an item may ask for them. */
    private void forget(long now) {
        for (int i = walkers.size() - 1; i >= 0; i--) {
            if (now - walkers.at(i).seenNanos > FORGET_NANOS) {
                walkers.removeAt(i);
            }
        }
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        switch (discontinuity.kind()) {
            case RESTART, PICTURE_CHANGED -> run++;
            case CAMERA_MOVED -> {
                for (int i = 0; i < items.size(); i++) {
                    out.end(place, items.at(i).key, EndCause.BLINDNESS);
                }
                items.clear();
                out.cannotJudge(place, Area.CAMERA_MOVED);
            }
            case GAP, CLOCK_JUMP -> {}
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        out.putLong(scenes);
        out.putLong(run);
        out.putLong(toldNanos);
        out.putBoolean(everTold);
        walkers.snapshot(out, Walker::snapshot);
        items.snapshot(out, Item::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        scenes = in.getLong();
        run = in.getLong();
        toldNanos = in.getLong();
        everTold = in.getBoolean();
        walkers.restore(in, Walker::restore);
        items.restore(in, Item::restore);
    }
}
