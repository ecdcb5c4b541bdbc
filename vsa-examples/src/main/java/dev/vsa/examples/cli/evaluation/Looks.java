package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.AlertOutcome;
import dev.vsa.evaluation.AlertOutcome.Verdict;
import dev.vsa.evaluation.ClipScore;
import dev.vsa.evaluation.Condition;
import dev.vsa.evaluation.LabelOutcome;
import dev.vsa.event.Alert;
import dev.vsa.event.Subject;
import dev.vsa.examples.cli.picture.FrameImage;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.source.Sources;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a second look at a clip's pictures tells: a picture of each mistake, and how contrast and crowding go with mistakes. A clip
 * is decoded once, up to the last moment that matters, and not at all if nothing happened in it.
 *
 * @param mistakes what went wrong, in order of time
 * @param pictures a JPEG of each mistake
 * @param conditions labels, misses and false alerts by contrast and crowding
 */
public record Looks(List<Mistake> mistakes, Map<Mistake, byte[]> pictures, List<Condition> conditions) {

    private static final double[] CONTRASTS = {0.05, 0.1, 0.2};
    private static final int[] CROWDS = {1, 2, 5, 10, 20};

    /** Copies the collections. */
    public Looks {
        mistakes = List.copyOf(mistakes);
        pictures = Map.copyOf(pictures);
        conditions = List.copyOf(conditions);
    }

    /** A moment to look at. */
    private record Moment(double seconds, Sight sight) {}

    @FunctionalInterface
    private interface Sight {
        void see(BufferedImage picture) throws IOException;
    }

    /**
     * Looks at a clip.
     *
     * @param judged what came of judging it
     * @param score how well
     * @throws IOException if a picture cannot be written
     * @throws dev.vsa.VsaException if the clip cannot be read
     */
    public static Looks at(Judged judged, ClipScore score) throws IOException {
        List<Mistake> mistakes = Mistake.in(judged, score);
        Map<Mistake, byte[]> pictures = new HashMap<>();
        List<Condition> conditions = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            moments.add(
                    new Moment(mistake.seconds(), picture -> pictures.put(mistake, Thumbnail.of(mistake, picture))));
        }
        for (LabelOutcome label : score.labels()) {
            double seconds = Mistake.moment(label.label());
            int missed = label.found() ? 0 : 1;
            String event = label.label().event();
            conditions.add(new Condition(event, "tracks-in-picture", crowd(judged, seconds), 1, missed, 0));
            List<Box> boxes = boxes(judged, label);
            moments.add(new Moment(
                    label.label().region().isPresent()
                            ? seconds
                            : raised(judged, label).orElse(seconds),
                    picture ->
                            conditions.add(new Condition(event, "contrast", contrast(picture, boxes), 1, missed, 0))));
        }
        for (AlertOutcome alert : score.alerts()) {
            if (alert.verdict() == Verdict.FALSE) {
                double at = alert.raisedS();
                List<Box> boxes = boxes(judged, alert.alertId());
                conditions.add(new Condition(alert.event(), "tracks-in-picture", crowd(judged, at), 0, 0, 1));
                moments.add(new Moment(
                        at,
                        picture -> conditions.add(
                                new Condition(alert.event(), "contrast", contrast(picture, boxes), 0, 0, 1))));
            }
        }
        look(judged, moments);
        return new Looks(mistakes, pictures, conditions);
    }

    /** Shows every moment its picture; one after the end of the clip has the last. */
    private static void look(Judged judged, List<Moment> moments) throws IOException {
        List<Moment> due = new ArrayList<>(moments);
        due.sort(Comparator.comparingDouble(Moment::seconds));
        double last = show(judged, due);
        if (!due.isEmpty() && last >= 0) {
            List<Moment> late = new ArrayList<>(
                    due.stream().map(it -> new Moment(last, it.sight())).toList());
            show(judged, late);
        }
    }

    /**
     * Shows moments their pictures and takes them off the list.
     *
     * @return the last picture's second; negative if there is none
     */
    private static double show(Judged judged, List<Moment> due) throws IOException {
        double last = -1;
        if (due.isEmpty()) {
            return last;
        }
        FrameImage images = new FrameImage();
        try (FrameSource source = Sources.file(judged.clip().reading().clip())) {
            source.open();
            while (!due.isEmpty() && source.next() instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    last = frame.mediaNanos() / 1e9;
                    if (last < due.get(0).seconds()) {
                        continue;
                    }
                    BufferedImage picture = images.paint(frame);
                    while (!due.isEmpty() && last >= due.get(0).seconds()) {
                        due.remove(0).sight().see(picture);
                    }
                }
            }
        }
        return last;
    }

    /** Where the label says that it is, else where the alert that found it says so. */
    private static List<Box> boxes(Judged judged, LabelOutcome label) {
        return label.label()
                .region()
                .map(region -> List.of(bounds(region)))
                .orElseGet(() -> label.alertId().map(id -> boxes(judged, id)).orElse(List.of()));
    }

    private static List<Box> boxes(Judged judged, String alertId) {
        return raised(judged, alertId)
                .map(alert -> alert.subjects().stream().map(Subject::box).toList())
                .orElse(List.of());
    }

    private static Optional<Double> raised(Judged judged, LabelOutcome label) {
        return label.alertId().flatMap(id -> raised(judged, id)).map(alert -> alert.raisedNanos() / 1e9);
    }

    private static Optional<Alert> raised(Judged judged, String alertId) {
        return judged.run().alerts().stream()
                .filter(alert -> alert.id().equals(alertId) && alert.phase() == Alert.Phase.RAISED)
                .findFirst();
    }

    static Box bounds(Polygon region) {
        return new Box(
                region.outer().stream().mapToDouble(Point::x).min().orElse(0),
                region.outer().stream().mapToDouble(Point::y).min().orElse(0),
                region.outer().stream().mapToDouble(Point::x).max().orElse(1),
                region.outer().stream().mapToDouble(Point::y).max().orElse(1));
    }

    /** The range that the weakest of some boxes is in. */
    private static String contrast(BufferedImage picture, List<Box> boxes) {
        double least = boxes.stream()
                .mapToDouble(box -> Contrast.of(picture, box))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        if (Double.isNaN(least)) {
            return "unknown";
        }
        double below = 0;
        for (double limit : CONTRASTS) {
            if (least < limit) {
                return below + " to " + limit;
            }
            below = limit;
        }
        return below + " or more";
    }

    private static String crowd(Judged judged, double seconds) {
        int tracks = Crowding.at(judged.tracks(), seconds);
        int below = 0;
        for (int limit : CROWDS) {
            if (tracks < limit) {
                String from = String.format(Locale.ROOT, "%02d", below);
                return below == limit - 1 ? from : from + String.format(Locale.ROOT, " to %02d", limit - 1);
            }
            below = limit;
        }
        return below + " or more";
    }

    /**
     * The sums of conditions of the same event, name and range.
     *
     * @param conditions those of all clips
     */
    public static List<Condition> sum(List<Condition> conditions) {
        Map<List<String>, Condition> sums = new HashMap<>();
        for (Condition c : conditions) {
            sums.merge(
                    List.of(c.event(), c.name(), c.range()),
                    c,
                    (a, b) -> new Condition(
                            a.event(),
                            a.name(),
                            a.range(),
                            a.labels() + b.labels(),
                            a.missed() + b.missed(),
                            a.falseAlerts() + b.falseAlerts()));
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(Condition::event)
                        .thenComparing(Condition::name)
                        .thenComparing(Condition::range))
                .toList();
    }
}
