package dev.vsa.examples.customdetector;

import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.List;
import java.util.Locale;

/** Signals a person whose feet have been in the zone for too long. */
final class Loitering implements EventDetector {

    private static final int VERSION = 1;

    private final String place;
    private final PreparedPolygon zone;
    private final long durationNanos;
    private final long absenceNanos;

    private final TrackMemory<Visit> visits = new TrackMemory<>(Visit::new);
    /** Media time without its gaps: waiting that nobody saw does not count. */
    private long clock;

    private long lastSceneNanos;
    private boolean flowing;

    /** What is remembered of one track. */
    private static final class Visit {
        long onsetNanos;
        long since;
        long seen;
        boolean signalled;
    }

    Loitering(LoiteringParameters parameters) {
        place = parameters.zone().id();
        zone = PreparedPolygon.of(parameters.zone().polygon());
        durationNanos = parameters.duration().toNanos();
        absenceNanos = parameters.absence().toNanos();
    }

    @Override
    public void observe(Scene scene, Signals out) {
        long step = flowing ? scene.mediaNanos() - lastSceneNanos : 0;
        clock += Math.max(0, Math.min(step, absenceNanos));
        lastSceneNanos = scene.mediaNanos();
        flowing = true;

        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (isThere(track)) {
                note(track.id(), scene.mediaNanos());
            }
        }
        for (int i = visits.size() - 1; i >= 0; i--) {
            judge(visits.at(i), i, scene, out);
        }
    }

    /** A coasted box is a guess; nobody is judged by a guess. */
    private boolean isThere(Track track) {
        return track.role() == Role.PERSON
                && track.sighting() != Sighting.COASTED
                && zone.contains(track.centreX(), track.bottom());
    }

    private void note(long id, long mediaNanos) {
        Visit visit = visits.find(id);
        if (visit == null) {
            visit = visits.add(id);
            visit.onsetNanos = mediaNanos;
            visit.since = clock;
            visit.signalled = false;
        }
        visit.seen = clock;
    }

    private void judge(Visit visit, int index, Scene scene, Signals out) {
        long id = visits.idAt(index);
        if (clock - visit.seen > absenceNanos) {
            out.end(place, id, EndCause.RULE);
            visits.removeAt(index);
            return;
        }
        double margin = (double) (visit.seen - visit.since) / durationNanos;
        out.margin(place, id, margin);
        if (margin >= 1 && !visit.signalled && visit.seen == clock) {
            visit.signalled = signal(visit, id, margin, scene, out);
        }
    }

    private boolean signal(Visit visit, long id, double margin, Scene scene, Signals out) {
        for (Track track : scene.tracks()) {
            if (track.id() == id) {
                double seconds = (visit.seen - visit.since) / 1e9;
                String sentence =
                        String.format(Locale.ROOT, "A person has been in zone '%s' for %.0f s.", place, seconds);
                Measure waited = new Measure("time in the zone", seconds, durationNanos / 1e9, "s");
                Subject who = new Subject(id, track.role(), track.box());
                out.signal(new Signal(
                        place, id, visit.onsetNanos, margin, List.of(who), Explanation.of(sentence, waited)));
                return true;
            }
        }
        return false;
    }

    @Override
    public void discontinuity(Discontinuity discontinuity, Signals out) {
        flowing = false;
        switch (discontinuity.kind()) {
            case GAP, CLOCK_JUMP -> {} // the same people have the same numbers: their time goes on after the gap
            case RESTART, PICTURE_CHANGED, CAMERA_MOVED -> {
                for (int i = 0; i < visits.size(); i++) {
                    out.end(place, visits.idAt(i), EndCause.LOSS);
                }
                visits.clear();
            }
        }
    }

    @Override
    public void snapshot(StateWriter out) {
        out.version(VERSION);
        out.putLong(clock);
        out.putLong(lastSceneNanos);
        out.putBoolean(flowing);
        out.putInt(visits.size());
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.at(i);
            out.putLong(visits.idAt(i));
            out.putLong(visit.onsetNanos);
            out.putLong(visit.since);
            out.putLong(visit.seen);
            out.putBoolean(visit.signalled);
        }
    }

    @Override
    public void restore(StateReader in) {
        in.version(VERSION);
        clock = in.getLong();
        lastSceneNanos = in.getLong();
        flowing = in.getBoolean();
        for (int left = in.count(); left > 0; left--) {
            Visit visit = visits.add(in.getLong());
            visit.onsetNanos = in.getLong();
            visit.since = in.getLong();
            visit.seen = in.getLong();
            visit.signalled = in.getBoolean();
        }
    }
}
