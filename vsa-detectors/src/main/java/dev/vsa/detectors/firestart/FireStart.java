package dev.vsa.detectors.firestart;

import dev.vsa.detectors.following.Area;
import dev.vsa.detectors.following.SteadyClock;
import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FlameCandidates;
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

/**
 * Watches the zone: gathers proof for each candidate that behaves like a flame, and signals one occurrence for as long as anything
 * burns there.
 */
final class FireStart implements EventDetector {

    private static final int VERSION = 1;
    /** A candidate not seen for so long is forgotten. */
    private static final long FORGOTTEN_NANOS = 2_000_000_000L;
    /** While it burns, the alert's boxes are brought up to date so often. */
    private static final long UPDATE_NANOS = 1_000_000_000L;
    /** What behaves like a flame at a third short of the thresholds keeps a fire alive that was proved. */
    private static final double ALIVE = 0.67;

    private static final double LEAST_CONFIDENCE = 0.3;

    /** Flames rise: a candidate lower than this share of its width is none. */
    private static final double FLATTEST = 0.2;

    private final FireStartParameters parameters;
    private final PreparedPolygon polygon;
    private final double need;
    private final double absence;
    private final SteadyClock clock = new SteadyClock();
    private final TrackMemory<Suspect> suspects = new TrackMemory<>(Suspect::new);
    private long nowNanos;

    private boolean burning;
    private long key;
    /** Seconds until it counts as over. */
    private double left;

    private long toldNanos;

    FireStart(FireStartParameters parameters) {
        this.parameters = parameters;
        polygon = PreparedPolygon.of(parameters.zone().polygon());
        need = parameters.proof().toNanos() / 1e9;
        absence = parameters.absence().toNanos() / 1e9;
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long now = clock.advance(scene.mediaNanos());
        double seconds = clock.flowing() ? (now - nowNanos) / 1e9 : 0;
        nowNanos = now;
        Table table = scene.feature(FlameCandidates.KEY);
        boolean alive = false;
        if (table == null || table.columns() != FlameCandidates.COLUMNS) {
            out.cannotJudge(place(), "nothing looks for flames in the picture");
        } else {
            for (int row = 0; row < table.rows(); row++) {
                if (inZone(table, row) && !isRibbon(scene, table, row)) {
                    alive |= weigh(scene, table, row, seconds, out);
                }
            }
        }
        if (burning) {
            left = alive ? absence : left - seconds;
            if (left <= 0) {
                end(EndCause.RULE, out);
            } else {
                out.margin(place(), key, 1 + left / absence);
            }
        }
        forget();
    }

    /** Brings a candidate's proof up to date, and opens or updates the occurrence; tells whether it burns. */
    private boolean weigh(Scene scene, Table table, int row, double seconds, Signals out) {
        long id = (long) table.at(row, FlameCandidates.ID);
        Suspect suspect = suspects.find(id);
        if (suspect == null) {
            suspect = suspects.add(id);
            suspect.begin(nowNanos);
        }
        suspect.seenNanos = nowNanos;
        boolean grey = table.at(row, FlameCandidates.GREY) > 0;
        double enough = grey ? 1.5 * need : need;
        boolean blaze = Likeness.isBlaze(table, row);
        double likeness = blaze
                ? Likeness.ofBlaze(table, row)
                : Likeness.of(table, row, pixels(scene, table, row), confirmed(scene, table, row));
        if (likeness >= 1) {
            suspect.onsetNanos = suspect.proof == 0 ? scene.mediaNanos() : suspect.onsetNanos;
            // What a blaze is like was measured from its beginning on.
            double burnt = blaze && table.at(row, FlameCandidates.AGE) > 0
                    ? table.at(row, FlameCandidates.AGE)
                    : suspect.proof + seconds;
            suspect.proof = Math.min(2 * enough, Math.max(suspect.proof, burnt));
        } else {
            suspect.proof = Math.max(0, suspect.proof - seconds);
        }
        // Whether it repeats itself must be known: a beacon is told from a flame by nothing else.
        boolean proved = suspect.proof >= enough && table.at(row, FlameCandidates.PERIODICITY) >= 0;
        if (!burning) {
            // Until it is proved, the margin tells the proof so far.
            if (proved) {
                burning = true;
                key = id;
                left = absence;
                signal(scene, table, row, suspect, out);
            } else {
                out.margin(place(), id, Math.min(0.99, suspect.proof / enough));
            }
        } else if (proved && nowNanos - toldNanos >= UPDATE_NANOS) {
            signal(scene, table, row, suspect, out);
        }
        return proved || (suspect.proof > 0 && likeness >= ALIVE);
    }

