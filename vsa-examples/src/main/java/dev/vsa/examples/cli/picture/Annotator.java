package dev.vsa.examples.cli.picture;

import dev.vsa.config.CameraConfig;
import dev.vsa.event.Alert;
import dev.vsa.event.HeatMap;
import dev.vsa.event.Subject;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws upon a camera's pictures what it perceived and found: zones, tracks with numbers and short trails, alerts. Pictures of
 * one camera in the order of their time. Not thread-safe.
 */
public final class Annotator {

    private static final int MOST_BANNERS = 3;

    /** The lower part of an object, by which it is told whether it is in a zone, and how much of it must be. */
    private static final double FOOT = 0.2;

    private static final double FOOT_SHARE = 0.1;

    private final String cameraId;
    private final Marks marks;
    private final Trails trails = new Trails();

    /**
     * An annotator for a camera.
     *
     * @param camera its zones, lines and rules
     */
    public Annotator(CameraConfig camera) {
        cameraId = camera.id();
        marks = Marks.of(camera);
    }

    /**
     * Draws everything on a picture.
     *
     * @param picture the picture
     * @param scene what was perceived in it
     * @param open alerts that are open
     */
    public void annotate(BufferedImage picture, Scene scene, List<Alert> open) {
        try (Pen pen = new Pen(picture)) {
            zones(pen, open);
            Map<Long, Alert> alerted = alertedTracks(open, scene);
            List<Track> shown = scene.tracks().stream()
                    .filter(track ->
                            alerted.containsKey(track.id()) || marks.followed().contains(track.role()))
                    .toList();
            shown.forEach(track -> trail(pen, track, scene.mediaNanos(), colour(track, alerted)));
            shown.stream().filter(track -> !alerted.containsKey(track.id())).forEach(track -> track(pen, track));
            open.forEach(alert -> subjects(pen, alert, scene));
            banners(pen, open, scene.mediaNanos());
            clock(pen, scene.mediaNanos());
        }
    }

    /**
     * Takes note of where tracks are, for their trails. Once for each scene, whether its picture is drawn or not.
     *
     * @param scene the scene
     */
    public void follow(Scene scene) {
        trails.add(scene);
    }

    /**
     * Draws the zones and lines alone.
     *
     * @param picture the picture
     */
    public void outline(BufferedImage picture) {
        try (Pen pen = new Pen(picture)) {
            zones(pen, List.of());
        }
    }

    /**
     * Draws one alert, at the moment at which it speaks, on a picture: its zone, its heat map, its subjects and
     * the way they came.
     *
     * @param picture the picture
     * @param scene what was perceived in it
     * @param alert the alert
     */
    public void single(BufferedImage picture, Scene scene, Alert alert) {
        try (Pen pen = new Pen(picture)) {
            zones(pen, List.of(alert));
            alert.explanation().heatMap().ifPresent(map -> heat(pen, map, Palette.of(alert.type())));
            for (Subject subject : alert.subjects()) {
                track(scene, subject)
                        .ifPresent(track -> trail(pen, track, scene.mediaNanos(), Palette.of(alert.type())));
            }
            alert.subjects().forEach(subject -> boxed(pen, alert, subject, subject.box()));
        }
    }

    /** Where there is how much: the fuller a cell, the fuller its colour. */
    private static void heat(Pen pen, HeatMap map, Color colour) {
        float most = map.most();
        double wide = map.over().width() / map.cells().columns();
        double high = map.over().height() / map.cells().rows();
        for (int row = 0; row < map.cells().rows(); row++) {
            for (int column = 0; column < map.cells().columns(); column++) {
                float value = map.cells().at(column, row);
                if (value > 0) {
                    pen.colour(Palette.faded(colour, 0.1 + 0.5 * value / most));
                    double left = pen.x(map.over().left() + column * wide);
                    double top = pen.y(map.over().top() + row * high);
                    double right = pen.x(map.over().left() + (column + 1) * wide);
                    double bottom = pen.y(map.over().top() + (row + 1) * high);
                    pen.bar(left, top, right - left, bottom - top);
                }
            }
        }
    }

