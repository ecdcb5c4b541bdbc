package dev.vsa.perception.tracking;

import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Sighting;

/**
 * One object that is being followed, in isotropic space: x runs from 0 to the aspect ratio, y from 0 to 1. Pooled: {@link
 * #start} makes a new object of it.
 */
final class Target {

    private static final double VOTE_HALF_LIFE_S = 2;
    private static final double LONGEST_VOTE_S = 0.25;
    private static final double MOVING_VOTE = 0.25;
    private static final double OTHER_VOTE = 0.05;
    private static final double FIRST_VOTE_S = 0.04;
    private static final double TREMBLING_S = 3;
    private static final double ON_BORDER = 0.004;
    private static final double ALIKE = 0.7;

    final Votes votes = new Votes();
    private final AxisFilter x = new AxisFilter();
    private final AxisFilter y = new AxisFilter();
    private final AxisFilter width = new AxisFilter();
    private final AxisFilter height = new AxisFilter();

    private long id;
    private int hits;
    private int candidate;
    private long bornNanos;
    private long matchedNanos;
    private long estimateNanos;
    private double confidence;
    private Sighting sighting = Sighting.MATCHED;
    private double anchorX;
    private double anchorY;
    private double path;
    private double restless;
    private double keptFor;
    private double kept = 1;

    /** Where it is expected in the frame at hand; after a match, where it was estimated to be. */
    double left;

    double top;
    double right;
    double bottom;
    /** How uncertain the expected place is, a length. */
    double slack;
    /** How far from there it can be if it suddenly runs, a length; 0 where it was not seen in the frame before. */
    double reach;
    /** How far from its expected box another may lie to be looked at, the greater of {@link #reach} and twice the slack. */
    double gate;

    void start(Candidates seen, int i, long now) {
        double w = seen.right(i) - seen.left(i);
        double h = seen.bottom(i) - seen.top(i);
        double size = (w + h) / 2;
        double place = square(Tuning.PLACE_NOISE * size);
        double side = square(Tuning.SIZE_NOISE * size);
        x.start(seen.left(i) + w / 2, place, square(Tuning.FIRST_SPEED * size));
        y.start(seen.top(i) + h / 2, place, square(Tuning.FIRST_SPEED * size));
        width.start(w, side, square(Tuning.FIRST_GROWTH * size));
        height.start(h, side, square(Tuning.FIRST_GROWTH * size));
        votes.clear();
        id = 0;
        candidate = i;
        matchedNanos = now;
        estimateNanos = now;
        confidence = seen.confidence(i);
        sighting = Sighting.MATCHED;
        restless = 0;
        rise(now);
        vote(seen, i, FIRST_VOTE_S);
        settle();
    }

    /** Comes into being here and now; what trembled for long before is another story. */
    private void rise(long now) {
        bornNanos = now;
        hits = 1;
        anchorX = x.position();
        anchorY = y.position();
        path = 0;
    }

    /** Expects it at a time: sets the box and the slack, and takes it for unseen until {@link #match} says otherwise. */
    void expect(long now) {
        double seconds = secondsUnknown(now);
        double size = size();
        double growing = Math.min(seconds, Tuning.GROW_SECONDS);
        double w = Math.max(0.5 * width.position(), width.positionAfter(growing));
        double h = Math.max(0.5 * height.position(), height.positionAfter(growing));
        place(x.positionAfter(seconds), y.positionAfter(seconds), w, h);
        double intensity = Tuning.ACCELERATION * size * size;
        double deviation = Math.sqrt(x.varianceAfter(seconds, intensity));
        slack = Math.min(Tuning.SLACK_LIMIT * size, Tuning.SLACK * deviation);
        reach = seen() ? Math.min(Tuning.REACH_LIMIT, Tuning.REACH_SPEED * seconds) * size : 0;
        gate = Math.max(2 * slack, reach);
        sighting = Sighting.COASTED;
    }

    /** Sees it in a detection. The box must be the one that {@link #expect} has set. */
    void match(Candidates seen, int i, long now, double aspect) {
        double noise = seen.role(i) == Role.MOVING && !unnamed() ? Tuning.REGION_NOISE : 1;
        double l = seen.left(i) <= ON_BORDER ? Math.min(seen.left(i), left) : seen.left(i);
        double t = seen.top(i) <= ON_BORDER ? Math.min(seen.top(i), top) : seen.top(i);
        double r = seen.right(i) >= aspect - ON_BORDER ? Math.max(seen.right(i), right) : seen.right(i);
        double b = seen.bottom(i) >= 1 - ON_BORDER ? Math.max(seen.bottom(i), bottom) : seen.bottom(i);
        double seconds = secondsUnknown(now);
        double beforeX = x.position();
        double beforeY = y.position();
        correct(seconds, (l + r) / 2, (t + b) / 2, r - l, b - t, noise);
        if (!confirmed()) {
            path += Math.hypot(x.position() - beforeX, y.position() - beforeY);
        }
        hits++;
        if (!confirmed() && (now - bornNanos) * 1e-9 > TREMBLING_S) {
            rise(now);
        }
        candidate = i;
        confidence = seen.confidence(i);
        matchedNanos = now;
        estimateNanos = now;
        restless = 0;
        sighting = Sighting.MATCHED;
        vote(seen, i, Math.min(seconds, LONGEST_VOTE_S));
        settle();
    }

    private void correct(double seconds, double cx, double cy, double w, double h, double noise) {
        double size = size();
        double place = square(noise * Tuning.PLACE_NOISE * size);
        double side = square(noise * Tuning.SIZE_NOISE * size);
        double push = Tuning.ACCELERATION * size * size;
        double growth = Tuning.GROWTH * size * size;
        x.correct(seconds, push, cx, place);
        y.correct(seconds, push, cy, place);
        width.correct(seconds, growth, w, side);
        height.correct(seconds, growth, h, side);
        width.atLeast(0.5 * w);
        height.atLeast(0.5 * h);
    }

