package dev.vsa.detectors.weapon;

import dev.vsa.detectors.following.Spot;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Detection;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers sightings of weapons where a person's hands may be, and signals one that was seen for long enough and moved. */
final class Weapon implements EventDetector {

    private static final int VERSION = 1;
    private static final int MOST = 32;
    /** What a scene adds at most, however long the one before it was ago. */
    private static final long LONGEST_STEP_NANOS = 250_000_000L;
    /** Time unseen weighs so much less than time seen: models see a knife in a third of the frames. */
    private static final int UNSEEN_SHARE = 4;
    /** A weapon that lies, or a thing that stands, does not move; a hand does. In lengths of the weapon. */
    private static final double TRAVEL = 0.5;
    /** How far hands reach, and how long a weapon is, in heights of the person. */
    private static final double ASIDE = 0.3;

    private static final double ABOVE = 0.25;
    private static final double BELOW = 0.8;
    private static final double SHORTEST = 0.05;
    private static final double LONGEST = 0.7;
    /** Rows of the least weapon. */
    private static final int LEAST_ROWS = 8;
    /** From this overlap on, a surer name for the same thing is believed. */
    private static final double SAME_THING = 0.4;
    /** How far a weapon gets until it is another, heights of the person. */
    private static final double NEAR = 0.6;

    private static final long SMALL_ON_NANOS = 2_000_000_000L;
    private static final long SMALL_OFF_NANOS = 5_000_000_000L;
    /** Words for what is no firearm. */
    private static final Set<String> BLADES =
            Set.of("knife", "dagger", "blade", "machete", "sword", "scissors", "axe", "baton", "truncheon");

    private final WeaponParameters parameters;
    private final String place;
    private final PreparedPolygon zone;
    private final SteadyClock clock = new SteadyClock();
    private final List<Held> held = new ArrayList<>();
    private final List<Held> spare = new ArrayList<>();
    private final Held.Sight sight = new Held.Sight();
    private final Spot other = new Spot();
    private String classes = "";
    private long scenes;
    private long run;
    private long lastNanos;
    private long smallNanos;
    private long largeNanos;

