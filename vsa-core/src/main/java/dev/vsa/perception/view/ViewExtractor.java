package dev.vsa.perception.view;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.CameraCondition;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.spi.FeatureExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Tells how well a camera sees, from the brightness of its picture: {@link CameraView}.
 *
 * <p>One question stands behind all: are the edges that stand still in this view still there? If they are gone, the rest of the
 * picture tells why: it is dark, full of light, the same picture without edges, or none of these. If they are elsewhere, the camera
 * was moved. A picture that never had an edge shows nothing. And whether the picture is the very same as before is seen apart.
 *
 * <p>The known view outlives {@link #reset()}: a camera that was turned while its stream was down is found out.
 */
public final class ViewExtractor implements FeatureExtractor<Table> {

    /** The view is measured so often; only its stillness in every frame. */
    private static final double MEASURE_S = 0.2;
    /** The view must have been seen for so long before its loss can be told, and before its move can. */
    private static final double KNOWN_S = 3;

    private static final double WELL_KNOWN_S = 10;
    /** Cells with something to lose: fewer are an overlay's text, or one lamp. */
    private static final int LEAST_STRUCTURE = 10;

    private static final double LOST = 0.75;
    /** A picture whose edges are weaker than this share of the known ones, all together, has lost them; else it has others instead. */
    private static final double BARE = 0.6;

    private static final double FOUND_AGAIN = 0.5;
    /** A picture with edges in fewer cells shows nothing but an overlay's text. */
    private static final double NO_DETAIL = 0.06;
    /** Only one sample in twenty is brighter than this, on a scale where black may be 16. */
    private static final int DARK = 44;

    private static final double GLARE = 0.25;
    private static final double SAME_SCENE = 0.85;
    /** Below this presence of the known edges it is worth looking for them elsewhere. */
    private static final double DOUBTFUL = 0.7;

    private static final double ELSEWHERE = 0.6;
    private static final double NOT_HERE = 0.3;
    private static final double NOWHERE_HERE = 0.2;
    private static final double HERE_AGAIN = 0.5;
    private static final double UNRIVALLED = 0.7;
    private static final int LEAST_SHIFT = 4;
    private static final double FLAT = 0.9;
    private static final double NO_SIGNAL_S = 3;

    private final Luma luma;
    private final Sketch sketch = new Sketch();
    private final Reference reference = new Reference();
    private final ShiftSearch search = new ShiftSearch();
    private final Stillness stillness = new Stillness();
    private final Debounce loss = new Debounce(3, 1);
    private final Debounce moved = new Debounce(3, 2);
    private final Debounce changed = new Debounce(10, 2);
    private final Table.Builder rows = new Table.Builder(CameraView.COLUMNS);
    private @Nullable CameraCondition lossSeen;
    private @Nullable CameraCondition lossTold;
    private long lossSeenNanos;
    private long measuredNanos;
    private boolean measured;
    private boolean still;
    private int movedX;
    private int movedY;

    /**
     * Creates one for a camera.
     *
     * @param luma the camera's, loaded before each {@link #extract}
     */
    public ViewExtractor(Luma luma) {
        this.luma = luma;
    }

    @Override
    public @Nullable Table extract(Frame frame, Scene scene) {
        if (Math.max(luma.width(), luma.height()) < Sketch.LEAST_SIDE) {
            return null;
        }
        long now = scene.mediaNanos();
        long sameSince = stillness.update(luma.values(), now);
        double sameS = (now - sameSince) * 1e-9;
        if (!measured || now - measuredNanos >= MEASURE_S * 1e9 || now < measuredNanos) {
            measure(now);
        }
        rows.clear();
        if (loss.on() && lossTold != null) {
            add(lossTold, loss.sinceSeconds(), loss.degree());
        }
        if (moved.on()) {
            add(CameraCondition.MOVED, moved.sinceSeconds(), moved.degree());
        }
        if (changed.on()) {
            add(CameraCondition.CHANGED, changed.sinceSeconds(), changed.degree());
        }
        still = sameS >= stillness.limitS();
        if (sameS >= NO_SIGNAL_S && sketch.flatColours >= FLAT) {
            add(CameraCondition.NO_SIGNAL, sameSince * 1e-9, 1);
        } else if (still) {
            add(CameraCondition.FROZEN, sameSince * 1e-9, 1);
        }
        return rows.lend();
    }

    private void add(CameraCondition condition, double sinceS, double degree) {
        rows.add()
                .set(CameraView.CONDITION, condition.code())
                .set(CameraView.SINCE, round(sinceS))
                .set(CameraView.DEGREE, round(degree));
    }

    /** Powers of two, as all that is recorded. */
    private static double round(double v) {
        return Math.rint(v * 1024) / 1024;
    }

    private void measure(long now) {
        double seconds = measured ? Math.max(0, (now - measuredNanos) * 1e-9) : 0;
        measured = true;
        measuredNanos = now;
        if (sketch.load(luma)) {
            reference.resize(sketch);
            forgetConditions();
        }
        reference.compare(sketch);
        CameraCondition lost = whatIsLost();
        double share = reference.structured >= LEAST_STRUCTURE ? reference.lost : 1;
        loss.update(lost != null, now, share);
        follow(lost, now);
        lookElsewhere(lost, now);
        if (!loss.pending() && !moved.pending() && !still) {
            boolean doubted = changed.pending() || reference.lost > 0.5 && reference.structured >= LEAST_STRUCTURE;
            reference.learn(sketch, Math.min(seconds, 1), doubted);
        }
    }

    /** What has taken the view, or null if nothing has. */
    private @Nullable CameraCondition whatIsLost() {
        boolean known = reference.ageS() >= KNOWN_S && reference.structured >= LEAST_STRUCTURE;
        boolean lost = known
                && reference.lost >= (loss.on() ? FOUND_AGAIN : LOST)
                && reference.contrast < (loss.on() ? 1 : BARE);
        boolean empty = sketch.detail < NO_DETAIL;
        if (!lost && !empty) {
            return null;
        }
        if (sketch.highlight < DARK) {
            return CameraCondition.DARK;
        }
        if (sketch.saturated >= GLARE) {
            return CameraCondition.BLINDED;
        }
        if (lost) {
            return reference.agreement >= SAME_SCENE ? CameraCondition.DEFOCUSED : CameraCondition.COVERED;
        }
        return CameraCondition.COVERED;
    }

    /** Which loss is told changes when another has been seen for a second. */
    private void follow(@Nullable CameraCondition lost, long now) {
        if (lost != lossSeen) {
            lossSeen = lost;
            lossSeenNanos = now;
        }
        if (lost != null && (lossTold == null || !loss.on() || now - lossSeenNanos >= 1_000_000_000L)) {
            lossTold = lost;
        } else if (!loss.pending()) {
            lossTold = null;
        }
    }

    private void lookElsewhere(@Nullable CameraCondition lost, long now) {
        boolean known = reference.ageS() >= WELL_KNOWN_S && reference.structured >= LEAST_STRUCTURE;
        boolean suspect = reference.present < DOUBTFUL || moved.on() || changed.on();
        if (!known || !suspect || lost == CameraCondition.DARK || !search.search(sketch, reference)) {
            moved.update(false, now, 0);
            changed.update(false, now, 0);
            return;
        }
        boolean far = Math.abs(search.shiftX) >= LEAST_SHIFT || Math.abs(search.shiftY) >= LEAST_SHIFT;
        boolean elsewhere =
                far && search.best >= ELSEWHERE && search.here <= NOT_HERE && search.rival <= UNRIVALLED * search.best;
        boolean same = Math.abs(search.shiftX - movedX) <= 2 && Math.abs(search.shiftY - movedY) <= 2;
        movedX = search.shiftX;
        movedY = search.shiftY;
        boolean away = moved.on() ? search.here < HERE_AGAIN : elsewhere && same;
        moved.update(away, now, 1 - Math.max(0, search.here));
        boolean another = search.here < (changed.on() ? HERE_AGAIN : NOWHERE_HERE) && lost == null && !moved.on();
        changed.update(another, now, 1 - Math.max(0, search.here));
    }

    private void forgetConditions() {
        loss.forget();
        moved.forget();
        changed.forget();
        lossSeen = null;
        lossTold = null;
    }

    @Override
    public void reset() {
        measured = false;
        stillness.interrupt();
        loss.interrupt();
        moved.interrupt();
        changed.interrupt();
    }
}