    private void vote(Candidates seen, int i, double seconds) {
        double weight = seen.confidence(i) * seconds * weight(seen.role(i));
        votes.add(seen.role(i), seen.label(i), weight, kept(seconds));
    }

    /** The share of older votes that is kept after a time: nearly always the same one as the time before. */
    private double kept(double seconds) {
        if (seconds != keptFor) {
            keptFor = seconds;
            kept = Math.exp(-seconds * Math.log(2) / VOTE_HALF_LIFE_S);
        }
        return kept;
    }

    /** A known role outvotes mere motion, and mere motion a word that means nothing here. */
    private static double weight(Role role) {
        return switch (role) {
            case OTHER -> OTHER_VOTE;
            case MOVING -> MOVING_VOTE;
            default -> 1;
        };
    }

    /** Whether no model has found a role for it. */
    boolean unnamed() {
        return votes.role() == Role.MOVING || votes.role() == Role.OTHER;
    }

    private void settle() {
        place(x.position(), y.position(), width.position(), height.position());
    }

    private void place(double cx, double cy, double w, double h) {
        left = cx - w / 2;
        right = cx + w / 2;
        top = cy - h / 2;
        bottom = cy + h / 2;
    }

    /**
     * Takes note of what moves where it was last seen. If it was at rest and next to nothing has moved there since, it must
     * still be there. Only what has come from elsewhere is held, so that no false detection is.
     */
    void hold(Grid motion, long now, double seconds, double aspect) {
        double w = width.position();
        double h = height.position();
        double l = (x.position() - w / 2) / aspect;
        double t = y.position() - h / 2;
        if (most(motion, l, t, l + w / aspect, t + h) > Tuning.QUIET) {
            restless += seconds;
        }
        boolean resting = Math.hypot(x.velocity(), y.velocity()) <= Tuning.REST_SPEED * size();
        if (confirmed()
                && resting
                && restless <= Tuning.RESTLESS_SECONDS
                && travelled() >= Tuning.HOLD_TRAVEL
                && (now - matchedNanos) * 1e-9 <= Tuning.HOLD_SECONDS) {
            sighting = Sighting.HELD;
            estimateNanos = now;
            x.rest(square(Tuning.REST_SPEED * size()));
            y.rest(square(Tuning.REST_SPEED * size()));
            settle();
        }
    }

    /** The highest value in the cells that a box touches. */
    private static float most(Grid grid, double l, double t, double r, double b) {
        int firstColumn = (int) Math.max(0, l * grid.columns());
        int lastColumn = (int) Math.min(grid.columns() - 1, r * grid.columns());
        int firstRow = (int) Math.max(0, t * grid.rows());
        int lastRow = (int) Math.min(grid.rows() - 1, b * grid.rows());
        float most = 0;
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                most = Math.max(most, grid.at(column, row));
            }
        }
        return most;
    }

    /** How far it is from where it was first seen, in sizes. */
    double travelled() {
        return Math.hypot(x.position() - anchorX, y.position() - anchorY) / size();
    }

    boolean deservesNumber(long now) {
        double seconds = (now - bornNanos) * 1e-9;
        if (votes.role() == Role.MOVING) {
            // A region that only trembles or flares up comes from nowhere and goes nowhere.
            double straight = Math.hypot(x.position() - anchorX, y.position() - anchorY);
            return hits >= Tuning.CONFIRM_HITS
                    && seconds >= Tuning.REGION_CONFIRM_SECONDS
                    && travelled() >= Tuning.REGION_TRAVEL
                    && straight >= 0.5 * path;
        }
        return hits >= Tuning.CONFIRM_HITS && seconds >= Tuning.CONFIRM_SECONDS;
    }

    /** The share of its expected box that lies in the picture. */
    double visible(double aspect) {
        double w = Math.min(right, aspect) - Math.max(left, 0);
        double h = Math.min(bottom, 1) - Math.max(top, 0);
        return w <= 0 || h <= 0 ? 0 : w * h / ((right - left) * (bottom - top));
    }

    /** Time since it was last known where it is, seen or held. */
    double secondsUnknown(long now) {
        return (now - estimateNanos) * 1e-9;
    }

    /** Whether a detection is of its size and within its reach. */
    boolean reaches(Candidates seen, int i) {
        double w = seen.right(i) - seen.left(i);
        double h = seen.bottom(i) - seen.top(i);
        double ratio = (w + h) / (right - left + bottom - top);
        double dx = (seen.left(i) + seen.right(i) - left - right) / 2;
        double dy = (seen.top(i) + seen.bottom(i) - top - bottom) / 2;
        return ratio > ALIKE && ratio < 1 / ALIKE && dx * dx + dy * dy <= reach * reach;
    }

    /** The mean of width and height. */
    double size() {
        return (width.position() + height.position()) / 2;
    }

    boolean confirmed() {
        return id != 0;
    }

    void number(long newId) {
        id = newId;
    }

    /** The index of the detection that it was matched to last. */
    int candidate() {
        return candidate;
    }

    long id() {
        return id;
    }

    long bornNanos() {
        return bornNanos;
    }

    long matchedNanos() {
        return matchedNanos;
    }

    double confidence() {
        return confidence;
    }

    Sighting sighting() {
        return sighting;
    }

    boolean seen() {
        return sighting == Sighting.MATCHED;
    }

    double velocityX() {
        return x.velocity();
    }

    double velocityY() {
        return y.velocity();
    }

    private static double square(double v) {
        return v * v;
    }
}
