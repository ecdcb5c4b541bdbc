package dev.vsa.kit;

import dev.vsa.event.EndCause;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import dev.vsa.spi.Parameter;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A detector with one fault of choice: what the contract must catch. Without a fault it must pass. */
final class Presence implements EventDetector {

    /** What a detector's author may get wrong. */
    enum Fault {
        NONE,
        COUNTS_SCENES,
        KEEPS_TRACKS,
        SHARES_STATE,
        FORGETS_ON_SNAPSHOT,
        READS_ANYTHING,
        HEEDS_ORDER,
        BELIEVES_COASTING,
        NEVER_ENDS,
        ENDS_NOT_AFTER_A_BREAK,
        TELLS_NO_MARGIN,
        JUDGES_BY_PLACE,
        FORGETS_NOBODY,
        FAILS_ON_FLAT_BOXES,
        SEES_GHOSTS,
        ALLOCATES,
        IS_NOT_REGISTERED
    }

    private static final long DWELL_NANOS = 1_000_000_000L;
    private static final long GRACE_NANOS = 500_000_000L;
    private static long shared;

    private final Fault fault;
    private final PreparedPolygon zone;
    private final TrackMemory<Visit> visits = new TrackMemory<>(Visit::new);
    private final List<Track> kept = new ArrayList<>();
    private byte[] garbage = new byte[0];
    private boolean broken;

    Presence(Fault fault, Zone zone) {
        this.fault = fault;
        this.zone = PreparedPolygon.of(zone.polygon());
    }

    static final class Visit {
        long sinceNanos;
        long seenNanos;
        int scenes;
        boolean signalled;
    }

    /** Parameters of the detector. */
    record Settings(
            @Parameter("Where nobody must be.") Zone zone,

            @Parameter(value = "For nothing.", byDefault = "2", unit = "s", min = 1, max = 3)
            double unused) {}

    @Override
    public void observe(Scene scene, Signals out) {
        long now = scene.mediaNanos();
        shared++;
        if (fault == Fault.ALLOCATES) {
            garbage = new byte[64];
        }
        List<Track> tracks = fault == Fault.KEEPS_TRACKS ? previous(scene) : scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (fault == Fault.FAILS_ON_FLAT_BOXES && 1 / track.height() > 1e9) {
                throw new ArithmeticException("a box without height");
            }
            if (present(track)) {
                visit(track, now);
            }
            if (fault == Fault.HEEDS_ORDER) {
                break;
            }
        }
        if (fault == Fault.SEES_GHOSTS && now > 60_000_000_000L) {
            out.signal(new Signal("zone", 9, now, 1, List.of(subject(9)), Explanation.of("Boo.")));
        }
        for (int i = visits.size() - 1; i >= 0; i--) {
            judge(visits.at(i), i, now, out);
        }
    }

    private List<Track> previous(Scene scene) {
        List<Track> before = List.copyOf(kept);
        kept.clear();
        scene.tracks().forEach(kept::add);
        return before;
    }

    private boolean present(Track track) {
        boolean seen = fault == Fault.BELIEVES_COASTING || track.sighting() != Sighting.COASTED;
        boolean there = zone.contains(track.centreX(), track.bottom());
        if (fault == Fault.JUDGES_BY_PLACE) {
            there &= track.centreX() > 0.48;
        }
        return seen && there && track.role() == Role.PERSON;
    }

    private void visit(Track track, long now) {
        Visit visit = visits.find(track.id());
        if (visit == null) {
            visit = visits.add(track.id());
            visit.sinceNanos = now;
            visit.scenes = 0;
            visit.signalled = false;
        }
        visit.seenNanos = now;
        visit.scenes++;
    }

    private void judge(Visit visit, int index, long now, Signals out) {
        long key = visits.idAt(index);
        boolean held = fault == Fault.NEVER_ENDS || (fault == Fault.ENDS_NOT_AFTER_A_BREAK && broken);
        if (now - visit.seenNanos > GRACE_NANOS && !held) {
            out.end("zone", key, EndCause.RULE);
            if (fault != Fault.FORGETS_NOBODY) {
                visits.removeAt(index);
            }
            return;
        }
        double margin = fault == Fault.COUNTS_SCENES
                ? visit.scenes / 13.0
                : (double) (visit.seenNanos - visit.sinceNanos) / DWELL_NANOS;
        if (fault == Fault.SHARES_STATE) {
            margin *= 1 + shared % 5 / 4.0;
        }
        if (fault != Fault.TELLS_NO_MARGIN) {
            out.margin("zone", key, margin);
        }
        if (margin >= 1 && !visit.signalled) {
            visit.signalled = true;
            out.signal(new Signal(
                    "zone", key, visit.sinceNanos, margin, List.of(subject(key)), Explanation.of("Somebody is here.")));
        }
    }

    private static Subject subject(long id) {
        return new Subject(id, Role.PERSON, new Box(0, 0, 1, 1));
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        broken = true;
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(1);
        out.putInt(visits.size());
        for (int i = 0; i < visits.size(); i++) {
            out.putLong(visits.idAt(i));
            out.putLong(visits.at(i).sinceNanos);
            out.putLong(visits.at(i).seenNanos);
            out.putInt(visits.at(i).scenes);
            out.putBoolean(visits.at(i).signalled && fault != Fault.FORGETS_ON_SNAPSHOT);
        }
    }

    @Override
    public void restore(StateReader in) {
        if (fault == Fault.READS_ANYTHING) {
            in.getInt();
        } else {
            in.version(1);
        }
        for (int left = in.count(); left > 0; left--) {
            Visit visit = visits.add(in.getLong());
            visit.sinceNanos = in.getLong();
            visit.seenNanos = in.getLong();
            visit.scenes = in.getInt();
            visit.signalled = in.getBoolean();
        }
    }

    /** Its provider; without arguments as ServiceLoader finds it. */
    public static final class Provider implements EventDetectorProvider<Settings> {
        private final Fault fault;

        public Provider() {
            this(Fault.NONE);
        }

        Provider(Fault fault) {
            this.fault = fault;
        }

        @Override
        public String id() {
            return "org.example:presence";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public EventType signals() {
            return new EventType("org.example:presence", "Présence", "Presence");
        }

        @Override
        public Class<Settings> parameters() {
            return Settings.class;
        }

        @Override
        public Needs needs(Settings settings) {
            return Needs.tracks(Set.of(Role.PERSON), 2, 10);
        }

        @Override
        public EventDetector create(Settings settings, DetectorContext context) {
            return new Presence(fault, settings.zone());
        }
    }
}
