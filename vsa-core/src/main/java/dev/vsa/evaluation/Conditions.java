package dev.vsa.evaluation;

import dev.vsa.evaluation.AlertOutcome.Verdict;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts under which conditions occurrences were missed and false alerts raised. Not thread-safe. */
final class Conditions {

    private static final String HEIGHT = "object-height";
    private static final String AT_ONCE = "at-once";
    private static final double[] HEIGHTS = {0.05, 0.1, 0.2, 0.4};
    private static final int CROWD = 3;

    /** Labels, missed ones and false alerts, by event, condition and range; ranges sort as they are named. */
    private final Map<List<String>, int[]> counts =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

    void add(ClipLabel label, List<LabelOutcome> labels, List<RaisedAlert> alerts, List<AlertOutcome> outcomes) {
        for (LabelOutcome outcome : labels) {
            ClipLabel.Event event = outcome.label();
            int missed = outcome.found() ? 0 : 1;
            long atOnce = label.events().stream()
                    .filter(other -> other.startS() <= event.startS() && event.startS() <= other.endS())
                    .count();
            count(
                    event.event(),
                    HEIGHT,
                    height(event.region().map(Conditions::height).orElse(Double.NaN)),
                    1,
                    missed,
                    0);
            count(event.event(), AT_ONCE, crowd(atOnce), 1, missed, 0);
        }
        Map<String, RaisedAlert> byId = alerts.stream().collect(Collectors.toMap(RaisedAlert::id, Function.identity()));
        for (AlertOutcome outcome : outcomes) {
            RaisedAlert alert = byId.get(outcome.alertId());
            if (alert != null && outcome.verdict() == Verdict.FALSE) {
                long atOnce = alerts.stream()
                        .filter(other -> other.raisedS() <= alert.raisedS() && alert.raisedS() <= other.endedS())
                        .count();
                count(alert.event(), HEIGHT, height(alert.height()), 0, 0, 1);
                count(alert.event(), AT_ONCE, crowd(atOnce), 0, 0, 1);
            }
        }
    }

    private void count(String event, String name, String range, int labels, int missed, int falseAlerts) {
        int[] sums = counts.computeIfAbsent(List.of(event, name, range), key -> new int[3]);
        sums[0] += labels;
        sums[1] += missed;
        sums[2] += falseAlerts;
    }

    private static double height(Polygon region) {
        double top = region.outer().stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = region.outer().stream().mapToDouble(Point::y).max().orElseThrow();
        return bottom - top;
    }

    private static String height(double share) {
        if (Double.isNaN(share)) {
            return "unknown";
        }
        double below = 0;
        for (double limit : HEIGHTS) {
            if (share < limit) {
                return below + " to " + limit;
            }
            below = limit;
        }
        return below + " to 1";
    }

    private static String crowd(long atOnce) {
        return atOnce < CROWD ? String.valueOf(atOnce) : CROWD + " or more";
    }

    List<Condition> list() {
        List<Condition> list = new ArrayList<>();
        counts.forEach(
                (key, sums) -> list.add(new Condition(key.get(0), key.get(1), key.get(2), sums[0], sums[1], sums[2])));
        return List.copyOf(list);
    }
}