    private void signal(Scene scene, Table table, int row, Suspect suspect, Signals out) {
        toldNanos = nowNanos;
        out.signal(new Signal(
                place(),
                key,
                Math.min(suspect.onsetNanos, scene.mediaNanos()),
                Math.max(1, suspect.proof / need),
                List.of(Reasons.subject(table, row)),
                Reasons.explain(
                        table,
                        row,
                        pixels(scene, table, row),
                        suspect.proof,
                        parameters,
                        confirmed(scene, table, row))));
    }

    /** The longer side of its box in the camera's picture. */
    private static double pixels(Scene scene, Table table, int row) {
        double width = (table.at(row, FlameCandidates.RIGHT) - table.at(row, FlameCandidates.LEFT)) * scene.aspect();
        double height = table.at(row, FlameCandidates.BOTTOM) - table.at(row, FlameCandidates.TOP);
        return Math.max(width, height) * scene.pictureHeight();
    }

    /** Red and white tape that flutters in the wind: flickers like a flame, but is a line. */
    private static boolean isRibbon(Scene scene, Table table, int row) {
        double width = (table.at(row, FlameCandidates.RIGHT) - table.at(row, FlameCandidates.LEFT)) * scene.aspect();
        double height = table.at(row, FlameCandidates.BOTTOM) - table.at(row, FlameCandidates.TOP);
        return height < FLATTEST * width;
    }

    private boolean inZone(Table table, int row) {
        double l = table.at(row, FlameCandidates.LEFT);
        double t = table.at(row, FlameCandidates.TOP);
        double r = table.at(row, FlameCandidates.RIGHT);
        double b = table.at(row, FlameCandidates.BOTTOM);
        return r > l && b > t && polygon.overlap(l, t, r, b) >= 0.3;
    }

    /** Whether an object model sees flames or smoke where the candidate is. */
    private static boolean confirmed(Scene scene, Table table, int row) {
        double l = table.at(row, FlameCandidates.LEFT);
        double t = table.at(row, FlameCandidates.TOP);
        double r = table.at(row, FlameCandidates.RIGHT);
        double b = table.at(row, FlameCandidates.BOTTOM);
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track k = tracks.get(i);
            if (burns(k.role(), k.confidence())
                    && k.sighting() != Sighting.COASTED
                    && k.left() < r
                    && k.right() > l
                    && k.top() < b
                    && k.bottom() > t) {
                return true;
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            if (burns(d.role(), d.confidence())
                    && d.box().left() < r
                    && d.box().right() > l
                    && d.box().top() < b
                    && d.box().bottom() > t) {
                return true;
            }
        }
        return false;
    }

    private static boolean burns(Role role, double confidence) {
        return (role == Role.FIRE || role == Role.SMOKE) && confidence >= LEAST_CONFIDENCE;
    }

    private void forget() {
        for (int i = suspects.size() - 1; i >= 0; i--) {
            if (nowNanos - suspects.at(i).seenNanos > FORGOTTEN_NANOS) {
                suspects.removeAt(i);
            }
        }
    }

    private void end(EndCause cause, Signals out) {
        burning = false;
        out.end(place(), key, cause);
    }

    private String place() {
        return parameters.zone().id();
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        clock.breakFlow();
        // The numbers of candidates are new after each of these, and where they lie may be.
        suspects.clear();
        if (discontinuity.kind() == Discontinuity.Kind.CAMERA_MOVED) {
            if (burning) {
                end(EndCause.BLINDNESS, out);
            }
            out.cannotJudge(place(), Area.CAMERA_MOVED);
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        clock.snapshot(out);
        out.putLong(nowNanos);
        out.putBoolean(burning);
        out.putLong(key);
        out.putDouble(left);
        out.putLong(toldNanos);
        suspects.snapshot(out, Suspect::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock.restore(in);
        nowNanos = in.getLong();
        burning = in.getBoolean();
        key = in.getLong();
        left = in.getDouble();
        toldNanos = in.getLong();
        suspects.restore(in, Suspect::restore);
    }
}
