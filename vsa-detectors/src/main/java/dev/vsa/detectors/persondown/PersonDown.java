package dev.vsa.detectors.persondown;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.Spot;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns how tall each person is upright, notices who looks like lying afterwards, and keeps an eye on the place: see {@link
 * Body}, {@link Posture}, {@link Fallen}.
 */
final class PersonDown implements EventDetector {

    private static final int VERSION = 2;
    /** How long a person's upright height is remembered out of sight. */
    private static final long MEMORY_NANOS = 3_000_000_000L;
    /** How soon somebody lost on his way down must turn up low. */
    private static final long TURN_UP_NANOS = 2_000_000_000L;
    /** How long nothing may be seen of somebody who is down, where nobody stands before him. */
    private static final long UNSEEN_NANOS = 3_000_000_000L;
    /** How far from where he stood who fell may turn up, in upright heights: sidewards, up and down. */
    private static final double BESIDE = 0.9;

    private static final double FARTHER = 0.5;
    private static final double NEARER = 0.9;
    /** How long what somebody turns up as must be, upright heights: less is a scrap of him, or of something else. */
    private static final double PART = 0.35;
    /** The least confidence of a detection without a track that somebody may turn up as: what continues a track. */
    private static final double SURE = 0.3;

    /** The score of keypoints that tell a posture, and of those that tell that somebody is there at all. */
    private static final double CLEAR = 0.3;

    private static final double FAINT = 0.22;
    /** How low somebody was when he was lost, in upright heights, for keypoints alone to find him. */
    private static final double LOST_LOW = 0.6;

    private final PersonDownParameters parameters;
    private final @Nullable GroundPlane ground;
    private final SteadyClock clock = new SteadyClock();
    private final TrackMemory<Body> bodies = new TrackMemory<>(Body::new);
    private final Places places;
    private final Spot best = new Spot();
    private final Spot other = new Spot();
    private long scenes;
    private long run;

