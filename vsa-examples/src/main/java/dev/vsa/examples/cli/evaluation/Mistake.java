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
        FALSE("false alert", "signalled, and no label says that it happened"),
        MISSED("missed", "labelled, and no alert came in time"),
        REPEAT("repeat", "signalled once more while it lasts; neither true nor false");

        final String words;
        final String meaning;

        Kind(String words, String meaning) {
            this.words = words;
            this.meaning = meaning;
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

    /** When to look at a labelled occurrence: soon after its start, and while it lasts. */
    static double moment(ClipLabel.Event label) {
        return Math.min(label.startS() + 2, (label.startS() + label.endS()) / 2);
    }

    private static Mistake missed(Judged judged, LabelOutcome outcome) {
        ClipLabel.Event label = outcome.label();
        String what = label.what().isEmpty() ? "the labelled occurrence" : label.what();
        String said = String.format(
                Locale.ROOT,
                "%s, from %.1f to %.1f s; an alert counts from %.1f to %.1f s",
                what,
                label.startS(),
                label.endS(),
                label.startS() - 1,
                latest(judged, label));
        List<String> measured = new ArrayList<>();
        measured.add(nearest(judged, label));
        judged.run().alerts().stream()
                .filter(alert -> alert.phase() == Alert.Phase.RAISED
                        && alert.type().id().equals(label.event())
                        && alert.place().equals(label.zone())
                        && alert.raisedNanos() / 1e9 > label.startS() - 10
                        && alert.raisedNanos() / 1e9 < label.endS() + 10)
                .map(alert -> other(alert, judged, label))
                .forEach(measured::add);
        double blind = judged.run().blindS().getOrDefault(label.event(), 0.0);
        if (blind > 0) {
            measured.add(String.format(Locale.ROOT, "it said that it could not judge %.1f s of the clip", blind));
        }
        List<Box> region = label.region().map(r -> List.of(Looks.bounds(r))).orElse(List.of());
        return new Mistake(
                Kind.MISSED, judged, label.event(), label.zone(), moment(label), region, said, List.copyOf(measured));
    }

    /** The last second at which an alert counts for a label, as docs/evaluation.md lays it down. */
    private static double latest(Judged judged, ClipLabel.Event label) {
        double needS = judged.run().label().rules().stream()
                .filter(rule ->
                        rule.event().equals(label.event()) && rule.zone().equals(label.zone()))
                .mapToDouble(ClipLabel.Rule::needS)
                .max()
                .orElse(0);
        return Math.min(label.endS(), label.startS() + needS + 10);
    }

    private static String nearest(Judged judged, ClipLabel.Event label) {
        return judged.nearMisses().stream()
                .filter(miss -> label.event().equals(judged.events().get(miss.rule()))
                        && miss.place().equals(label.zone()))
                .filter(miss ->
                        miss.peakNanos() >= (label.startS() - 1) * 1e9 && miss.peakNanos() <= (label.endS() + 1) * 1e9)
                .max(Comparator.comparingDouble(NearMiss::peakMargin))
                .map(miss -> String.format(
                        Locale.ROOT,
                        "the nearest candidate reached %.0f %% of what raises an alert, at %.1f s",
                        100 * miss.peakMargin(),
                        miss.peakNanos() / 1e9))
                .orElse("nothing reached half of what raises an alert in this time and was turned down");
    }

    /** What became of an alert of the same event, at the same zone and about the same time. */
    private static String other(Alert alert, Judged judged, ClipLabel.Event label) {
        double raised = alert.raisedNanos() / 1e9;
        String why = raised < label.startS() - 1
                ? "before this one counts"
                : raised > latest(judged, label) ? "after this one counts" : "for another label, or somewhere else";
        return String.format(Locale.ROOT, "an alert was raised at %.1f s, %s", raised, why);
    }
}
