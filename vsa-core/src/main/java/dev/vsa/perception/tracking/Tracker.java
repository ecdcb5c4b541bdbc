package dev.vsa.perception.tracking;

import dev.vsa.geometry.Box;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Role;
import dev.vsa.scene.SceneBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the detections of successive frames of one camera to tracks. Numbers start at 1, rise, and are never used again, not
 * even after {@link #reset()}.
 *
 * <p>The result depends on the detections and their media times alone: not on their order within a frame, not on the wall
 * clock, and on the frame rate as little as possible. One thread at a time. Past the first frames an update allocates
 * nothing.
 */
public final class Tracker {

    private final Tuning tuning;
    private final Candidates seen = new Candidates();
    private final Sweep sweep = new Sweep();
    private final Matching matching = new Matching();
    private final List<Target> targets = new ArrayList<>();
    private int live;
    private long lastId;
    private long now;
    private double aspect = 1;
    private boolean started;

    /** Creates a tracker that follows nothing yet. */
    public Tracker() {
        this(Tuning.DEFAULT);
    }

    Tracker(Tuning tuning) {
        this.tuning = tuning;
    }

    /**
     * Takes in what was found in one frame.
     *
     * @param mediaNanos the frame's media time, greater than that of the frame before unless {@link #reset()} came between
     * @param pictureAspect width over height of the picture, more than 0
     * @param detections what was found; read during the call only; boxes that are empty or not finite are ignored
     * @throws IllegalArgumentException if time does not advance or the aspect is out of range
     */
    public void update(long mediaNanos, double pictureAspect, Detections detections) {
        if (started && mediaNanos <= now) {
            throw new IllegalArgumentException("media time " + mediaNanos + " ns does not follow " + now + " ns");
        }
        if (!(pictureAspect > 0) || !Double.isFinite(pictureAspect)) {
            throw new IllegalArgumentException("aspect " + pictureAspect);
        }
        started = true;
        now = mediaNanos;
        aspect = pictureAspect;
        seen.load(detections, aspect, 0);
        forgetOld();
        for (int t = 0; t < live; t++) {
            targets.get(t).expect(now, tuning);
        }
        sweep.collect(targets, live, seen);
        associate(true, tuning.birth(), tuning.leastSure());
        associate(true, tuning.continuation(), tuning.leastDoubtful());
        associate(false, tuning.birth(), tuning.leastNew());
        giveNumbers();
        startNew();
    }

    /** Matches the unseen targets, confirmed or not, to the free detections of at least a confidence. */
    private void associate(boolean confirmed, double leastConfidence, double leastOverlap) {
        matching.begin(live, seen.size());
        boolean any = false;
        for (int p = 0; p < sweep.size(); p++) {
            Target target = targets.get(sweep.target(p));
            int i = sweep.candidate(p);
            if (sweep.overlap(p) >= leastOverlap
                    && target.confirmed() == confirmed
                    && !target.seen()
                    && !seen.taken(i)
                    && seen.confidence(i) >= leastConfidence
                    && compatible(target, seen.role(i))) {
                matching.pair(sweep.target(p), i, 1 - sweep.overlap(p));
                any = true;
            }
        }
        if (!any) {
            return;
        }
        matching.solve(1);
        for (int t = 0; t < live; t++) {
            int i = matching.columnOf(t);
            if (i >= 0) {
                targets.get(t).match(seen, i, now, tuning);
                seen.take(i);
            }
        }
    }

    private static boolean compatible(Target target, Role role) {
        Role own = target.votes.role();
        return own == role || own == Role.MOVING || role == Role.MOVING;
    }

    private void giveNumbers() {
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            if (!target.confirmed() && target.deservesNumber(now, tuning)) {
                target.number(++lastId);
            }
            if (target.confirmed() && target.seen()) {
                seen.show(target.candidate());
            }
        }
    }

    private void startNew() {
        for (int i = 0; i < seen.size(); i++) {
            if (!seen.taken(i) && seen.confidence(i) >= tuning.birth()) {
                if (live == targets.size()) {
                    targets.add(new Target());
                }
                targets.get(live++).start(seen, i, now, tuning);
            }
        }
    }

    /** Drops the targets that were not seen for too long; the others keep their order. */
    private void forgetOld() {
        int kept = 0;
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            double limit = target.confirmed() ? tuning.memorySeconds() : tuning.suspicionSeconds();
            if (target.secondsSinceMatch(now) <= limit) {
                targets.set(t, targets.get(kept));
                targets.set(kept++, target);
            }
        }
        live = kept;
    }

    /**
     * Adds the tracks to a scene that was begun for the same frame, and as untracked detections those that belong to none.
     * Allocates for the latter only.
     *
     * @param scene where to
     */
    public void writeTo(SceneBuilder scene) {
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            if (target.confirmed() && target.secondsSinceMatch(now) <= tuning.coastSeconds()) {
                write(target, scene);
            }
        }
        for (int i = 0; i < seen.size(); i++) {
            if (!seen.shown(i)) {
                Box box = new Box(seen.left(i) / aspect, seen.top(i), seen.right(i) / aspect, seen.bottom(i));
                scene.detection(new Detection(seen.role(i), seen.label(i), seen.confidence(i), box));
            }
        }
    }

    private void write(Target target, SceneBuilder scene) {
        scene.track(target.id(), target.votes.role(), target.votes.label(), target.confidence(), target.sighting())
                .place(target.left / aspect, target.top, target.right / aspect, target.bottom)
                .move(target.velocityX() / aspect, target.velocityY(), target.bornNanos(), target.matchedNanos());
    }

    /** Forgets all tracks, as after a jump in time or a change of picture. */
    public void reset() {
        live = 0;
        started = false;
    }
}