    Weapon(WeaponParameters parameters) {
        this.parameters = parameters;
        this.place = parameters.zone().id();
        this.zone = PreparedPolygon.of(parameters.zone().polygon());
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        long step = Math.min(LONGEST_STEP_NANOS, now - lastNanos);
        lastNanos = now;
        scenes++;
        tellClasses(scene, out);
        tellSize(scene, step, out);
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.WEAPON && t.matched() && sight.see(t)) {
                consider(scene);
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            if (detections.get(i).role() == Role.WEAPON && sight.see(detections.get(i))) {
                consider(scene);
            }
        }
        for (int i = held.size() - 1; i >= 0; i--) {
            judge(held.get(i), i, scene, now, step, out);
        }
    }

    /** Says once what the model has no word for. */
    private void tellClasses(Scene scene, Signals out) {
        String known = scene.feature(ObjectClasses.KEY);
        if (known == null || known.equals(classes)) {
            return;
        }
        classes = known;
        List<String> weapons = ObjectClasses.labels(known, Role.WEAPON);
        if (weapons.isEmpty()) {
            out.cannotJudge(place, "weapons: the camera's model knows none");
        } else if (BLADES.containsAll(weapons)) {
            out.cannotJudge(place, "firearms: the camera's model knows none, only " + String.join(", ", weapons));
        }
    }

    /** Says that it cannot tell while those who are there are too small in the picture to see what they hold. */
    private void tellSize(Scene scene, long step, Signals out) {
        boolean small = false;
        boolean large = false;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON && t.matched() && zone.contains(t.centreX(), t.centreY())) {
                boolean enough = rows(t.bottom() - t.top(), scene) >= WeaponProvider.MIN_PERSON_PIXELS;
                large |= enough;
                small |= !enough;
            }
        }
        if (large) {
            smallNanos = 0;
        } else if (small) {
            smallNanos = Math.min(SMALL_ON_NANOS, smallNanos + step);
            largeNanos = 0;
        } else if (smallNanos > 0) {
            largeNanos += step;
            smallNanos = largeNanos >= SMALL_OFF_NANOS ? 0 : smallNanos;
        }
        if (smallNanos >= SMALL_ON_NANOS) {
            out.cannotJudge(place, "persons are too small in the picture to tell what they hold");
        }
    }

    private static double rows(double high, Scene scene) {
        return high * scene.pictureHeight();
    }

    /** Finds out who holds what was sighted. */
    private void consider(Scene scene) {
        double x = (sight.left + sight.right) / 2;
        double y = (sight.top + sight.bottom) / 2;
        if (!(sight.confidence >= parameters.confidence()) || !zone.contains(x, y) || isOther(scene)) {
            return;
        }
        Track holder = null;
        double nearest = Double.POSITIVE_INFINITY;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON && t.sighting() != Sighting.COASTED && reaches(t, scene)) {
                double high = t.bottom() - t.top();
                double far = Math.abs(x - t.centreX()) * scene.aspect() / high
                        + 0.5 * Math.abs(y - t.top() - 0.45 * high) / high;
                if (far < nearest || (far == nearest && holder != null && t.id() < holder.id())) {
                    nearest = far;
                    holder = t;
                }
            }
        }
        if (holder != null) {
            hold(holder, scene);
        }
    }

    /** Whether a person's hands may be where the weapon is, and its size fits. */
    private boolean reaches(Track person, Scene scene) {
        double high = person.bottom() - person.top();
        double reach = ASIDE * high / scene.aspect();
        double x = (sight.left + sight.right) / 2;
        double y = (sight.top + sight.bottom) / 2;
        double length = Math.max((sight.right - sight.left) * scene.aspect(), sight.bottom - sight.top);
        return rows(high, scene) >= WeaponProvider.MIN_PERSON_PIXELS
                && rows(length, scene) >= LEAST_ROWS
                && length >= SHORTEST * high
                && length <= LONGEST * high
                && x >= person.left() - reach
                && x <= person.right() + reach
                && y >= person.top() - ABOVE * high
                && y <= person.top() + BELOW * high;
    }

    /** Whether the same thing has another name that is surer. */
    private boolean isOther(Scene scene) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.matched() && t.role() == Role.OTHER && isSurer(other.set(t), t.confidence())) {
                return true;
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            if (d.role() == Role.OTHER && isSurer(other.set(d.box()), d.confidence())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSurer(Spot thing, double confidence) {
        return confidence >= sight.confidence
                && sight.iou(thing.left, thing.top, thing.right, thing.bottom) >= SAME_THING;
    }

    private void hold(Track person, Scene scene) {
        long number = person.id() + (run << 40);
        Held weapon = find(number, person, scene.aspect());
        if (weapon == null) {
            if (held.size() >= MOST || isKey(number)) {
                return;
            }
            weapon = spare.isEmpty() ? new Held() : spare.remove(spare.size() - 1);
            weapon.begin(number, scene.mediaNanos());
            held.add(weapon);
        } else if (weapon.scene == scenes && !surer(weapon)) {
            return;
        }
        weapon.holder = number;
        weapon.scene = scenes;
        weapon.see(sight, person, scene.aspect());
    }

    /** Of two that somebody holds the surer one counts. */
    private boolean surer(Held weapon) {
        return sight.confidence > weapon.confidence
                || (sight.confidence == weapon.confidence && sight.left < weapon.left);
    }

    private @Nullable Held find(long number, Track person, double aspect) {
        double x = (sight.left + sight.right) / 2 * aspect;
        double y = (sight.top + sight.bottom) / 2;
        Held nearest = null;
        double least = NEAR * (person.bottom() - person.top());
        for (int i = 0; i < held.size(); i++) {
            Held h = held.get(i);
            if (h.holder == number) {
                return h;
            }
            double far = Math.hypot(x - h.x(aspect), y - h.y());
            if (h.scene != scenes && far < least) {
                least = far;
                nearest = h;
            }
        }
        return nearest;
    }

    private boolean isKey(long number) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).key == number) {
                return true;
            }
        }
        return false;
    }

    private void judge(Held weapon, int index, Scene scene, long now, long step, Signals out) {
        boolean seen = weapon.scene == scenes;
        long confirm = parameters.confirm().toNanos();
        if (seen) {
            boolean again = weapon.onsetNanos < scene.mediaNanos();
            weapon.evidenceNanos = Math.min(2 * confirm, weapon.evidenceNanos + (again ? step : 0));
            weapon.seenNanos = now;
            weapon.move(scene.aspect());
        } else {
            weapon.evidenceNanos = Math.max(0, weapon.evidenceNanos - step / UNSEEN_SHARE);
            if (now - weapon.seenNanos > parameters.absence().toNanos()) {
                out.end(place, weapon.key, EndCause.LOSS);
                held.remove(index);
                spare.add(weapon);
                return;
            }
        }
        double margin = Math.min((double) weapon.evidenceNanos / confirm, weapon.travel / TRAVEL);
        if (weapon.signalled) {
            margin = seen ? Math.max(1, margin) : Math.min(margin, Math.nextDown(1.0));
        } else if (margin >= 1 && seen) {
            weapon.signalled = true;
            out.signal(signal(weapon, margin));
        } else {
            margin = Math.min(margin, Math.nextDown(1.0));
        }
        out.margin(place, weapon.key, margin);
    }

    private Signal signal(Held weapon, double margin) {
        String sentence = String.format(
                Locale.ROOT, "A person holds what looks like a weapon (%s) in zone '%s'.", weapon.label, place);
        return new Signal(
                place,
                weapon.key,
                weapon.onsetNanos,
                margin,
                List.of(
                        new Subject(weapon.trackId, Role.WEAPON, weapon.box()),
                        new Subject(weapon.holder & 0xff_ffff_ffffL, Role.PERSON, weapon.personBox())),
                Explanation.of(
                        sentence,
                        new Measure(
                                "seen",
                                weapon.evidenceNanos * 1e-9,
                                parameters.confirm().toNanos() * 1e-9,
                                "s"),
                        new Measure("moved", weapon.travel, TRAVEL, "weapon lengths"),
                        new Measure("confidence", weapon.confidence, parameters.confidence(), "")));
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        switch (discontinuity.kind()) {
            case GAP, CLOCK_JUMP -> {}
            case RESTART, PICTURE_CHANGED -> {
                run++;
                drop(EndCause.LOSS, out);
            }
            case CAMERA_MOVED -> drop(EndCause.BLINDNESS, out);
        }
    }

    private void drop(EndCause cause, Signals out) {
        for (Held weapon : held) {
            out.end(place, weapon.key, cause);
        }
        spare.addAll(held);
        held.clear();
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        out.putString(classes);
        out.putLong(scenes);
        out.putLong(run);
        out.putLong(lastNanos);
        out.putLong(smallNanos);
        out.putLong(largeNanos);
        out.putInt(held.size());
        held.forEach(weapon -> weapon.snapshot(out));
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        classes = in.getString();
        scenes = in.getLong();
        run = in.getLong();
        lastNanos = in.getLong();
        smallNanos = in.getLong();
        largeNanos = in.getLong();
        for (int left = in.count(); left > 0; left--) {
            Held weapon = new Held();
            weapon.restore(in);
            held.add(weapon);
        }
    }
}
