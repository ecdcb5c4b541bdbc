package dev.vsa.detectors.abandonedobject;

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

/**
 * Watches static regions and those who were there when they came about. One is signalled when it can be an object, when
 * whoever may have brought it was seen to go away from it, and nobody has looked after it for long enough since.
 */
final class AbandonedObject implements EventDetector {

    private static final int VERSION = 2;
    private static final long SECOND = 1_000_000_000L;
    private static final long MISSING_NANOS = 2 * SECOND;
    /** A model sees a bag in one picture and not in the next. */
    private static final long OVERLOOKED_NANOS = 10 * SECOND;

    private static final long BLIND_NANOS = 10 * SECOND;
    private static final long REMOVED_NANOS = 6 * SECOND;
    private static final double LEAST_FILL = 0.3;
    /** The margin of what would be signalled if it held still. */
    private static final double RESTLESS = 0.99;

    private static final double LEAST_OUTLINE = 0.05;
    /** More things than this at once are none that somebody left. */
    private static final int MOST_ITEMS = 128;

    private static final String BLIND = "the light changes or the camera moves: what stands still cannot be told";

    private final SteadyClock clock = new SteadyClock();
    private final AbandonedObjectParameters parameters;
    private final PreparedPolygon zone;
    private final String place;
    private final TrackMemory<Walker> walkers = new TrackMemory<>(Walker::new);
    private final TrackMemory<Luggage> luggage = new TrackMemory<>(Luggage::new);
    private final TrackMemory<Item> items = new TrackMemory<>(Item::new);
    private final Company company;
    private long observedNanos;
    /** Since the scene before. */
    private double seconds;

    private long scenes;
    private long run;
    private long toldNanos;
    private boolean everTold;

    AbandonedObject(AbandonedObjectParameters parameters) {
        this.parameters = parameters;
        this.zone = PreparedPolygon.of(parameters.zone().polygon());
        this.place = parameters.zone().id();
        this.company = new Company(walkers, parameters.distance());
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        seconds = (now - observedNanos) * 1e-9;
        observedNanos = now;
        scenes++;
        follow(scene, now);
        Table regions = scene.feature(StaticRegions.KEY);
        if (regions == null || regions.columns() < StaticRegions.COLUMNS) {
            wait(now, out);
        } else {
            toldNanos = now;
            everTold = true;
            see(regions, scene, now);
            seeLuggage(scene, now);
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
        double aspect = scene.aspect();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (!Subjects.seen(track)) {
                continue;
            }
            long number = track.id() + (run << 40);
            if (track.role() == Role.BAG) {
                followLuggage(track, number, aspect, now);
            }
            boolean known = track.role() == Role.PERSON || track.role() == Role.MOVING;
            Walker walker = walkers.find(number);
            if (walker == null && known) {
                walker = walkers.add(number);
                walker.begin(track, aspect, now);
                walker.scene = scenes;
            } else if (walker != null && walker.scene != scenes) {
                walker.follow(track, aspect, now);
                company.tellParts(walker, aspect, now, scenes);
                walker.scene = scenes;
            }
        }
    }

    private void followLuggage(Track track, long number, double aspect, long now) {
        Luggage bag = luggage.find(number);
        if (bag == null) {
            luggage.add(number).begin(track, aspect, now);
        } else {
            bag.follow(track, aspect, now);
        }
    }

    /** What the model follows as a bag, and was put down, is a thing wherever it stands; its number is negative. */
    private void seeLuggage(Scene scene, long now) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            long number = track.id() + (run << 40);
            Luggage bag = track.role() == Role.BAG && Subjects.seen(track) ? luggage.find(number) : null;
            if (bag == null) {
                continue;
            }
            long key = -1 - number;
            Item item = items.find(key);
            if (bag.putDown(now)) {
                if (item == null && items.size() < MOST_ITEMS) {
                    item = items.add(key);
                    item.begin(key, bag.restNanos);
                    item.see(track, now, scenes);
                    inherit(item);
                } else if (item != null) {
                    item.see(track, now, scenes);
                }
            } else if (item != null) {
                item.seenNanos = Math.min(item.seenNanos, now - OVERLOOKED_NANOS); // carried on
            }
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
            if (!Item.proper(regions, row)) {
                continue;
            }
            long number = (long) regions.at(row, StaticRegions.ID) + (run << 40);
            Item item = items.find(number);
            if (item == null && items.size() >= MOST_ITEMS) {
                continue;
            }
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
            if (other != item && other.luggage == item.luggage && other.scene < scenes - 1 && other.overlaps(item)) {
                item.takeOver(other);
                items.removeAt(i);
                return;
            }
        }
    }

    private void judge(Item item, Scene scene, long now, Signals out) {
        double aspect = scene.aspect();
        company.find(item, aspect, now, scenes);
        boolean covered = covered(item, scene);
        boolean attended = company.attends(item, aspect, now, scenes);
        boolean object = isObject(item, aspect) && (item.signalled || !known(item));
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
            item.unwatched();
        } else if (!covered) {
            item.watch(seconds);
        }
        double margin =
                (now - item.aloneNanos) / (double) parameters.unattended().toNanos();
        boolean still = item.signalled || !item.restless();
        if (margin >= 1 && still && !item.signalled) {
            item.signalled = true;
            out.signal(signal(item, scene, now, margin, told(item, now)));
        }
        out.margin(place, item.key, item.signalled ? Math.max(1, margin) : still ? margin : Math.min(margin, RESTLESS));
    }

    /** Whether another item is the same thing: what the model follows, or what is signalled already. */
    private boolean known(Item item) {
        for (int i = 0; i < items.size(); i++) {
            Item other = items.at(i);
            boolean first = item.luggage ? other.signalled : other.signalled || (other.luggage && other.bringers > 0);
            if (other != item && first && other.overlaps(item)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody passes before it. What is in a vehicle, or is one, is noted on the way. */
    private static boolean covered(Item item, Scene scene) {
        boolean covered = false;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            double w = Math.min(t.right(), item.right) - Math.max(t.left(), item.left);
            double h = Math.min(t.bottom(), item.bottom) - Math.max(t.top(), item.top);
            if (w > 0 && h > 0) {
                covered |= t.role() == Role.PERSON || t.role() == Role.VEHICLE;
                boolean within = w * h >= 0.5 * item.area();
                boolean most = w * h >= 0.2 * t.width() * t.height();
                item.vehicle |= t.role() == Role.VEHICLE && within && most;
            }
        }
        return covered;
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

    private void miss(Item item, int index, Scene scene, long now, Signals out) {
        if (now - item.seenNanos < (item.luggage ? OVERLOOKED_NANOS : MISSING_NANOS)) {
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
            if (now - walkers.at(i).seenNanos > Walker.TRAIL_NANOS) {
                walkers.removeAt(i);
            }
        }
        for (int i = luggage.size() - 1; i >= 0; i--) {
            if (now - luggage.at(i).seenNanos > Walker.TRAIL_NANOS) {
                luggage.removeAt(i);
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
        out.putLong(observedNanos);
        out.putLong(scenes);
        out.putLong(run);
        out.putLong(toldNanos);
        out.putBoolean(everTold);
        walkers.snapshot(out, Walker::snapshot);
        luggage.snapshot(out, Luggage::snapshot);
        items.snapshot(out, Item::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        observedNanos = in.getLong();
        scenes = in.getLong();
        run = in.getLong();
        toldNanos = in.getLong();
        everTold = in.getBoolean();
        walkers.restore(in, Walker::restore);
        luggage.restore(in, Luggage::restore);
        items.restore(in, Item::restore);
    }
}
