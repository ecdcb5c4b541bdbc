package dev.vsa.evaluation;

import dev.vsa.evaluation.AlertOutcome.Verdict;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.PreparedPolygon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the alerts of one event at one zone of one clip against its labels: one to one, earliest first. An alert that has several
 * subjects may match as many labels.
 */
final class Matching {

    /** An alert may come so much before its label's start: times are read by eye. */
    static final double EARLY_S = 1;
    /** An alert must come so soon after it is due. */
    static final double LATE_S = 10;

    /** Sums of decimal seconds are not exact; a border still belongs to its window. */
    private static final double EPSILON_S = 1e-6;

    private static final Comparator<ClipLabel.Event> EARLIEST_FIRST = Comparator.comparingDouble(
                    ClipLabel.Event::startS)
            .thenComparingDouble(ClipLabel.Event::endS)
            .thenComparing(event -> event.details().toString());

    private final double needS;
    private final List<Candidate> labels;
    private final List<AlertOutcome> outcomes = new ArrayList<>();

    private static final class Candidate {
        final ClipLabel.Event label;
        final @Nullable PreparedPolygon region;

        @Nullable RaisedAlert match;

        Candidate(ClipLabel.Event label) {
            this.label = label;
            this.region = label.region().map(PreparedPolygon::of).orElse(null);
        }
    }

    Matching(List<ClipLabel.Event> labels, List<RaisedAlert> alerts, double needS) {
        this.needS = needS;
        this.labels = labels.stream().sorted(EARLIEST_FIRST).map(Candidate::new).toList();
        List<RaisedAlert> inOrder =
                alerts.stream().sorted(RaisedAlert.EARLIEST_FIRST).toList();
        List<RaisedAlert> unmatched = new ArrayList<>();
        for (RaisedAlert alert : inOrder) {
            if (match(alert)) {
                outcomes.add(outcome(alert, Verdict.TRUE));
            } else {
                unmatched.add(alert);
            }
        }
        for (RaisedAlert alert : unmatched) {
            boolean repeat = this.labels.stream()
                    .anyMatch(label -> label.match != null && lasts(label.label, alert) && touches(label, alert));
            outcomes.add(outcome(alert, repeat ? Verdict.REPEAT : Verdict.FALSE));
        }
    }

    private boolean match(RaisedAlert alert) {
        int left = alert.subjects();
        for (Candidate label : labels) {
            if (left > 0 && label.match == null && due(label.label, alert) && touches(label, alert)) {
                label.match = alert;
                left--;
            }
        }
        return left < alert.subjects();
    }

    private boolean due(ClipLabel.Event label, RaisedAlert alert) {
        double latest = Math.min(label.endS(), label.startS() + needS + LATE_S);
        return between(label.startS() - EARLY_S, alert.raisedS(), latest);
    }

    private static boolean lasts(ClipLabel.Event label, RaisedAlert alert) {
        return between(label.startS() - EARLY_S, alert.raisedS(), label.endS());
    }

    private static boolean between(double from, double time, double to) {
        return time >= from - EPSILON_S && time <= to + EPSILON_S;
    }

    private static boolean touches(Candidate label, RaisedAlert alert) {
        PreparedPolygon region = label.region;
        return region == null || alert.boxes().stream().anyMatch(box -> touch(region, box));
    }

    /** Whether a box and a polygon have a point in common, edges included. */
    static boolean touch(PreparedPolygon region, Box box) {
        return region.sweptBy(box.left(), box.top(), box.right(), box.top())
                || region.sweptBy(box.right(), box.top(), box.right(), box.bottom())
                || region.sweptBy(box.right(), box.bottom(), box.left(), box.bottom())
                || region.sweptBy(box.left(), box.bottom(), box.left(), box.top())
                || holds(box, region.polygon());
    }

    /** Whether a box holds a polygon that it does not cut. */
    private static boolean holds(Box box, Polygon polygon) {
        Point vertex = polygon.outer().get(0);
        return vertex.x() >= box.left()
                && vertex.x() <= box.right()
                && vertex.y() >= box.top()
                && vertex.y() <= box.bottom();
    }

    private static AlertOutcome outcome(RaisedAlert alert, Verdict verdict) {
        return new AlertOutcome(alert.id(), alert.event(), alert.place(), alert.raisedS(), verdict);
    }

    List<AlertOutcome> alerts() {
        return outcomes;
    }

    List<LabelOutcome> labels() {
        return labels.stream().map(this::outcome).toList();
    }

    private LabelOutcome outcome(Candidate candidate) {
        RaisedAlert alert = candidate.match;
        ClipLabel.Event label = candidate.label;
        return alert == null
                ? new LabelOutcome(label, Optional.empty(), Double.NaN)
                : new LabelOutcome(label, Optional.of(alert.id()), alert.raisedS() - (label.startS() + needS));
    }
}
