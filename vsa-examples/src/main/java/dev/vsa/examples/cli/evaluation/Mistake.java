package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.AlertOutcome;
import dev.vsa.evaluation.ClipLabel;
import dev.vsa.evaluation.ClipScore;
import dev.vsa.evaluation.LabelOutcome;
import dev.vsa.event.Alert;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that went wrong, to be looked at.
 *
 * @param kind what went wrong
 * @param judged the clip it went wrong in
 * @param event id of the event
 * @param zone id of the zone
 * @param seconds the moment to look at, from the clip's start
 * @param boxes what the alert was about, at that moment
 * @param said what happened, in words
 * @param measured what the detector measured, in words
 */
record Mistake(
        Kind kind,
        Judged judged,
        String event,
        String zone,
        double seconds,
        List<Box> boxes,
        String said,
        List<String> measured) {

    /** What can go wrong. */
    enum Kind {
        FALSE("false alert"),
        MISSED("missed"),
        REPEAT("repeat");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The mistakes of a clip, in order of time. */
    static List<Mistake> in(Judged judged, ClipScore score) {
        List<Mistake> mistakes = new ArrayList<>();
        for (AlertOutcome outcome : score.alerts()) {
            if (outcome.verdict() == AlertOutcome.Verdict.FALSE) {
                mistakes.add(of(Kind.FALSE, judged, outcome));
            } else if (outcome.verdict() == AlertOutcome.Verdict.REPEAT) {
                mistakes.add(of(Kind.REPEAT, judged, outcome));
            }
        }
        score.labels().stream().filter(label -> !label.found()).forEach(label -> mistakes.add(missed(judged, label)));
        mistakes.sort(Comparator.comparingDouble(Mistake::seconds));
        return mistakes;
    }

    private static Mistake of(Kind kind, Judged judged, AlertOutcome outcome) {
        Alert raised = judged.run().alerts().stream()
                .filter(alert -> alert.id().equals(outcome.alertId()) && alert.phase() == Alert.Phase.RAISED)
                .findFirst()
                .orElseThrow();
        return new Mistake(
                kind,
                judged,
                outcome.event(),
                outcome.place(),
                outcome.raisedS(),
                raised.subjects().stream().map(Subject::box).toList(),
                raised.explanation().sentence(),
                raised.explanation().measures().stream().map(Object::toString).toList());
    }

    private static Mistake missed(Judged judged, LabelOutcome outcome) {
        ClipLabel.Event label = outcome.label();
        double seconds = Math.min(label.startS() + 2, (label.startS() + label.endS()) / 2);
        Optional<NearMiss> nearest = judged.nearMisses().stream()
                .filter(miss -> label.event().equals(judged.events().get(miss.rule()))
                        && miss.place().equals(label.zone()))
                .filter(miss ->
                        miss.peakNanos() >= (label.startS() - 1) * 1e9 && miss.peakNanos() <= (label.endS() + 1) * 1e9)
                .max(Comparator.comparingDouble(NearMiss::peakMargin));
        String measured = nearest.map(miss -> String.format(
                        Locale.ROOT,
                        "the nearest candidate reached a margin of %.2f at %.1f s; 1 would have raised an alert",
                        miss.peakMargin(),
                        miss.peakNanos() / 1e9))
                .orElse("no candidate came near the rule (a margin of at least 0.5) in this time");
        String what = label.what().isEmpty() ? "the labelled occurrence" : label.what();
        String said = String.format(Locale.ROOT, "%s, from %.1f to %.1f s", what, label.startS(), label.endS());
        List<Box> region = label.region()
                .map(r -> List.of(new Box(
                        r.outer().stream().mapToDouble(p -> p.x()).min().orElse(0),
                        r.outer().stream().mapToDouble(p -> p.y()).min().orElse(0),
                        r.outer().stream().mapToDouble(p -> p.x()).max().orElse(1),
                        r.outer().stream().mapToDouble(p -> p.y()).max().orElse(1))))
                .orElse(List.of());
        return new Mistake(Kind.MISSED, judged, label.event(), label.zone(), seconds, region, said, List.of(measured));
    }
}
