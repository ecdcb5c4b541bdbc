package dev.vsa.config;

import dev.vsa.config.Composites.Group;
import dev.vsa.config.Composites.ListOf;
import dev.vsa.config.Composites.SetOf;
import dev.vsa.config.Composites.Variants;
import dev.vsa.config.Node.Mapping;
import dev.vsa.config.Node.Scalar;
import dev.vsa.config.Node.Sequence;
import dev.vsa.event.EventType;
import dev.vsa.spi.EventDetectorProvider;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a site is written: the top of the file. Immutable. */
final class SiteFormat {

    private static final Field<String> NAME = Field.mandatory(
            "site", new Scalars.Text("the site's name", Scalars.NOT_BLANK), "The site's name, for people.");

    private static final Field<String> REFERENCE = Field.mandatory(
            "reference",
            new Scalars.Text("the order that the authorisation rests on", Scalars.NOT_BLANK),
            "The order it rests on, for the record.");
    private static final Field<Set<String>> CAMERA_IDS = Field.optional(
            "cameras",
            new SetOf<>(new ListOf<>(Reference.CAMERA, 1)),
            "Ids of the cameras that may be analysed. Unless it is given, all of the site's.");
    private static final Field<Instant> FROM =
            Field.mandatory("from", new Scalars.Moment(), "The first moment at which it holds.");
    private static final Field<Instant> TO =
            Field.mandatory("to", new Scalars.Moment(), "The moment at which it has ended.");

    private static final Field<Path> JSONL = Field.mandatory(
            "jsonl", new Scalars.FilePath(), "A file that gets one JSON object a line; replaced at the start.");
    private static final Kind<SinkConfig> SINK = new Variants<>(
            "a sink: a mapping",
            List.of(new Group<>(
                    new Section("sink-jsonl", "Writes alerts to a file of JSON Lines.", JSONL),
                    SiteFormat::jsonLines)));
    private static final Field<List<SinkConfig>> SINKS =
            Field.optional("sinks", new ListOf<>(SINK, 0), "[]", "Where alerts go.");

    private final Field<Set<String>> events;
    private final Field<Terms> authorisation;
    private final Field<List<CameraConfig>> cameras;
    private final RuleFormat rule;
    private final Section section;

    SiteFormat(Iterable<? extends EventDetectorProvider<?>> providers) {
        rule = RuleFormat.of(providers);
        events = Field.mandatory(
                "events",
                new SetOf<>(new ListOf<>(new Scalars.Word<>("the id of an event", events(rule)), 1)),
                "Ids of the events that may be detected.");
        Section terms = new Section(
                "authorisation",
                "What may run, where and when. Outside of it nothing does.",
                REFERENCE,
                events,
                CAMERA_IDS,
                FROM,
                TO);
        authorisation = Field.optional(
                "authorisation",
                new Group<>(terms, this::authorisation),
                "What may run. Without one, who starts the program answers for it.");
        cameras = Field.mandatory("cameras", new ListOf<>(new CameraFormat(rule).kind(), 1), "The cameras.");
        section = new Section("site", "A site: what runs together.", NAME, authorisation, cameras, SINKS);
    }

    private static Map<String, String> events(RuleFormat rule) {
        Map<String, String> events = new LinkedHashMap<>();
        EventType.decree().forEach(event -> events.put(event.id(), event.id()));
        rule.detectors().values().forEach(detector -> {
            String id = detector.provider().signals().id();
            events.put(id, id);
        });
        return events;
    }

    Section section() {
        return section;
    }

    RuleFormat rule() {
        return rule;
    }

    /** The site; null if something is wrong, which has been reported. */
    @Nullable Site read(Cursor at, String digest) {
        Fields fields = section.open(at);
        if (fields == null) {
            return null;
        }
        Scope scope = new Scope(cameraIds(fields), Map.of(), Map.of());
        String name = fields.get(NAME);
        Terms terms = Objects.requireNonNullElse(
                fields.get(authorisation, at.surroundings().with(scope)), Terms.NONE);
        Surroundings surroundings = terms.events().map(at.surroundings()::with).orElse(at.surroundings());
        List<CameraConfig> read = fields.get(cameras, surroundings);
        List<SinkConfig> sinks = fields.getOr(SINKS, List.of());
        if (name == null || read == null || at.surroundings().problems().any()) {
            return null;
        }
        return new Site(name, read, terms.authorisation(), sinks, digest);
    }

    /** The ids of all cameras, wrong ones too; reports one that is used again, and an input that has to choose. */
    private Map<String, Optional<String>> cameraIds(Fields fields) {
        Map<String, Scalar> ids = new LinkedHashMap<>();
        Cursor list = fields.at(cameras);
        if (!(list.node() instanceof Sequence sequence)) {
            return Map.of();
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            Cursor camera = list.item(i, sequence.items().get(i));
            if (camera.node() instanceof Mapping mapping) {
                mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(CameraFormat.ID.key()))
                        .forEach(entry -> noteId(camera.field(entry.key().text(), entry.value()), ids));
            }
        }
        if (fields.at().surroundings().source().isPresent() && sequence.items().size() > 1) {
            list.reject(
                    sequence.items().size() + " cameras",
                    "one camera, because an input is given in place of its source");
        }
        Map<String, Optional<String>> known = new LinkedHashMap<>();
        ids.keySet().forEach(id -> known.put(id, Optional.of(id)));
        return known;
    }

    private static void noteId(Cursor at, Map<String, Scalar> ids) {
        if (at.node() instanceof Scalar id) {
            Scalar first = ids.putIfAbsent(id.text(), id);
            if (first != null) {
                at.reject(
                        "the id " + Quote.of(id.text()) + " again (first in line "
                                + first.place().line() + ")",
                        "an id of its own for every camera");
            }
        }
    }

    /** An authorisation, and the events that it names even where something else is wrong with it. */
    private record Terms(Optional<Set<String>> events, Optional<Authorisation> authorisation) {
        static final Terms NONE = new Terms(Optional.empty(), Optional.empty());
    }

    private Terms authorisation(Fields fields) {
        String reference = fields.get(REFERENCE);
        Set<String> named = fields.get(events);
        Set<String> ids = fields.getOr(CAMERA_IDS, Set.of());
        Instant from = fields.get(FROM);
        Instant to = fields.get(TO);
        boolean ordered = from == null || to == null || to.isAfter(from);
        if (!ordered) {
            fields.at(TO).reject(String.valueOf(to), "a moment after the beginning, " + from);
        }
        if (!ordered || reference == null || named == null || from == null || to == null) {
            return new Terms(Optional.ofNullable(named), Optional.empty());
        }
        return new Terms(Optional.of(named), Optional.of(new Authorisation(reference, named, ids, from, to)));
    }

    private static @Nullable SinkConfig jsonLines(Fields fields) {
        Path file = fields.get(JSONL);
        return file == null ? null : new SinkConfig.JsonLines(file);
    }
}
