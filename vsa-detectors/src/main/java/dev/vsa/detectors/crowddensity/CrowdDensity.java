package dev.vsa.detectors.crowddensity;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts the persons in a zone. Those whom the camera's model names in this scene, and the head count, which looks closer and less often:
 * the greater of the two counts, so that there is no switch between them that could jump.
 */
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
    /** More persons are in no picture. */
    private static final double MOST_PERSONS = 1e5;
    /** It is over when there are fewer than this share of too many: a count trembles by a tenth. */
    private static final double RELEASE = 0.85;

    private static final double NANOS = 1e9;

    private final String place;
    private final PreparedPolygon zone;
    private final double limit;
    private final double area;
    private final boolean byDensity;
    private final long durationNanos;
    private final SteadyClock clock = new SteadyClock();
    private final Box zoneBox;

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

    /** Persons of this scene who are lower than the least. */
    private int low;

    private double left;
    private double top;
    private double right;
    private double bottom;

    CrowdDensity(CrowdDensityParameters parameters, @Nullable GroundPlane plane) {
        place = parameters.zone().id();
        zone = PreparedPolygon.of(parameters.zone().polygon());
        area = plane == null ? 0 : Ground.area(zone, plane);
        byDensity = parameters.maxPeople() == 0;
        if (byDensity && !(area > 0)) {
            throw new IllegalArgumentException(
                    "max-people is 0, and without a ground plane of the zone there is no density: give max-people, or calibrate the"
                            + " camera");
        }
        limit = byDensity ? parameters.maxDensity() * area : parameters.maxPeople();
        durationNanos = parameters.duration().toNanos();
        double l = 1;
        double t = 1;
        double r = 0;
        double b = 0;
        for (var point : parameters.zone().polygon().outer()) {
            l = Math.min(l, point.x());
            t = Math.min(t, point.y());
            r = Math.max(r, point.x());
            b = Math.max(b, point.y());
        }
        zoneBox = new Box(l, t, r, b);
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        long step = now - lastNanos;
        lastNanos = now;
        clearExtent();
        double seen = seen(scene);
        double counted = counted(scene.feature(HeadCount.KEY));
        double value = Math.min(MOST_PERSONS, Math.max(seen, counted));
        double meanS = Math.max(SHORTEST_MEAN_S, durationNanos / NANOS);
        count = persons.add(value, step / NANOS, meanS);
        double held = limited.add(Math.min(value, MOST * limit), step / NANOS, meanS) / limit;
        watchedNanos += step;
        if (held >= 1) {
            judgeAbove(scene, out);
        } else {
            judgeBelow(held, step, out);
            if (low >= WORTH_SAYING && 2 * low > seen) {
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
            out.signal(signal(margin));
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

    /** Persons in this scene; who is only guessed to be still there does not count. */
    private double seen(Scene scene) {
        int sum = 0;
        low = 0;
        double least = (double) LEAST_ROWS / scene.pictureHeight();
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (t.role() == Role.PERSON
                    && t.sighting() != Sighting.COASTED
                    && zone.contains(t.centreX(), Math.min(1, t.bottom()))) {
                sum++;
                low += t.height() < least ? 1 : 0;
                extend(t.left(), t.top(), t.right(), t.bottom());
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            Box box = d.box();
            if (d.role() == Role.PERSON && zone.contains((box.left() + box.right()) / 2, Math.min(1, box.bottom()))) {
                sum++;
                low += box.bottom() - box.top() < least ? 1 : 0;
                extend(box.left(), box.top(), box.right(), box.bottom());
            }
        }
        return sum;
    }

    private double counted(@Nullable Grid heads) {
        if (heads == null) {
            return 0;
        }
        double sum = 0;
        double wide = 1.0 / heads.columns();
        double high = 1.0 / heads.rows();
        int fromRow = first(zoneBox.top(), heads.rows());
        int toRow = last(zoneBox.bottom(), heads.rows());
        int fromColumn = first(zoneBox.left(), heads.columns());
        int toColumn = last(zoneBox.right(), heads.columns());
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                float persons = heads.at(column, row);
                if (persons > 0 && zone.contains((column + 0.5) * wide, (row + 0.5) * high)) {
                    sum += persons;
                    extend(column * wide, row * high, (column + 1) * wide, (row + 1) * high);
                }
            }
        }
        return sum;
    }

    /** The first cell of so many in which, or before which, a place lies. */
    private static int first(double place, int cells) {
        return Math.max(0, (int) (place * cells) - 1);
    }

    /** The last cell of so many in which, or behind which, a place lies. */
    private static int last(double place, int cells) {
        return Math.min(cells - 1, (int) (place * cells) + 1);
    }

    private void clearExtent() {
        left = 1;
        top = 1;
        right = 0;
        bottom = 0;
    }

    private void extend(double l, double t, double r, double b) {
        left = Math.min(left, l);
        top = Math.min(top, t);
        right = Math.max(right, r);
        bottom = Math.max(bottom, b);
    }

    private Signal signal(double margin) {
        Box box = right > left && bottom > top
                ? new Box(Math.max(0, left), Math.max(0, top), Math.min(1, right), Math.min(1, bottom))
                : zoneBox;
        Measure people = new Measure("persons", count, byDensity ? Double.NaN : limit, "");
        String sentence = String.format(Locale.ROOT, "About %d persons are in zone '%s'", Math.round(count), place);
        if (area > 0) {
            double density = count / area;
            sentence += String.format(Locale.ROOT, ", %.1f to a square metre", density);
            Measure dense = new Measure("density", density, byDensity ? limit / area : Double.NaN, "1/m²");
            return new Signal(
                    place,
                    KEY,
                    onsetNanos,
                    margin,
                    List.of(new Subject(Subject.NO_TRACK, Role.PERSON, box)),
                    Explanation.of(sentence + ".", people, dense));
        }
        return new Signal(
                place,
                KEY,
                onsetNanos,
                margin,
                List.of(new Subject(Subject.NO_TRACK, Role.PERSON, box)),
                Explanation.of(sentence + ".", people));
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
