package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Continuity;
import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.PreparedLine;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Track;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.spi.TrackMemory;
import java.util.List;

/**
 * Watches a tripwire. The way from one sighting to the next is swept, and the crossings are added up; the sum is believed once
 * the object is off the line by more than the band, if it was so before on a known side. So a box that trembles on the line
 * counts nothing, one that leaps over it is counted, and one that walks round its end is not.
 *
 * <p>A crossing is over after the absence time; crossing again meanwhile goes on with the same occurrence.
 */
final class LineWatch implements Watch {

    /** A way out of sight that took longer than this is not known. */
    private static final double BRIDGE_SECONDS = 1;
    /** An object of unknown size before the line is a candidate from this many of its sizes on. */
    private static final double APPROACH = 1;

    private final PreparedLine line;
    private final Subjects subjects;
    private final Direction direction;
    private final Anchor anchor;
    private final double band;
    private final long absenceNanos;
    private final long occlusionNanos;
    private final TrackMemory<Passage> passages = new TrackMemory<>(Passage::new);
    private long scenes;

    LineWatch(Line line, ZoneIntrusionParameters p, Subjects subjects) {
        this.line = PreparedLine.of(line);
        this.subjects = subjects;
        this.direction = p.direction();
        this.anchor = p.anchor();
        this.band = p.hysteresis();
        this.absenceNanos = p.absence().toNanos();
        this.occlusionNanos = p.occlusion().toNanos();
    }

    @Override
    public String place() {
        return line.line().id();
    }

