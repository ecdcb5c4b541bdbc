package dev.vsa.evaluation;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.spi.AlertSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what a judge or an engine tells about one clip, to be scored. Thread-safe. */
public final class AlertLog implements AlertSink {

    private final List<Alert> alerts = new ArrayList<>();
    private final List<Blindness> blindness = new ArrayList<>();

    /** Creates an empty log. */
    public AlertLog() {}

    @Override
    public synchronized void alert(Alert alert) {
        alerts.add(alert);
    }

    @Override
    public synchronized void blindness(Blindness stretch) {
        blindness.add(stretch);
    }

    /**
     * What came of judging a clip. The clip's start must be media time 0.
     *
     * @param name the clip's name, for people
     * @param label what is true of it
     * @param plan the rules that were made of the label
     */
    public synchronized ClipRun run(String name, ClipLabel label, LabelRules.Plan plan) {
        Map<String, List<double[]>> stretches = new HashMap<>();
        for (Blindness stretch : blindness) {
            String event = plan.events().get(stretch.rule());
            if (event != null) {
                // The end of a stretch is told by a value of its own; one that never came lasts to the clip's end.
                double to = stretch.over()
                        ? stretch.toNanos() / 1e9
                        : told(stretch) ? 0 : label.image().durationS();
                stretches
                        .computeIfAbsent(event, id -> new ArrayList<>())
                        .add(new double[] {stretch.fromNanos() / 1e9, to});
            }
        }
        Map<String, Double> blindS = new HashMap<>();
        stretches.forEach((event, list) -> blindS.put(event, covered(list)));
        return new ClipRun(name, label, alerts, blindS, plan.notEvaluated());
    }

    private boolean told(Blindness beginning) {
        return blindness.stream()
                .anyMatch(end -> end.over()
                        && end.rule().equals(beginning.rule())
                        && end.place().equals(beginning.place())
                        && end.fromNanos() == beginning.fromNanos());
    }

    /** How long at least one of some stretches lasts. */
    private static double covered(List<double[]> stretches) {
        stretches.sort(Comparator.comparingDouble(stretch -> stretch[0]));
        double sum = 0;
        double reached = 0;
        for (double[] stretch : stretches) {
            sum += Math.max(0, stretch[1] - Math.max(reached, stretch[0]));
            reached = Math.max(reached, stretch[1]);
        }
        return sum;
    }
}
