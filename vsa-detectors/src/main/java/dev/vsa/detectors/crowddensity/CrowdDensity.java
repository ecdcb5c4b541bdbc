package dev.vsa.detectors.crowddensity;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the mean number of persons in a zone against the limit. */
final class CrowdDensity implements EventDetector {

    private static final int VERSION = 2;
    private static final long KEY = 1;
    /** Shorter than this no mean is taken over: persons are missed for a scene or two. */
    private static final double SHORTEST_MEAN_S = 0.5;
    /** What a moment weighs at most, in limits: those who rush by in less than the duration are not too many. */
    private static final double MOST = 1.5;
    /** Lower persons are found by chance; and so many of them make it worth saying. */
    private static final int LEAST_ROWS = CrowdDensityProvider.MIN_PERSON_PIXELS;

    private static final int WORTH_SAYING = 4;
    private static final String TOO_LOW =
            "most persons are lower than " + LEAST_ROWS + " rows of the picture: there may be many more";
    /** It is over when there are fewer than this share of too many: a count trembles by a tenth. */
    private static final double RELEASE = 0.85;

    private static final double NANOS = 1e9;

    private final String place;
    private final Here here;
    private final double limit;
    private final double area;
    private final boolean byDensity;
    private final long durationNanos;
    private final SteadyClock clock = new SteadyClock();

    private final Mean persons = new Mean();
    /** The same with each moment's count limited. */
    private final Mean limited = new Mean();

    private double count;
    private long lastNanos;
    private long watchedNanos;
    private boolean above;
    private long releasedNanos;
    private long onsetNanos;
    private boolean open;

    CrowdDensity(CrowdDensityParameters parameters, @Nullable GroundPlane plane) {
        place = parameters.zone().id();
        area = plane == null
                ? 0
                : Ground.area(PreparedPolygon.of(parameters.zone().polygon()), plane);
        byDensity = parameters.maxPeople() == 0;
        if (byDensity && !(area > 0)) {
            throw new IllegalArgumentException(
                    "max-people is 0, and without a ground plane of the zone there is no density: give max-people, or calibrate the"
                            + " camera");
        }
        limit = byDensity ? parameters.maxDensity() * area : parameters.maxPeople();
        durationNanos = parameters.duration().toNanos();
        here = new Here(parameters.zone().polygon(), LEAST_ROWS);
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        long step = now - lastNanos;
        lastNanos = now;
        here.count(scene);
        double value = here.persons();
        double meanS = Math.max(SHORTEST_MEAN_S, durationNanos / NANOS);
        count = persons.add(value, step / NANOS, meanS);
        double held = limited.add(Math.min(value, MOST * limit), step / NANOS, meanS) / limit;
        watchedNanos += step;
        if (held >= 1) {
            judgeAbove(scene, out);
        } else {
            judgeBelow(held, step, out);
            if (here.low() >= WORTH_SAYING && 2 * here.low() > here.seen()) {
                out.cannotJudge(place, TOO_LOW);
            }
        }
    }

    private void judgeAbove(Scene scene, Signals out) {
        if (!above) {
            onsetNanos = scene.mediaNanos();
        }
        above = true;
        releasedNanos = 0;
        if (watchedNanos >= durationNanos && watchedNanos > 0) {
            open = true;
            double margin = Math.max(1, count / limit);
            out.margin(place, KEY, margin);
            out.signal(signal(margin, scene));
        } else {
            // Many enough, but not watched for long enough.
            out.margin(place, KEY, Math.min(Math.nextDown(1.0), (double) watchedNanos / Math.max(1, durationNanos)));
        }
    }

    private void judgeBelow(double held, long step, Signals out) {
        if (!open) {
            above = false;
            out.margin(place, KEY, held);
            return;
        }
        releasedNanos = held < RELEASE ? releasedNanos + step : 0;
        if (releasedNanos > durationNanos) {
            out.margin(place, KEY, held);
            close(out, EndCause.RULE);
        } else {
            // Between too many and few enough it goes on.
            out.margin(place, KEY, 1);
        }
    }

    private void close(Signals out, EndCause cause) {
        out.end(place, KEY, cause);
        open = false;
        above = false;
        releasedNanos = 0;
    }

    private Signal signal(double margin, Scene scene) {
        Measure people = new Measure("persons", count, byDensity ? Double.NaN : limit, "");
        String sentence = String.format(Locale.ROOT, "About %d persons are in zone '%s'", Math.round(count), place);
        if (area > 0) {
            double density = count / area;
            sentence += String.format(Locale.ROOT, ", %.1f to a square metre", density);
            Measure dense = new Measure("density", density, byDensity ? limit / area : Double.NaN, "1/m²");
            return signal(margin, sentence, List.of(people, dense), scene);
        }
        return signal(margin, sentence, List.of(people), scene);
    }

    private Signal signal(double margin, String sentence, List<Measure> measures, Scene scene) {
        return new Signal(
                place,
                KEY,
                onsetNanos,
                margin,
                List.of(new Subject(Subject.NO_TRACK, Role.PERSON, here.extent())),
                new Explanation(sentence + ".", measures, Optional.of(here.heat(scene))));
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        if (discontinuity.kind() != Discontinuity.Kind.GAP) {
            boolean moved = discontinuity.kind() == Discontinuity.Kind.CAMERA_MOVED;
            persons.clear();
            limited.clear();
            watchedNanos = 0;
            above = false;
            if (open) {
                close(out, moved ? EndCause.BLINDNESS : EndCause.LOSS);
            }
            if (moved) {
                out.cannotJudge(place, Area.CAMERA_MOVED);
            }
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        persons.snapshot(out);
        limited.snapshot(out);
        out.putDouble(count);
        out.putLong(lastNanos);
        out.putLong(watchedNanos);
        out.putBoolean(above);
        out.putLong(releasedNanos);
        out.putLong(onsetNanos);
        out.putBoolean(open);
    }

    @Override
    public void restore(StateReader in) {
        if (in.version(VERSION) != VERSION) {
            throw new StateReader.UnreadableStateException("state of an older version, which counted otherwise");
        }
        clock.restore(in);
        persons.restore(in);
        limited.restore(in);
        count = in.getDouble();
        lastNanos = in.getLong();
        watchedNanos = in.getLong();
        above = in.getBoolean();
        releasedNanos = in.getLong();
        onsetNanos = in.getLong();
        open = in.getBoolean();
    }
}
