package dev.vsa.evaluation;

import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What truly happens in a clip, and what is to be detected in it. Times are seconds from the clip's start.
 *
 * @param clip the clip's file name, relative to the label's
 * @param image the clip's size and length
 * @param split the set that it belongs to, as in {@code development}; "" if none
 * @param zones the zones, by id; always with {@link Zone#FRAME}
 * @param rules what is to be detected
 * @param events what truly happens
 * @param unjudged ids of events that this clip cannot judge
 * @param notes remarks
 */
public record ClipLabel(
        String clip,
        Image image,
        String split,
        Map<String, Zone> zones,
        List<Rule> rules,
        List<Event> events,
        Set<String> unjudged,
        String notes) {

    /** The heading that a label of this format has. */
    public static final String FORMAT = "vsa-clip-label/1";

    /** Copies the collections. */
    public ClipLabel {
        Map<String, Zone> all = new LinkedHashMap<>(zones);
        all.putIfAbsent(Zone.FRAME, Zone.frame());
        zones = Collections.unmodifiableMap(all);
        rules = List.copyOf(rules);
        events = List.copyOf(events);
        unjudged = Set.copyOf(unjudged);
    }

    /**
     * A clip's size and length.
     *
     * @param width pixels
     * @param height pixels
     * @param fps frames a second
     * @param durationS its length, seconds
     */
    public record Image(int width, int height, double fps, double durationS) {}

    /**
     * Something that is to be detected.
     *
     * @param event id of the event
     * @param zone id of the zone
     * @param parameters everything else that the label says of it, by key: texts, numbers, truth values and lists of them
     */
    public record Rule(String event, String zone, Map<String, Object> parameters) {

        private static final List<String> NEEDS = List.of("onGroundS", "unattendedS");

        /** Copies the parameters. */
        public Rule {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /** How long, in seconds, the condition must have held before the rule asks for an alert: 0 unless it says so. */
        public double needS() {
            return NEEDS.stream()
                    .map(parameters::get)
                    .filter(Number.class::isInstance)
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Something that truly happens.
     *
     * @param event id of the event
     * @param zone id of the zone
     * @param subject whom or what it is about
     * @param startS when its condition begins to hold
     * @param endS when it has ended
     * @param region where in the picture, if the label says so
     * @param details everything else that the label says of it, by key
     */
    public record Event(
            String event,
            String zone,
            String subject,
            double startS,
            double endS,
            Optional<Polygon> region,
            Map<String, Object> details) {

        /** Copies the details. */
        public Event {
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }

        /** What it is, in the label's words; "" if it has none. */
        public String what() {
            return String.valueOf(details.getOrDefault("what", ""));
        }
    }
}
