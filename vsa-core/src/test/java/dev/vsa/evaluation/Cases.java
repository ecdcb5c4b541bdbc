package dev.vsa.evaluation;

import dev.vsa.event.Alert;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.EndCause;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.Provenance;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds clips, labels and alerts for tests of the scorer. */
final class Cases {

    static final EventType INTRUSION = EventType.ZONE_INTRUSION;
    static final EventType DOWN = EventType.PERSON_DOWN;

    private final List<ClipLabel.Rule> rules = new ArrayList<>();
    private final List<ClipLabel.Event> events = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<NotEvaluated> notEvaluated = new ArrayList<>();
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final Map<String, Double> blindS = new LinkedHashMap<>();
    private Set<String> unjudged = Set.of();
    private double durationS = 100;

    Cases rule(EventType event, String zone) {
        return rule(event, zone, Map.of());
    }

    Cases rule(EventType event, String zone, Map<String, Object> parameters) {
        rules.add(new ClipLabel.Rule(event.id(), zone, parameters));
        zones.putIfAbsent(zone, new Zone(zone, Polygon.picture()));
        return this;
    }

    Cases label(EventType event, String zone, double start, double end) {
        events.add(new ClipLabel.Event(event.id(), zone, "person", start, end, Optional.empty(), Map.of()));
        return this;
    }

    Cases label(EventType event, String zone, double start, double end, Polygon region) {
        events.add(new ClipLabel.Event(event.id(), zone, "person", start, end, Optional.of(region), Map.of()));
        return this;
    }

    /** An alert of one subject. */
    Cases alert(String id, EventType event, String zone, double raised) {
        return alert(id, event, zone, raised, new Box(0.4, 0.4, 0.5, 0.6));
    }

    /** An alert with one subject a box. */
    Cases alert(String id, EventType event, String zone, double raised, Box... boxes) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < boxes.length; i++) {
            subjects.add(new Subject(i + 1, Role.PERSON, boxes[i]));
        }
        tell(id, event, zone, Phase.RAISED, raised, raised, subjects);
        return this;
    }

    /** A later value of an alert. */
    Cases tell(
            String id, EventType event, String zone, Phase phase, double raised, double now, List<Subject> subjects) {
        alerts.add(new Alert(
                id,
                "camera",
                "rule",
                event,
                zone,
                phase,
                nanos(raised),
                nanos(raised),
                nanos(now),
                Instant.EPOCH,
                phase == Phase.ENDED ? Optional.of(EndCause.RULE) : Optional.empty(),
                subjects,
                List.of(),
                Explanation.of("because"),
                List.of(),
                new Provenance("d", "1", "", "", "1")));
        return this;
    }

    Cases unjudged(EventType event) {
        unjudged = Set.of(event.id());
        return this;
    }

    Cases notEvaluated(EventType event, String zone) {
        notEvaluated.add(new NotEvaluated(event.id(), zone, "none"));
        return this;
    }

    Cases blind(EventType event, double seconds) {
        blindS.put(event.id(), seconds);
        return this;
    }

    Cases lasting(double seconds) {
        durationS = seconds;
        return this;
    }

    List<Alert> alerts() {
        return alerts;
    }

    ClipRun run(String name) {
        return run(name, alerts);
    }

    ClipRun run(String name, List<Alert> told) {
        ClipLabel label = new ClipLabel(
                name, new ClipLabel.Image(640, 480, 25, durationS), "", zones, rules, events, unjudged, "");
        return new ClipRun(name, label, told, blindS, notEvaluated);
    }

    Evaluation score() {
        return new Scorer(ScoringPolicy.DEFAULT).score(List.of(run("clip")));
    }

    Score score(EventType event) {
        return score().events().get(event.id());
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