    /** Tracks that an open alert is about. It names everyone it was ever about; who has left its zone is told no more. */
    private Map<Long, Alert> alertedTracks(List<Alert> open, Scene scene) {
        Map<Long, Alert> alerted = new HashMap<>();
        for (Alert alert : open) {
            for (Subject subject : alert.subjects()) {
                track(scene, subject)
                        .filter(track -> isAtPlace(alert, track))
                        .ifPresent(track -> alerted.put(track.id(), alert));
            }
        }
        return alerted;
    }

    private boolean isAtPlace(Alert alert, Track track) {
        double ankle = track.bottom() - FOOT * track.height();
        return marks.zones().stream()
                .filter(mark -> mark.zone().id().equals(alert.place()))
                .allMatch(mark -> mark.area().overlap(track.left(), ankle, track.right(), track.bottom()) > FOOT_SHARE);
    }

    private static Optional<Track> track(Scene scene, Subject subject) {
        return scene.tracks().stream()
                .filter(track -> track.id() == subject.trackId())
                .findFirst();
    }

    private void zones(Pen pen, List<Alert> open) {
        for (Marks.ZoneMark mark : marks.zones()) {
            boolean alerted =
                    open.stream().anyMatch(a -> a.place().equals(mark.zone().id()));
            Path2D path = pen.path(mark.zone().polygon().outer(), true);
            mark.zone().polygon().holes().forEach(hole -> pen.append(path, hole, true));
            pen.colour(Palette.faded(mark.colour(), alerted ? 0.13 : 0.06));
            pen.fill(path);
            pen.colour(Palette.faded(mark.colour(), alerted ? 1 : 0.75));
            pen.stroke(alerted ? 2.4 : 1.4);
            pen.line(path);
            mark.heading().ifPresent(heading -> {
                Point middle = middle(mark.zone().polygon().outer());
                double length = pen.px(46);
                pen.colour(Palette.faded(mark.colour(), 0.85));
                pen.stroke(2.6);
                pen.arrow(
                        pen.x(middle.x()) - heading.dx() * length / 2,
                        pen.y(middle.y()) - heading.dy() * length / 2,
                        heading.dx(),
                        heading.dy(),
                        length);
            });
            Point top = topmost(mark.zone().polygon().outer());
            pen.plate(
                    mark.zone().id(),
                    pen.x(top.x()) + pen.px(3),
                    pen.y(top.y()) - pen.px(3),
                    Palette.faded(mark.colour(), 0.9),
                    11);
        }
        for (Marks.LineMark mark : marks.lines()) {
            pen.colour(mark.colour());
            pen.stroke(2.4);
            pen.line(pen.path(mark.line().points(), false));
            Point first = mark.line().points().get(0);
            pen.plate(mark.line().id(), pen.x(first.x()), pen.y(first.y()) - pen.px(3), mark.colour(), 11);
        }
    }

    private static Point middle(List<Point> ring) {
        double x = ring.stream().mapToDouble(Point::x).average().orElse(0.5);
        double y = ring.stream().mapToDouble(Point::y).average().orElse(0.5);
        return new Point(x, y);
    }

    private static Point topmost(List<Point> ring) {
        return ring.stream()
                .min(Comparator.comparingDouble(Point::y).thenComparingDouble(Point::x))
                .orElseThrow();
    }

    private static Color colour(Track track, Map<Long, Alert> alerted) {
        Alert alert = alerted.get(track.id());
        return alert == null ? Palette.TRACK : Palette.of(alert.type());
    }

    private void trail(Pen pen, Track track, long now, Color colour) {
        pen.stroke(1.8);
        Trails.Step last = null;
        for (Trails.Step step : trails.of(track.id())) {
            if (last != null) {
                pen.colour(Palette.faded(colour, 0.15 + 0.75 * Trails.freshness(step, now)));
                pen.segment(pen.x(last.x()), pen.y(last.y()), pen.x(step.x()), pen.y(step.y()));
            }
            last = step;
        }
    }

