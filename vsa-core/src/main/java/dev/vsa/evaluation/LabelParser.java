package dev.vsa.evaluation;

import dev.vsa.event.EventType;
import dev.vsa.geometry.InvalidGeometryException;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a label of a JSON text, and finds everything that is wrong with it. Not thread-safe. */
final class LabelParser {

    /** Times are read by eye, and the length of a clip is rounded. */
    private static final double TOLERANCE_S = 0.5;

    private static final int MOST_PIXELS = 1 << 16;
    private static final double LONGEST_S = 30 * 24 * 3600;

    private static final Set<String> KEYS =
            Set.of("format", "clip", "image", "split", "zones", "rules", "events", "unjudged", "source", "notes");
    private static final Set<String> EVENT_KEYS =
            Set.of("event", "zone", "subject", "startS", "endS", "region", "what");
    private static final List<String> DECREE =
            EventType.decree().stream().map(EventType::id).toList();
    private static final List<String> ROLES = Stream.of(Role.values())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();

    private final LabelProblems problems;
    private final Predicate<String> isFile;
    private final Map<String, Zone> zones = new LinkedHashMap<>(Map.of(Zone.FRAME, Zone.frame()));
    private final Set<String> zoneNames = new LinkedHashSet<>(Set.of(Zone.FRAME));
    private double durationS;

    LabelParser(LabelProblems problems, Predicate<String> isFile) {
        this.problems = problems;
        this.isFile = isFile;
    }

    /** The label; empty if it has a fault. */
    Optional<ClipLabel> label(Json value) {
        LabelCursor root = new LabelCursor(value, "", problems);
        if (!root.isTable("a mapping that begins with \"format\": \"" + ClipLabel.FORMAT + "\"")) {
            return Optional.empty();
        }
        root.name("format", "'" + ClipLabel.FORMAT + "'", List.of(ClipLabel.FORMAT));
        String clip = clip(root);
        ClipLabel.Image image = image(root);
        durationS = image.durationS();
        root.get("zones").ifPresent(at -> at.items("a list of zones").forEach(this::zone));
        List<ClipLabel.Rule> rules = rules(root);
        Set<String> unjudged = unjudged(root);
        List<ClipLabel.Event> events = new ArrayList<>();
        root.items("events", "a list of what happens").forEach(at -> event(at, rules, unjudged, events));
        root.doubtKeys(KEYS);
        if (problems.anyFault()) {
            return Optional.empty();
        }
        String split = root.has("split") ? root.text("split", "a word") : "";
        return Optional.of(new ClipLabel(clip, image, split, zones, rules, events, unjudged, notes(root)));
    }

    private String clip(LabelCursor root) {
        String clip = root.text("clip", "the clip's file name");
        if (!clip.isEmpty() && !isFile.test(clip)) {
            root.get("clip").ifPresent(at -> at.fault("a file beside the label"));
        }
        return clip;
    }

    private static String notes(LabelCursor root) {
        return root.get("notes")
                .map(LabelCursor::value)
                .map(Json::plain)
                .map(String::valueOf)
                .orElse("");
    }

    private ClipLabel.Image image(LabelCursor root) {
        Optional<LabelCursor> image = root.get("image");
        if (image.isEmpty() || !image.get().isTable("a mapping with width, height, fps and durationS")) {
            if (image.isEmpty()) {
                root.fault("no key 'image'", "a mapping with width, height, fps and durationS");
            }
            return new ClipLabel.Image(1, 1, 1, LONGEST_S);
        }
        LabelCursor at = image.get();
        int width = (int) at.number("width", 1, MOST_PIXELS, "the picture's width in pixels");
        int height = (int) at.number("height", 1, MOST_PIXELS, "the picture's height in pixels");
        double fps = at.number("fps", Double.MIN_NORMAL, 1000, "frames a second, more than 0");
        double length =
                at.number("durationS", Double.MIN_NORMAL, LONGEST_S, "the clip's length in seconds, more than 0");
        return new ClipLabel.Image(width, height, fps, Double.isNaN(length) ? LONGEST_S : length);
    }

