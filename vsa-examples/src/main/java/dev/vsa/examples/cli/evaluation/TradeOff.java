package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.ClipRun;
import dev.vsa.evaluation.Score;
import dev.vsa.evaluation.Scorer;
import dev.vsa.evaluation.ScoringPolicy;
import dev.vsa.event.Alert;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Provenance;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Precision and recall over the margin: what they would be if alerts had to reach another margin than 1. Above 1, alerts whose
 * peak stays below the margin are left out. Below 1, candidates that failed the rule are taken for alerts, raised at their peak;
 * they have no boxes, so they touch every region. An estimate: a rule with another threshold would also raise at other moments.
 */
final class TradeOff {

    /** The least margin that a near miss has. */
    private static final double LEAST = 0.5;

    private TradeOff() {}

    /**
     * One point of the curve.
     *
     * @param margin the margin that alerts have to reach
     * @param score what came of it
     */
    record Point(double margin, Score score) {}

    /** The curve of each event, by rising margin. */
    static Map<String, List<Point>> of(List<Judged> judged) {
        Map<String, List<Point>> curves = new HashMap<>();
        for (double margin : margins(judged)) {
            List<ClipRun> runs =
                    judged.stream().map(clip -> atLeast(clip, margin)).toList();
            new Scorer(ScoringPolicy.DEFAULT)
                    .score(runs)
                    .events()
                    .forEach((event, score) -> curves.computeIfAbsent(event, e -> new ArrayList<>())
                            .add(new Point(margin, score)));
        }
        return curves;
    }

    private static double[] margins(List<Judged> judged) {
        DoubleStream peaks = judged.stream()
                .flatMap(clip -> clip.run().alerts().stream())
                .filter(alert -> alert.phase() == Alert.Phase.ENDED)
                .mapToDouble(Alert::peakMargin);
        double most = Math.max(1.1, Math.min(5, peaks.max().orElse(1)));
        int steps = 24;
        return DoubleStream.concat(
                        DoubleStream.of(1),
                        DoubleStream.iterate(0, i -> i <= steps, i -> i + 1)
                                .map(i -> LEAST * Math.pow(most / LEAST, i / steps)))
                .sorted()
                .toArray();
    }

    private static ClipRun atLeast(Judged clip, double margin) {
        Set<String> strong = clip.run().alerts().stream()
                .filter(alert -> alert.peakMargin() >= margin)
                .map(Alert::id)
                .collect(Collectors.toSet());
        List<Alert> alerts = new ArrayList<>(clip.run().alerts().stream()
                .filter(alert -> margin <= 1 || strong.contains(alert.id()))
                .toList());
        if (margin < 1) {
            clip.nearMisses().stream()
                    .filter(miss -> miss.peakMargin() >= margin)
                    .forEach(miss -> like(miss, clip, alerts.size()).ifPresent(alerts::add));
        }
        ClipRun run = clip.run();
        return new ClipRun(run.name(), run.label(), alerts, run.blindS(), run.notEvaluated());
    }

    private static Optional<Alert> like(NearMiss miss, Judged clip, int number) {
        return EventType.decree().stream()
                .filter(type -> type.id().equals(clip.events().get(miss.rule())))
                .findFirst()
                .map(type -> new Alert(
                        "near-miss/" + number,
                        miss.cameraId(),
                        miss.rule(),
                        type,
                        miss.place(),
                        Alert.Phase.RAISED,
                        miss.peakNanos(),
                        miss.peakNanos(),
                        miss.peakNanos(),
                        Instant.EPOCH,
                        Optional.empty(),
                        List.of(new Subject(Subject.NO_TRACK, Role.OTHER, new Box(0, 0, 1, 1))),
                        List.of(),
                        Explanation.of("a candidate that failed the rule"),
                        List.of(),
                        new Provenance(miss.rule(), "", "", "", "")));
    }
}