    private static void track(Pen pen, Track track) {
        Box box = track.box();
        boolean seen = track.sighting() != Sighting.COASTED;
        pen.colour(Palette.faded(Palette.TRACK, seen ? 0.9 : 0.6));
        if (seen) {
            pen.rim(box, 1.2);
        } else {
            pen.dashed(1.2);
        }
        pen.box(box);
        String name = track.role() == Role.PERSON
                ? Long.toString(track.id())
                : track.id() + " " + track.role().name().toLowerCase(Locale.ROOT);
        pen.plate(name, pen.x(box.left()), pen.y(box.top()) - pen.px(2), Palette.faded(Palette.TRACK, 0.85), 9.5);
    }

    /** The alert's subjects that are in the scene, and those without a track as long as the alert speaks of them. */
    private void subjects(Pen pen, Alert alert, Scene scene) {
        for (Subject subject : alert.subjects()) {
            boolean told = alert.nowNanos() == scene.mediaNanos();
            track(scene, subject)
                    .filter(track -> isAtPlace(alert, track))
                    .map(Track::box)
                    .or(() -> told && subject.trackId() == Subject.NO_TRACK
                            ? Optional.of(subject.box())
                            : Optional.empty())
                    .ifPresent(box -> boxed(pen, alert, subject, box));
        }
    }

    private static void boxed(Pen pen, Alert alert, Subject subject, Box box) {
        Color colour = Palette.of(alert.type());
        pen.colour(colour);
        pen.rim(box, 2.6);
        pen.box(box);
        String name = subject.trackId() == Subject.NO_TRACK
                ? Palette.title(alert.type())
                : subject.trackId() + " " + Palette.title(alert.type());
        pen.plate(name, pen.x(box.left()) - pen.px(1), pen.y(box.top()) - pen.px(3), colour, 11.5);
    }

    /** What an operator should know now, newest first. */
    private static void banners(Pen pen, List<Alert> open, long now) {
        List<Alert> newest = new ArrayList<>(open);
        newest.sort(Comparator.comparingLong(Alert::raisedNanos).reversed());
        double rowHeight = pen.px(34);
        for (int i = 0; i < Math.min(MOST_BANNERS, newest.size()); i++) {
            Alert alert = newest.get(i);
            double top = i * (rowHeight + pen.px(1));
            pen.colour(Palette.faded(Palette.INK, 0.78));
            pen.bar(0, top, pen.width(), rowHeight);
            pen.colour(Palette.of(alert.type()));
            pen.bar(0, top, pen.px(6), rowHeight);
            String age = String.format(Locale.ROOT, "for %.0f s", (now - alert.onsetNanos()) / 1e9);
            String hidden = i == MOST_BANNERS - 1 && newest.size() > MOST_BANNERS
                    ? "+" + (newest.size() - MOST_BANNERS) + " more    " + age
                    : age;
            double rightWidth = pen.textWidth(hidden, 12, false);
            double left = pen.px(14);
            double most = pen.width() - rightWidth - pen.px(34);
            pen.colour(Palette.PAPER);
            pen.text(Palette.title(alert.type()) + " · " + alert.place(), left, top + pen.px(14.5), 13, true, most);
            pen.colour(Palette.faded(Palette.PAPER, 0.85));
            pen.text(alert.explanation().sentence(), left, top + pen.px(28.5), 11, false, most);
            pen.text(hidden, pen.width() - rightWidth - pen.px(10), top + pen.px(21), 12, false, rightWidth + 1);
        }
    }

    private void clock(Pen pen, long now) {
        String text = cameraId + "  " + Words.clock(now);
        double w = pen.textWidth(text, 11, false) + pen.px(12);
        pen.colour(Palette.faded(Palette.INK, 0.6));
        pen.bar(pen.width() - w, pen.height() - pen.px(20), w, pen.px(20));
        pen.colour(Palette.PAPER);
        pen.text(text, pen.width() - w + pen.px(6), pen.height() - pen.px(6), 11, false, w);
    }
}