    private void zone(LabelCursor at) {
        if (!at.isTable("a zone with id and polygon")) {
            return;
        }
        String id = at.text("id", "the zone's name");
        if (!id.isEmpty() && !zoneNames.add(id)) {
            String found = id.equals(Zone.FRAME) ? "the zone 'frame'" : "the zone '" + id + "' again";
            at.fault(found, id.equals(Zone.FRAME) ? "another name: 'frame' is the whole picture" : "every zone once");
        }
        Optional<LabelCursor> polygon = at.get("polygon");
        if (polygon.isEmpty()) {
            at.fault("no key 'polygon'", "a list of at least 3 points [x, y]");
        }
        polygon.flatMap(LabelParser::polygon).ifPresent(shape -> {
            if (!id.isEmpty()) {
                zones.put(id, new Zone(id, shape));
            }
        });
        at.doubtKeys(Set.of("id", "polygon"));
    }

    private static Optional<Polygon> polygon(LabelCursor at) {
        List<LabelCursor> items = at.items("a list of at least 3 points [x, y]");
        List<Point> points =
                items.stream().map(LabelParser::point).flatMap(Optional::stream).toList();
        if (points.size() < items.size() || !(at.value() instanceof Json.Items)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Polygon(points));
        } catch (InvalidGeometryException e) {
            at.fault(String.valueOf(e.getMessage()), "a polygon that does not cross itself, of at least 3 points");
            return Optional.empty();
        }
    }

    private static Optional<Point> point(LabelCursor at) {
        if (at.value() instanceof Json.Items pair
                && pair.items().size() == 2
                && share(pair.items().get(0))
                && share(pair.items().get(1))) {
            return Optional.of(
                    new Point(figure(pair.items().get(0)), figure(pair.items().get(1))));
        }
        boolean outside = at.value().plain() instanceof List<?> list && list.size() == 2;
        at.fault(outside ? String.valueOf(at.value().plain()) : at.value().found(), "a point [x, y], each 0 to 1");
        return Optional.empty();
    }

    private static boolean share(Json value) {
        return figure(value) >= 0 && figure(value) <= 1;
    }

    private static double figure(Json value) {
        return value instanceof Json.Figure figure ? figure.value() : Double.NaN;
    }

    private List<ClipLabel.Rule> rules(LabelCursor root) {
        List<ClipLabel.Rule> rules = new ArrayList<>();
        for (LabelCursor at : root.items("rules", "a list of what is to be detected")) {
            if (at.isTable("a rule with event and zone")) {
                ClipLabel.Rule rule = new ClipLabel.Rule(eventName(at), zoneName(at), parameters(at));
                if (rules.contains(rule)) {
                    at.doubt("the same rule again", "every rule once");
                }
                rules.add(rule);
            }
        }
        return rules;
    }

    private static String eventName(LabelCursor at) {
        String expected = "one of " + String.join(", ", DECREE) + ", or a name with a namespace";
        Optional<LabelCursor> event = at.get("event");
        if (event.isPresent() && event.get().value() instanceof Json.Text text && isForeign(text.text())) {
            return text.text();
        }
        return at.name("event", expected, DECREE);
    }

    /** Whether a name is that of somebody else's event, as in {@code org.example:loitering}. */
    private static boolean isForeign(String name) {
        try {
            return name.indexOf(':') > 0 && !new EventType(name, "", "").inDecree();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String zoneName(LabelCursor at) {
        return at.has("zone") ? at.name("zone", "one of the zones " + zoneNames, zoneNames) : Zone.FRAME;
    }

    private Map<String, Object> parameters(LabelCursor at) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (at.value() instanceof Json.Table table) {
            for (String key : table.fields().keySet()) {
                if (!key.equals("event") && !key.equals("zone")) {
                    LabelCursor value = at.get(key).orElseThrow();
                    parameter(key, value);
                    Object plain = value.value().plain();
                    if (plain == null) {
                        value.fault("a text, a number, true or false, or a list of such");
                    } else {
                        parameters.put(key, plain);
                    }
                }
            }
        }
        return parameters;
    }

    /** Checks the parameters that the format knows; others are the detector's own. */
    private static void parameter(String key, LabelCursor at) {
        switch (key) {
            case "subjects" -> at.items("a list of roles").forEach(item -> item.name("one of " + ROLES, ROLES));
            case "permittedHeading" -> heading(at);
            case "maxPeople" -> at.number(1, 1e6, "a number of people, at least 1");
            case "onGroundS", "unattendedS" -> at.number(0, LONGEST_S, "seconds, 0 or more");
            default -> {
                // a parameter of the detector that is meant
            }
        }
    }

    private static void heading(LabelCursor at) {
        boolean good = at.value().plain() instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Number x
                && list.get(1) instanceof Number y
                && Math.hypot(x.doubleValue(), y.doubleValue()) > 0;
        if (!good) {
            Object plain = at.value().plain();
            at.fault(
                    plain instanceof List<?> ? plain.toString() : at.value().found(),
                    "a heading [dx, dy] in pixels, x to the right and y down, not [0, 0]");
        }
    }

    private Set<String> unjudged(LabelCursor root) {
        Set<String> events = new LinkedHashSet<>();
        root.get("unjudged")
                .ifPresent(at -> at.items("a list of events").forEach(item -> {
                    if (item.isTable("a mapping with the key event")) {
                        events.add(eventName(item));
                    }
                }));
        return events;
    }

    private void event(LabelCursor at, List<ClipLabel.Rule> rules, Set<String> unjudged, List<ClipLabel.Event> events) {
        if (!at.isTable("an event with subject, startS and endS")) {
            return;
        }
        String name = eventName(at);
        String zone = zoneName(at);
        String subject = at.text("subject", "whom or what it is about, as in person or vehicle");
        double start = time(at, "startS");
        double end = time(at, "endS");
        if (end <= start) {
            at.get("endS").ifPresent(it -> it.fault("seconds after startS, which is " + start));
        }
        Optional<Polygon> region = at.get("region").flatMap(LabelParser::polygon);
        ClipLabel.Event event = new ClipLabel.Event(name, zone, subject, start, end, region, details(at));
        if (events.stream().anyMatch(other -> sameThing(event, other))) {
            at.doubt(
                    "a " + name + " of a " + subject + " while another one lasts",
                    "one label an occurrence; if it is another, 'what' tells them apart");
        }
        boolean ruled = rules.stream()
                .anyMatch(rule -> rule.event().equals(name) && rule.zone().equals(zone));
        if (!ruled && !problems.anyFault() && !unjudged.contains(name)) {
            at.doubt("a " + name + " in zone '" + zone + "'", "a rule for it: without one it is not judged");
        }
        at.doubtKeys(EVENT_KEYS);
        events.add(event);
    }

    private double time(LabelCursor at, String key) {
        double greatest = durationS + TOLERANCE_S;
        return at.number(key, 0, greatest, "seconds from 0 to the clip's length, " + durationS);
    }

    private static boolean sameThing(ClipLabel.Event a, ClipLabel.Event b) {
        return a.event().equals(b.event())
                && a.zone().equals(b.zone())
                && a.subject().equals(b.subject())
                && a.what().equals(b.what())
                && a.region().equals(b.region())
                && a.startS() < b.endS()
                && b.startS() < a.endS();
    }

    private Map<String, Object> details(LabelCursor at) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (at.value() instanceof Json.Table table) {
            table.fields().forEach((key, field) -> {
                Object plain = field.plain();
                if (key.equals("what") || !EVENT_KEYS.contains(key)) {
                    if (plain != null) {
                        details.put(key, plain);
                    }
                    if (key.endsWith("S") && plain instanceof Number) {
                        time(at, key);
                    }
                }
            });
        }
        return details;
    }
}