    PersonDown(PersonDownParameters parameters, @Nullable GroundPlane ground) {
        this.parameters = parameters;
        this.places = new Places(parameters.zone());
        this.ground = ground;
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        scenes += clock.flowing() ? 1 : 2;
        double leastTall = (double) PersonDownProvider.MIN_OBJECT_PIXELS / Math.max(1, scene.pictureHeight());
        Table given = scene.feature(BodyKeypoints.KEY);
        Table keypoints = given != null && given.columns() == BodyKeypoints.COLUMNS ? given : null;
        if (keypoints != null) {
            learnTilts(keypoints, scene.aspect(), now);
        }
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            see(tracks.get(i), scene, leastTall, now);
        }
        if (keypoints != null) {
            findLost(keypoints, scene, now);
        }
        for (int i = 0; i < bodies.size(); i++) {
            Body body = bodies.at(i);
            if (body.scene == scenes) {
                goDown(body, scene, now);
            } else if (mayTurnUp(body, now)) {
                turnUp(body, scene, now);
            }
        }
        List<Fallen> down = places.all();
        for (int i = down.size() - 1; i >= 0; i--) {
            if (!judge(down.get(i), scene, now, out)) {
                down.remove(i);
            }
        }
        for (int i = bodies.size() - 1; i >= 0; i--) {
            if (now - bodies.at(i).seenNanos > MEMORY_NANOS) {
                bodies.removeAt(i);
            }
        }
    }

    private void learnTilts(Table keypoints, double aspect, long now) {
        for (int row = 0; row < keypoints.rows(); row++) {
            Body body = bodies.find(Math.round(keypoints.at(row, BodyKeypoints.TRACK)) + (run << 40));
            double tilt = BodyKeypoints.trunkTilt(keypoints, row, aspect);
            if (body != null && !Double.isNaN(tilt) && keypoints.at(row, BodyKeypoints.SCORE) >= CLEAR) {
                body.tilted(tilt, BodyKeypoints.headFirst(keypoints, row), now);
            }
        }
    }

    /** Takes account of persons who were lost, and whose keypoints show that they lie where they were lost. */
    private void findLost(Table keypoints, Scene scene, long now) {
        for (int row = 0; row < keypoints.rows(); row++) {
            long number = Math.round(keypoints.at(row, BodyKeypoints.TRACK)) + (run << 40);
            double tilt = BodyKeypoints.trunkTilt(keypoints, row, scene.aspect());
            Body body = bodies.find(number);
            boolean lost = body == null || body.scene != scenes;
            if (!lost || !(tilt >= Posture.LYING_DEGREES && keypoints.at(row, BodyKeypoints.SCORE) >= FAINT)) {
                continue;
            }
            Fallen place = places.known(number);
            if (place != null) {
                place.seenLying(tilt, now);
            } else if (body != null && mayTurnUp(body, now) && body.foot - body.top <= LOST_LOW * body.tall) {
                places.begin(body, body.box(best), scene, now, Fallen.NOBODY);
            }
        }
    }

    private void see(Track track, Scene scene, double leastTall, long now) {
        if (track.sighting() == Sighting.COASTED || !other.set(track).sound()) {
            return;
        }
        long number = track.id() + (run << 40);
        Body body = bodies.find(number);
        if (body == null) {
            if (track.role() != Role.PERSON) {
                return;
            }
            body = bodies.add(number);
            body.begin(number, track, scenes, now);
        } else if (body.scene == scenes) {
            return; // a number twice in one scene: the first counts
        } else {
            body.follow(track, scenes, now);
        }
        body.judge(scene.aspect(), leastTall, ground);
    }

    /** Takes notice of somebody who looks like lying: he lies where somebody was known to lie, or has just gone down. */
    private void goDown(Body body, Scene scene, long now) {
        if (places.of(body) != null) {
            return;
        }
        Fallen there = places.at(body.box(best));
        if (there != null) {
            if (there.body == Fallen.NOBODY && body.uprightSeconds < 0.4 && isLow(body, there)) {
                there.body = body.number;
                body.tall = there.tall;
                body.foot = there.foot;
                body.footX = (there.left + there.right) / 2;
            } else if (there.body == Fallen.NOBODY && body.lying >= 1) {
                there.body = body.number;
            }
        } else if (body.lying >= 1 && body.wasUpright(now, parameters.falling().toNanos())) {
            Fallen guessed = places.known(body.number);
            if (guessed == null) {
                places.begin(body, body.box(best), scene, now, body.number);
            } else if (!guessed.signalled && guessed.body == Fallen.NOBODY) {
                guessed.body = body.number; // what was taken for him lies elsewhere
                guessed.seenDown(body, scene.aspect(), now);
            }
        }
    }

    private static boolean isLow(Body body, Fallen there) {
        return body.bottom - body.top <= Posture.LOW * there.tall;
    }

    /** Whether somebody was lost on his way down, a moment ago. */
    private boolean mayTurnUp(Body body, long now) {
        return now - body.seenNanos <= TURN_UP_NANOS
                && body.goingDown()
                && body.wasUpright(now, parameters.falling().toNanos())
                && places.of(body) == null
                && places.known(body.number) == null;
    }

    /** Looks for somebody who was lost on his way down: something new that lies where he must be. */
    private void turnUp(Body body, Scene scene, long now) {
        double most = 0;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            double age = (scene.mediaNanos() - t.bornNanos()) / 1e9;
            if (t.matched() && t.role() != Role.VEHICLE && age <= (now - body.uprightNanos) / 1e9) {
                most = Math.max(most, better(body, other.set(t), most, scene.aspect()));
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            boolean named = d.role() == Role.PERSON || d.role() == Role.ANIMAL || d.role() == Role.MOVING;
            if (named && d.confidence() >= SURE) {
                most = Math.max(most, better(body, other.set(d.box()), most, scene.aspect()));
            }
        }
        if (most >= 1) {
            places.begin(body, best, scene, now, Fallen.NOBODY);
        }
    }

    /** How much a box looks like this person lying; keeps the box if that is more than so far. */
    private double better(Body body, Spot box, double most, double aspect) {
        double like = likeness(body, box, aspect);
        if (like > most) {
            best.set(box);
        }
        return like;
    }

    /** How much a box looks like this person lying where he must be; 0 if it lies elsewhere or is none. */
    private static double likeness(Body body, Spot box, double aspect) {
        double width = (box.right - box.left) * aspect;
        double height = box.bottom - box.top;
        double aside = Math.abs(box.left + box.right - body.left - body.right) / 2 * aspect;
        boolean there = width > 0
                && height > 0
                && Math.max(width, height) >= PART * body.tall
                && aside <= BESIDE * body.tall
                && box.bottom >= body.foot - FARTHER * body.tall
                && box.bottom <= body.foot + NEARER * body.tall;
        return there ? body.byOutline(box, aspect) : 0;
    }

    /** Judges one who is down; false if he is no longer. */
    private boolean judge(Fallen fallen, Scene scene, long now, Signals out) {
        Body him = fallen.body == Fallen.NOBODY ? null : bodies.find(fallen.body);
        if (him == null || him.jumped) {
            fallen.body = Fallen.NOBODY;
            him = null;
        }
        if (him != null && him.scene == scenes) {
            follow(fallen, him, scene.aspect(), now);
        } else {
            fallen.lookFor(
                    scene,
                    now,
                    scene.feature(FeatureKey.MOTION),
                    parameters.occlusion().toNanos());
        }
        if (fallen.risingNanos >= parameters.rising().toNanos()) {
            out.end(parameters.zone().id(), fallen.key, EndCause.RULE);
            return false;
        }
        if (now - fallen.signNanos
                > (hidden(fallen, scene) ? parameters.occlusion().toNanos() : UNSEEN_NANOS)) {
            out.end(parameters.zone().id(), fallen.key, EndCause.LOSS);
            return false;
        }
        tell(fallen, scene, now, out);
        return true;
    }

    private static void follow(Fallen fallen, Body him, double aspect, long now) {
        double stillDown = fallen.signalled ? 0.75 : Posture.LOW + 0.05;
        if (!him.upright && !fallen.signalled && him.trunkUpright() && him.low < 0.8) {
            return; // sits there: neither up nor down
        }
        if (!him.upright && (him.lying >= 0.85 || him.low <= stillDown)) {
            fallen.seenDown(him, aspect, now);
        } else if (him.upright || him.low >= 0.8) {
            fallen.risingNanos += Math.round(1e9 * him.step);
        }
    }

    /** Whether a person whom somebody else's track follows stands before the place. */
    private boolean hidden(Fallen fallen, Scene scene) {
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON
                    && t.id() + (run << 40) != fallen.body
                    && fallen.overlap(t.left(), t.top(), t.right(), t.bottom()) > 0.1) {
                return true;
            }
        }
        return false;
    }

    private void tell(Fallen fallen, Scene scene, long now, Signals out) {
        String place = parameters.zone().id();
        double reached = fallen.lainNanos() / (double) parameters.onGround().toNanos();
        if (fallen.signalled) {
            out.margin(place, fallen.key, Math.max(1, reached));
        } else if (reached >= 1 && fallen.signNanos == now) {
            fallen.signalled = true;
            out.signal(new Signal(
                    place,
                    fallen.key,
                    Math.min(fallen.onsetNanos, scene.mediaNanos()),
                    reached,
                    List.of(Words.subject(fallen)),
                    Words.explain(fallen, parameters)));
        } else {
            out.margin(place, fallen.key, Math.min(reached, Math.nextDown(1.0)));
        }
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        switch (discontinuity.kind()) {
            case RESTART, PICTURE_CHANGED -> {
                run++;
                bodies.clear();
                places.all().forEach(fallen -> fallen.body = Fallen.NOBODY);
            }
            case CAMERA_MOVED -> {
                places.all().forEach(fallen -> out.end(parameters.zone().id(), fallen.key, EndCause.BLINDNESS));
                places.all().clear();
                bodies.clear();
                out.cannotJudge(parameters.zone().id(), Area.CAMERA_MOVED);
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
        bodies.snapshot(out, Body::snapshot);
        places.snapshot(out);
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        scenes = in.getLong();
        run = in.getLong();
        bodies.restore(in, Body::restore);
        places.restore(in);
    }
}