    @Override
    public void observe(Scene scene, long now, long run, Signals out) {
        scenes++;
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            if (Subjects.seen(tracks.get(i))) {
                see(tracks.get(i), scene, now, run);
            }
        }
        connect(scene.aspect(), now);
        for (int i = passages.size() - 1; i >= 0; i--) {
            Passage passage = passages.at(i);
            if (passage.scene == scenes) {
                cross(passage, scene, now);
                judge(passage, scene, now, out);
            } else {
                miss(passage, i, now, out);
            }
        }
    }

    private void see(Track track, Scene scene, long now, long run) {
        long number = Watch.number(track.id(), run);
        Passage passage = passages.find(number);
        if (passage == null) {
            if (!subjects.mayBe(track)) {
                return;
            }
            passage = passages.add(number);
            passage.begin(track, anchor, scene.aspect(), now);
            passage.reset(number);
        } else if (passage.scene == scenes) {
            return; // a number twice in one scene: the first counts
        } else {
            passage.follow(track, anchor, scene.aspect(), now, BRIDGE_SECONDS);
        }
        passage.scene = scenes;
        subjects.see(passage, track, scene);
    }

    /** Lets whoever turned up where somebody was just lost go on in his place, the nearest first. */
    private void connect(double aspect, long now) {
        boolean found = true;
        while (found) {
            Passage bestHeir = null;
            Passage bestLost = null;
            double best = Double.POSITIVE_INFINITY;
            for (int h = 0; h < passages.size(); h++) {
                Passage heir = passages.at(h);
                boolean fresh =
                        heir.scene == scenes && heir.firstNanos() == now && heir.side == 0 && heir.bornInPicture();
                for (int l = 0; fresh && l < passages.size(); l++) {
                    Passage lost = passages.at(l);
                    double sizes =
                            lost.scene == scenes || lost.side == 0 || lost.departing() || !Continuity.alike(heir, lost)
                                    ? Double.POSITIVE_INFINITY
                                    : heir.sizesFrom(lost, aspect);
                    if (sizes < best && Continuity.near(sizes, now - lost.seenNanos())) {
                        best = sizes;
                        bestHeir = heir;
                        bestLost = lost;
                    }
                }
            }
            found = bestHeir != null && bestLost != null;
            if (bestHeir != null && bestLost != null) {
                bestHeir.takeOver(bestLost);
            }
        }
    }

    private void cross(Passage p, Scene scene, long now) {
        if (p.wayKnown()) {
            p.net += switch (line.crossing(p.fromX(), p.fromY(), p.x(), p.y())) {
                case LEFT_TO_RIGHT -> 1;
                case RIGHT_TO_LEFT -> -1;
                case BOTH, NONE -> 0;
            };
        } else {
            p.net = 0;
            p.side = 0;
        }
        double off = line.signedDistance(p.x(), p.y(), scene.aspect()) / p.size();
        if (Math.abs(off) < band) {
            return;
        }
        if (p.net != 0 && p.side != 0 && forbidden(p.net)) {
            p.crossed = true;
            p.crossedNanos = now;
            p.direction = Integer.signum(p.net);
            p.onsetNanos = scene.mediaNanos();
            p.off = Math.abs(off);
        }
        p.net = 0;
        p.side = off < 0 ? -1 : 1;
    }

    private boolean forbidden(int net) {
        return switch (direction) {
            case ANY -> true;
            case LEFT_TO_RIGHT -> net > 0;
            case RIGHT_TO_LEFT -> net < 0;
        };
    }

    private void judge(Passage p, Scene scene, long now, Signals out) {
        boolean again = p.crossedNanos == now || !p.signalled;
        if (p.crossed && now - p.crossedNanos > absenceNanos) {
            end(p, EndCause.RULE, out);
        } else if (p.crossed && again && subjects.counts(p)) {
            p.signalled = true;
            signal(p, scene, out);
        }
        if (p.signalled) {
            out.margin(place(), p.key, margin(p));
            return;
        }
        double reached = approach(p, scene.aspect());
        if (reached > 0) {
            p.candidate = true;
            out.margin(place(), p.key, Math.min(Math.min(reached, subjects.progress(p)), Math.nextDown(1.0)));
        } else if (p.candidate) {
            end(p, EndCause.RULE, out);
        }
    }

    /** How far a candidate has got on its way from one size before the line to the band's far edge, 0 to 1. */
    private double approach(Passage p, double aspect) {
        if (p.crossed) {
            return 1; // not yet recognised as a subject
        }
        if (p.side == 0 || !forbidden(-p.side)) {
            return 0;
        }
        double off = Math.abs(line.signedDistance(p.x(), p.y(), aspect)) / p.size();
        double beyond = p.net == 0 ? -off : off;
        return Math.max(0, (beyond + APPROACH) / (band + APPROACH));
    }

    private void miss(Passage p, int index, long now, Signals out) {
        long unseen = now - p.seenNanos();
        if (p.crossed && now - p.crossedNanos > absenceNanos) {
            end(p, EndCause.RULE, out);
        } else if (p.signalled) {
            out.margin(place(), p.key, margin(p));
        }
        if (unseen > occlusionNanos && !p.crossed) {
            if (p.candidate) {
                end(p, EndCause.LOSS, out);
            }
            passages.removeAt(index);
        }
    }

    private double margin(Passage p) {
        return band > 0 ? Math.max(1, p.off / band) : 1;
    }

    private void end(Passage p, EndCause cause, Signals out) {
        out.end(place(), p.key, cause);
        p.candidate = false;
        p.crossed = false;
        p.signalled = false;
    }

    private void signal(Passage p, Scene scene, Signals out) {
        String way = p.direction > 0 ? "from left to right" : "from right to left";
        Explanation explanation = Explanation.of(
                Subjects.called(p) + " crossed line '" + place() + "' " + way + ".",
                new Measure("distance from the line", p.off, band, "object heights"));
        out.signal(new Signal(
                place(),
                p.key,
                Math.min(p.onsetNanos, scene.mediaNanos()),
                margin(p),
                List.of(new Subject(p.trackId(), p.kind(), p.box())),
                explanation));
    }

    @Override
    public void breakFlow(long nanos) {
        for (int i = 0; i < passages.size(); i++) {
            passages.at(i).breakWay();
        }
    }

    @Override
    public void abandon(EndCause cause, Signals out) {
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.at(i);
            if (p.signalled || p.candidate) {
                end(p, cause, out);
            }
        }
        passages.clear();
    }

    @Override
    public void snapshot(StateWriter out) {
        out.putLong(scenes);
        passages.snapshot(out, Passage::snapshot);
    }

    @Override
    public void restore(StateReader in) {
        scenes = in.getLong();
        passages.restore(in, Passage::restore);
    }
}
