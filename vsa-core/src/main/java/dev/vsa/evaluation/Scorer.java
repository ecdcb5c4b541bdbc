package dev.vsa.evaluation;

import dev.vsa.evaluation.AlertOutcome.Verdict;
import dev.vsa.evaluation.ClipScore.PlaceScore;
import dev.vsa.event.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds alerts against labels, by the rules that {@code docs/evaluation.md} lays down. In short: an alert and a label match when
 * they have the same event and zone, the alert was raised from 1 s before the label's start to 10 s after it was due and not
 * after the label's end, and, where the label has a region, one of the alert's boxes touches it. Stateless and thread-safe; the
 * order of the alerts does not matter.
 */
public final class Scorer {

    private static final double SECONDS_PER_HOUR = 3600;

    private static final Comparator<String> DECREE_FIRST =
            Comparator.<String>comparingInt(Scorer::rank).thenComparing(Comparator.naturalOrder());

    private final ScoringPolicy policy;

    /**
     * Creates a scorer.
     *
     * @param policy constants of the figures
     */
    public Scorer(ScoringPolicy policy) {
        this.policy = policy;
    }

    private static int rank(String event) {
        List<EventType> decree = EventType.decree();
        for (int i = 0; i < decree.size(); i++) {
            if (decree.get(i).id().equals(event)) {
                return i;
            }
        }
        return decree.size();
    }

    /**
     * Scores a set of clips.
     *
     * @param runs what came of judging each clip
     */
    public Evaluation score(List<ClipRun> runs) {
        Map<String, Score> events = new TreeMap<>(DECREE_FIRST);
        List<ClipScore> clips = new ArrayList<>();
        Conditions conditions = new Conditions();
        for (ClipRun run : runs) {
            ClipScore clip = score(run, conditions);
            clip.events().forEach((event, score) -> events.merge(event, score, Score::plus));
            clips.add(clip);
        }
        return new Evaluation(unmodifiable(events), List.copyOf(clips), conditions.list(), policy);
    }

    private ClipScore score(ClipRun run, Conditions conditions) {
        List<RaisedAlert> alerts = RaisedAlert.of(run.alerts());
        Map<String, Score> events = new TreeMap<>(DECREE_FIRST);
        List<PlaceScore> places = new ArrayList<>();
        List<LabelOutcome> labels = new ArrayList<>();
        List<AlertOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, Set<String>> judged : judged(run).entrySet()) {
            String event = judged.getKey();
            Score whole = Score.none(policy);
            for (String zone : withAlerts(judged.getValue(), event, alerts)) {
                Matching matching = match(run.label(), event, zone, alerts);
                Score score = score(matching, run, event);
                places.add(new PlaceScore(event, zone, score));
                whole = whole.plus(score);
                labels.addAll(matching.labels());
                outcomes.addAll(matching.alerts());
            }
            // Two zones are watched in the same footage: its hours count once.
            events.put(event, whole.over(hours(run), blindHours(run, event)));
        }
        Set<String> scored = outcomes.stream().map(AlertOutcome::alertId).collect(Collectors.toSet());
        alerts.stream()
                .filter(alert -> !scored.contains(alert.id()))
                .map(alert ->
                        new AlertOutcome(alert.id(), alert.event(), alert.place(), alert.raisedS(), Verdict.UNJUDGED))
                .forEach(outcomes::add);
        outcomes.sort(Comparator.comparingDouble(AlertOutcome::raisedS).thenComparing(AlertOutcome::alertId));
        conditions.add(run.label(), labels, alerts, outcomes);
        return new ClipScore(
                run.name(),
                unmodifiable(events),
                List.copyOf(places),
                List.copyOf(labels),
                List.copyOf(outcomes),
                run.notEvaluated());
    }

    /** The zones at which each event is judged. */
    private static Map<String, Set<String>> judged(ClipRun run) {
        Map<String, Set<String>> judged = new TreeMap<>(DECREE_FIRST);
        for (ClipLabel.Rule rule : run.label().rules()) {
            boolean left = run.notEvaluated().stream()
                    .anyMatch(not ->
                            not.event().equals(rule.event()) && not.zone().equals(rule.zone()));
            if (!left && !run.label().unjudged().contains(rule.event())) {
                judged.computeIfAbsent(rule.event(), event -> new TreeSet<>()).add(rule.zone());
            }
        }
        return judged;
    }

    /** The zones, and the places of alerts that no rule asked for: those are false too. */
    private static Collection<String> withAlerts(Set<String> zones, String event, List<RaisedAlert> alerts) {
        Stream<String> places =
                alerts.stream().filter(alert -> alert.event().equals(event)).map(RaisedAlert::place);
        return Stream.concat(zones.stream(), places).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Matching match(ClipLabel label, String event, String zone, List<RaisedAlert> alerts) {
        double needS = label.rules().stream()
                .filter(rule -> rule.event().equals(event) && rule.zone().equals(zone))
                .mapToDouble(ClipLabel.Rule::needS)
                .max()
                .orElse(0);
        return new Matching(
                label.events().stream()
                        .filter(it -> it.event().equals(event) && it.zone().equals(zone))
                        .toList(),
                alerts.stream()
                        .filter(it -> it.event().equals(event) && it.place().equals(zone))
                        .toList(),
                needS);
    }

    private Score score(Matching matching, ClipRun run, String event) {
        List<Double> delays = matching.labels().stream()
                .filter(LabelOutcome::found)
                .map(LabelOutcome::delayS)
                .toList();
        return new Score(
                matching.labels().size(),
                delays.size(),
                count(matching, Verdict.FALSE),
                count(matching, Verdict.REPEAT),
                hours(run),
                blindHours(run, event),
                delays,
                policy);
    }

    private static int count(Matching matching, Verdict verdict) {
        return (int)
                matching.alerts().stream().filter(it -> it.verdict() == verdict).count();
    }

    private static double hours(ClipRun run) {
        return run.label().image().durationS() / SECONDS_PER_HOUR;
    }

    private static double blindHours(ClipRun run, String event) {
        return run.blindS().getOrDefault(event, 0.0) / SECONDS_PER_HOUR;
    }

    private static Map<String, Score> unmodifiable(Map<String, Score> scores) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
}
