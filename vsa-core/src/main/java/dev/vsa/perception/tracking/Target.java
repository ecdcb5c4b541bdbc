package dev.vsa.perception.tracking;

import dev.vsa.scene.Role;
import dev.vsa.scene.Sighting;

/** One object that is being followed, in isotropic space. Pooled: {@link #start} makes a new object of it. */
final class Target {

    private static final double VOTE_HALF_LIFE_S = 2;
    private static final double LONGEST_VOTE_S = 0.25;
    private static final double MOVING_VOTE = 0.25;
    private static final double FIRST_VOTE_S = 0.04;

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
    private double confidence;
    private Sighting sighting = Sighting.MATCHED;

    /** Where it is expected in the frame at hand; after a match, where it was estimated to be. */
    double left;

    double top;
    double right;
    double bottom;
    /** How uncertain the expected place is, a length. */
    double slack;

    void start(Candidates seen, int i, long now, Tuning tuning) {
        double w = seen.right(i) - seen.left(i);
        double h = seen.bottom(i) - seen.top(i);
        double size = (w + h) / 2;
        double place = square(tuning.placeNoise() * size);
        double side = square(tuning.sizeNoise() * size);
        double speed = square(tuning.firstSpeed() * size);
        x.start(seen.left(i) + w / 2, place, speed);
        y.start(seen.top(i) + h / 2, place, speed);
        width.start(w, side, square(0.2 * size));
        height.start(h, side, square(0.2 * size));
        votes.clear();
        id = 0;
        hits = 1;
        candidate = i;
        bornNanos = now;
        matchedNanos = now;
        confidence = seen.confidence(i);
        sighting = Sighting.MATCHED;
        vote(seen, i, FIRST_VOTE_S);
        settle();
    }

    /** Expects it at a time: sets the box and the slack, and marks it unseen until {@link #match} says otherwise. */
    void expect(long now, Tuning tuning) {
        double seconds = secondsSinceMatch(now);
        double size = size();
        double cx = x.positionAfter(seconds);
        double cy = y.positionAfter(seconds);
        double w = Math.max(0.3 * size, width.position());
        double h = Math.max(0.3 * size, height.position());
        left = cx - w / 2;
        right = cx + w / 2;
        top = cy - h / 2;
        bottom = cy + h / 2;
        double intensity = tuning.acceleration() * size * size;
        double deviation = Math.sqrt(x.varianceAfter(seconds, intensity));
        slack = Math.min(tuning.slackLimit() * size, tuning.slack() * deviation);
        sighting = Sighting.COASTED;
    }

    void match(Candidates seen, int i, long now, Tuning tuning) {
        double seconds = secondsSinceMatch(now);
        double size = size();
        double w = seen.right(i) - seen.left(i);
        double h = seen.bottom(i) - seen.top(i);
        double place = square(tuning.placeNoise() * size);
        double side = square(tuning.sizeNoise() * size);
        double push = tuning.acceleration() * size * size;
        double growth = tuning.growth() * size * size;
        x.correct(seconds, push, seen.left(i) + w / 2, place);
        y.correct(seconds, push, seen.top(i) + h / 2, place);
        width.correct(seconds, growth, w, side);
        height.correct(seconds, growth, h, side);
        hits++;
        candidate = i;
        confidence = seen.confidence(i);
        matchedNanos = now;
        sighting = Sighting.MATCHED;
        vote(seen, i, Math.min(seconds, LONGEST_VOTE_S));
        settle();
    }

    private void vote(Candidates seen, int i, double seconds) {
        double weight = seen.confidence(i) * seconds;
        if (seen.role(i) == Role.MOVING) {
            weight *= MOVING_VOTE;
        }
        votes.add(seen.role(i), seen.label(i), weight, Math.exp(-seconds * Math.log(2) / VOTE_HALF_LIFE_S));
    }

    /** Sets the box to the estimate. */
    private void settle() {
        double w = width.position();
        double h = height.position();
        left = x.position() - w / 2;
        right = x.position() + w / 2;
        top = y.position() - h / 2;
        bottom = y.position() + h / 2;
    }

    double secondsSinceMatch(long now) {
        return (now - matchedNanos) * 1e-9;
    }

    double size() {
        return (width.position() + height.position()) / 2;
    }

    boolean confirmed() {
        return id != 0;
    }

    boolean deservesNumber(long now, Tuning tuning) {
        return hits >= tuning.confirmHits() && (now - bornNanos) * 1e-9 >= tuning.confirmSeconds();
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
