package dev.vsa.perception.tracking;

import dev.vsa.geometry.Box;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.SceneBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the detections of successive frames of one camera to tracks. Numbers start at 1, rise, and are never used again, not
 * even after {@link #reset()}.
 *
 * <p>A track is confirmed by two detections of 0.40 or more, and goes on by those of 0.30 or more.
 * Unseen, it is shown as {@code COASTED} for 1 s and can be taken up again for 2 s. If it came from elsewhere and was at rest,
 * and the motion grid shows that nothing has moved where it stands, it is shown as {@code HELD} for up to 30 s instead.
 *
 * <p>The result depends on the detections and their media times alone: not on their order within a frame, not on the wall
 * clock, and on the frame rate as little as possible. One thread at a time. Past the first frames an update allocates
 * nothing.
 */
public final class Tracker {

    private static final Stage[] STAGES = Stage.values();
    private static final Detections NOTHING = new Detections();

    private final Merge merge = new Merge();
    private final Detections found = new Detections();
    private final Candidates seen = new Candidates();
    private final Sweep sweep = new Sweep();
    private final Lonely lonely = new Lonely();
    private final Matching matching = new Matching();
    private final Coverage coverage = new Coverage();
    private final List<Target> targets = new ArrayList<>();
    private int live;
    private long lastId;
    private long now;
    private double aspect = 1;
    private boolean started;

    /** Creates a tracker that follows nothing yet. */
    public Tracker() {}

    /**
     * Takes in what a model found in one frame, where nothing is known about motion.
     *
     * @param mediaNanos the frame's media time, greater than that of the frame before unless {@link #reset()} came between
     * @param pictureAspect width over height of the picture, more than 0
     * @param objects what was found; read during the call only; boxes that are empty or not finite are ignored
     * @throws IllegalArgumentException if time does not advance or the aspect is out of range
     */
    public void update(long mediaNanos, double pictureAspect, Detections objects) {
        update(mediaNanos, pictureAspect, objects, NOTHING, null);
    }

    /**
     * Takes in what a model found in one frame, and what moved in it. Regions that only repeat an object are dropped, the others
     * are followed as objects of role MOVING. When the model recognises one of these later, it takes the role and keeps its
     * number.
     *
     * @param mediaNanos the frame's media time, greater than that of the frame before unless {@link #reset()} came between
     * @param pictureAspect width over height of the picture, more than 0
     * @param objects what the model found; read during the call only; boxes that are empty or not finite are ignored
     * @param regions moving regions, of role MOVING; the same holds for them
     * @param motion the share of each cell that changes, or null where it is not known
     * @throws IllegalArgumentException if time does not advance or the aspect is out of range
     */
    public void update(
            long mediaNanos, double pictureAspect, Detections objects, Detections regions, @Nullable Grid motion) {
        if (started && mediaNanos <= now) {
            throw new IllegalArgumentException("media time " + mediaNanos + " ns does not follow " + now + " ns");
        }
        if (!(pictureAspect > 0) || !Double.isFinite(pictureAspect)) {
            throw new IllegalArgumentException("aspect " + pictureAspect);
        }
        double step = started ? (mediaNanos - now) * 1e-9 : 0;
        started = true;
        now = mediaNanos;
        aspect = pictureAspect;
        merge.join(objects, regions, found);
        seen.load(found, aspect, 0);
        forgetOld();
        for (int t = 0; t < live; t++) {
            targets.get(t).expect(now);
        }
        sweep.collect(targets, live, seen);
        sweep.keepOpen(targets, seen, true);
        for (int s = 0; s < STAGES.length && sweep.openSize() > 0; s++) {
            associate(STAGES[s]);
            if (STAGES[s] == Stage.NEAR && sweep.openSize() > 0) {
                associateLonely();
            }
        }
        if (motion != null) {
            holdUnseen(motion, step);
        }
        startNew();
        giveNumbers();
        forgetGone();
    }

    /** Matches unseen targets and free detections as a stage has it. */
    private void associate(Stage stage) {
        boolean any = false;
        for (int k = 0; k < sweep.openSize(); k++) {
            int p = sweep.openPair(k);
            Target target = targets.get(sweep.target(p));
            int i = sweep.candidate(p);
            if (stage.admits(target, seen.role(i), seen.confidence(i))) {
                double likeness = stage.widens(target) ? sweep.nearness(p, target, seen) : sweep.overlap(p);
                if (likeness >= stage.least(target)) {
                    if (!any) {
                        matching.begin(live, seen.size());
                    }
                    matching.pair(sweep.target(p), i, (float) (1 - likeness));
                    any = true;
                }
            }
        }
        if (!any) {
            return;
        }
        matching.solve(1);
        for (int t = 0; t < live; t++) {
            int i = matching.columnOf(t);
            if (i >= 0) {
                join(t, i);
            }
        }
        sweep.keepOpen(targets, seen, false);
    }

    /** Matches the targets and detections that have nobody else within reach, however fast that makes the object. */
    private void associateLonely() {
        lonely.begin(live, seen.size());
        for (int p = 0; p < sweep.size(); p++) {
            Target target = targets.get(sweep.target(p));
            int i = sweep.candidate(p);
            if (Stage.NEAR.admits(target, seen.role(i), seen.confidence(i)) && target.reaches(seen, i)) {
                lonely.pair(sweep.target(p), i);
            }
        }
        for (int t = 0; t < live; t++) {
            int i = lonely.partner(t);
            if (i >= 0 && !targets.get(t).seen() && !seen.taken(i)) {
                join(t, i);
            }
        }
        sweep.keepOpen(targets, seen, false);
    }

    private void join(int t, int i) {
        targets.get(t).match(seen, i, now, aspect);
        seen.take(i);
    }

    private void holdUnseen(Grid motion, double step) {
        for (int t = 0; t < live; t++) {
            if (!targets.get(t).seen()) {
                targets.get(t).hold(motion, now, step, aspect);
            }
        }
    }

    private void startNew() {
        int before = live;
        for (int i = 0; i < seen.size(); i++) {
            if (seen.taken(i)) {
                continue;
            }
            boolean region = seen.role(i) == Role.MOVING;
            boolean unnamed = region || seen.role(i) == Role.OTHER;
            if (unnamed && coverage.explained(seen, i, targets, before)) {
                if (region) {
                    seen.show(i);
                }
            } else if (seen.confidence(i) >= Tuning.BIRTH) {
                next().start(seen, i, now);
            }
        }
    }

    private Target next() {
        if (live == targets.size()) {
            for (int more = Math.max(16, live); more > 0; more--) {
                targets.add(new Target());
            }
        }
        return targets.get(live++);
    }

    private void giveNumbers() {
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            if (!target.seen()) {
                continue;
            }
            if (!target.confirmed() && target.deservesNumber(now)) {
                target.number(++lastId);
            }
            if (target.confirmed()) {
                seen.show(target.candidate());
            }
        }
    }

    /** Drops the targets that were not seen for too long. */
    private void forgetOld() {
        int kept = 0;
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            // A suspicion outlives at least one frame without it, whatever the frame rate.
            double limit = target.confirmed() || target.seen() ? Tuning.MEMORY_SECONDS : Tuning.SUSPICION_SECONDS;
            kept = target.secondsUnknown(now) <= limit ? keep(t, kept) : kept;
        }
        live = kept;
    }

    /** Drops the targets that have left the picture, or that another stands for. */
    private void forgetGone() {
        int kept = 0;
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            boolean left = !target.seen() && target.visible(aspect) < Tuning.LEAST_VISIBLE;
            boolean gone = left || (target.unnamed() && coverage.replaced(t, targets, live));
            kept = gone ? kept : keep(t, kept);
        }
        live = kept;
    }

    /** Moves a target to the kept ones, which keep their order. */
    private int keep(int t, int kept) {
        Target target = targets.get(t);
        targets.set(t, targets.get(kept));
        targets.set(kept, target);
        return kept + 1;
    }

    /**
     * Adds the tracks to a scene that was begun for the same frame, their boxes cut at the picture's edges, and as untracked
     * detections those that belong to none; all figures rounded, so that a recording of the scene is exact and small. Allocates
     * for the detections only.
     *
     * @param scene where to
     */
    public void writeTo(SceneBuilder scene) {
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            if (target.confirmed() && target.secondsUnknown(now) <= Tuning.COAST_SECONDS) {
                write(target, scene);
            }
        }
        for (int i = 0; i < seen.size(); i++) {
            if (!seen.shown(i)) {
                Box box = new Box(
                        Rounding.position(seen.left(i) / aspect),
                        Rounding.position(seen.top(i)),
                        Rounding.position(seen.right(i) / aspect),
                        Rounding.position(seen.bottom(i)));
                double confidence = Rounding.confidence(seen.confidence(i));
                scene.detection(new Detection(seen.role(i), seen.label(i), confidence, box));
            }
        }
    }

    private void write(Target target, SceneBuilder scene) {
        double confidence = Rounding.confidence(target.confidence());
        scene.track(target.id(), target.votes.role(), target.votes.label(), confidence, target.sighting())
                .place(
                        place(target.left / aspect),
                        place(target.top),
                        place(target.right / aspect),
                        place(target.bottom))
                .move(
                        Rounding.speed(target.velocityX() / aspect),
                        Rounding.speed(target.velocityY()),
                        target.bornNanos(),
                        target.matchedNanos());
    }

    private static double place(double v) {
        return Rounding.position(Math.max(0, Math.min(1, v)));
    }

    /** Forgets all tracks, as after a jump in time or a change of picture. */
    public void reset() {
        live = 0;
        started = false;
    }
}
