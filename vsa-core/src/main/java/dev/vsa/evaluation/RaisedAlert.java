package dev.vsa.evaluation;

import dev.vsa.event.Alert;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One alert over its whole life.
 *
 * @param id its id
 * @param event id of the event
 * @param place id of the zone
 * @param raisedS when it was raised, seconds from the clip's start
 * @param endedS when it was last told of
 * @param boxes every box that it was ever told with
 * @param subjects how many distinct subjects it ever had
 * @param height of the tallest box when it was raised, as a share of the picture's
 */
record RaisedAlert(
        String id,
        String event,
        String place,
        double raisedS,
        double endedS,
        List<Box> boxes,
        int subjects,
        double height) {

    /** Two alerts at one moment are told apart by their ids, so that their order is always the same. */
    static final Comparator<RaisedAlert> EARLIEST_FIRST =
            Comparator.comparingDouble(RaisedAlert::raisedS).thenComparing(RaisedAlert::id);

    /** The alerts that some values belong to, earliest first. */
    static List<RaisedAlert> of(Collection<Alert> values) {
        Map<String, List<Alert>> lives = new LinkedHashMap<>();
        values.forEach(value ->
                lives.computeIfAbsent(value.id(), id -> new ArrayList<>()).add(value));
        return lives.values().stream()
                .map(RaisedAlert::life)
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    private static RaisedAlert life(List<Alert> values) {
        Alert first = values.stream()
                .min(Comparator.comparingLong(Alert::nowNanos).thenComparing(Alert::phase))
                .orElseThrow();
        long last = values.stream().mapToLong(Alert::nowNanos).max().orElseThrow();
        List<Subject> all = values.stream()
                .flatMap(value -> value.subjects().stream())
                .distinct()
                .toList();
        return new RaisedAlert(
                first.id(),
                first.type().id(),
                first.place(),
                first.raisedNanos() / 1e9,
                last / 1e9,
                all.stream().map(Subject::box).toList(),
                Math.max(
                        1,
                        all.stream()
                                .map(Subject::trackId)
                                .collect(Collectors.toSet())
                                .size()),
                first.subjects().stream()
                        .mapToDouble(s -> s.box().height())
                        .max()
                        .orElse(Double.NaN));
    }
}
