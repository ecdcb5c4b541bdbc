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
 * <p>A track is confirmed by three detections of 0.40 or more, or one and doubtful ones of 0.30 or more, over at least 0.15 s.
 * Unseen, it is shown as {@code COASTED} for 1 s and can be taken up again for 2 s. If it came from elsewhere and was at rest,
 * and the motion grid shows that nothing has moved where it stands, it is shown as {@code HELD} for up to 30 s instead.
 *
 * <p>The result depends on the detections and their media times alone: not on their order within a frame, not on the wall
 * clock, and on the frame rate as little as possible. One thread at a time. Past the first frames an update allocates
 * nothing.
 */
public final class Tracker {

    private static final Detections NOTHING = new Detections();

    private final Tuning tuning;
    private final Coverage coverage;
    private final Detections found = new Detections();
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
        this.coverage = new Coverage(tuning);
    }

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
        found.clear();
        found.addAll(objects);
        found.addAll(regions);
        seen.load(found, aspect, 0);
        forgetOld();
        for (int t = 0; t < live; t++) {
            targets.get(t).expect(now, tuning);
        }
        sweep.collect(targets, live, seen);
        associate(true, false, tuning.birth());
        associate(true, false, tuning.continuation());
        associate(false, false, tuning.birth());
        associate(true, true, tuning.continuation());
        associate(false, true, tuning.continuation());
        if (motion != null) {
            holdUnseen(motion, step);
        }
        startNew();
        giveNumbers();
        forgetGone();
    }

    /** Matches the unseen targets, confirmed or not, to the free detections, of objects or regions. */
    private void associate(boolean confirmed, boolean regions, double leastConfidence) {
        matching.begin(live, seen.size());
        boolean any = false;
        for (int p = 0; p < sweep.size(); p++) {
            Target target = targets.get(sweep.target(p));
            int i = sweep.candidate(p);
            if (target.confirmed() == confirmed
                    && !target.seen()
                    && !seen.taken(i)
                    && (seen.role(i) == Role.MOVING) == regions
                    && seen.confidence(i) >= leastConfidence
                    && sweep.overlap(p) >= leastOverlap(target, i, leastConfidence)) {
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
                targets.get(t).match(seen, i, now, aspect, tuning);
                seen.take(i);
            }
        }
    }

    private double leastOverlap(Target target, int i, double leastConfidence) {
        Role own = target.votes.role();
        if (seen.role(i) == Role.MOVING) {
            return own == Role.MOVING ? tuning.leastRegion() : tuning.leastSupport();
        }
        if (own != Role.MOVING && own != seen.role(i)) {
            return Double.POSITIVE_INFINITY;
        }
        if (!target.confirmed()) {
            return tuning.leastNew();
        }
        return leastConfidence >= tuning.birth() ? tuning.leastSure() : tuning.leastDoubtful();
    }

    private void holdUnseen(Grid motion, double step) {
        for (int t = 0; t < live; t++) {
            if (!targets.get(t).seen()) {
                targets.get(t).hold(motion, now, step, aspect, tuning);
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
            if (region && coverage.explained(seen, i, targets, before)) {
                seen.show(i);
            } else if (seen.confidence(i) >= tuning.birth()) {
                if (live == targets.size()) {
                    targets.add(new Target());
                }
                targets.get(live++).start(seen, i, now, tuning);
            }
        }
    }

    private void giveNumbers() {
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            if (!target.seen()) {
                continue;
            }
            if (!target.confirmed() && target.deservesNumber(now, tuning)) {
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
            double limit = target.confirmed() ? tuning.memorySeconds() : tuning.suspicionSeconds();
            kept = target.secondsUnknown(now) <= limit ? keep(t, kept) : kept;
        }
        live = kept;
    }

    /** Drops the unseen targets that have left the picture, or that are followed as an object of a known role. */
    private void forgetGone() {
        int kept = 0;
        for (int t = 0; t < live; t++) {
            Target target = targets.get(t);
            boolean gone = !target.seen()
                    && (target.visible(aspect) < tuning.leastVisible()
                            || (target.votes.role() == Role.MOVING && coverage.replaced(target, targets, live)));
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
            if (target.confirmed() && target.secondsUnknown(now) <= tuning.coastSeconds()) {
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
