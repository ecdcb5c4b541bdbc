package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Composites.Group;
import dev.vsa.config.DetectorKind.Draft;
import dev.vsa.config.Node.Entry;
import dev.vsa.config.Node.Mapping;
import dev.vsa.naming.Nearest;
import dev.vsa.spi.EventDetectorProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a rule is written: which detector, its parameters, and what becomes of its signals. Immutable. */
final class RuleFormat implements Kind<Optional<Draft<?>>> {

    private static final ParameterRecord<AlertPolicy> POLICY = ParameterRecord.of(AlertPolicy.class);
    static final Section ALERT =
            new Section("alert", "How the signals of a rule become alerts. All times are media time.", POLICY.fields());

    private static final Field<String> NAME = Field.optional(
            "name", Scalars.ID, "The name by which alerts refer to the rule; unless it is given, the detector's id.");
    private static final Field<AlertPolicy> POLICY_FIELD =
            Field.optional("alert", new Group<>(ALERT, POLICY::read), "How its signals become alerts.");

    private final Section common;
    private final Field<DetectorKind<?>> detect;
    private final Map<String, DetectorKind<?>> detectors;

    private RuleFormat(Section common, Field<DetectorKind<?>> detect, Map<String, DetectorKind<?>> detectors) {
        this.common = common;
        this.detect = detect;
        this.detectors = detectors;
    }

    /**
     * The rules that some detectors allow.
     *
     * @throws IllegalArgumentException if two have one id, or the parameters of one are malformed
     */
    static RuleFormat of(Iterable<? extends EventDetectorProvider<?>> providers) {
        Map<String, EventDetectorProvider<?>> byId = new TreeMap<>();
        for (EventDetectorProvider<?> provider : providers) {
            EventDetectorProvider<?> other = byId.putIfAbsent(provider.id(), provider);
            if (other != null) {
                throw new IllegalArgumentException("two detectors have the id " + provider.id() + ": "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
        Map<String, DetectorKind<?>> detectors = new LinkedHashMap<>();
        Field<DetectorKind<?>> detect = Field.mandatory(
                "detect", new Scalars.Word<>("the id of a detector", detectors), "The id of the detector.");
        Section common = new Section(
                "rule",
                "What is to be detected; beside these keys, the [detector's own](#detectors).",
                detect,
                NAME,
                POLICY_FIELD);
        byId.forEach((id, provider) -> detectors.put(id, DetectorKind.of(provider, common)));
        return new RuleFormat(common, detect, Collections.unmodifiableMap(detectors));
    }

    /** The keys that a rule has whatever it detects. */
    Section common() {
        return common;
    }

    Map<String, DetectorKind<?>> detectors() {
        return detectors;
    }

    @Override
    public Class<? extends Node> form() {
        return Mapping.class;
    }

    @Override
    public String expected() {
        return "a rule: a mapping with the key detect, and the detector's parameters";
    }

    @Override
    public String documented() {
        return common.link();
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        definitions.note(common);
        return definitions.refer(common.name(), () -> {
            ObjectNode schema = Definitions.ofType("object").put("description", common.meaning());
            ObjectNode properties = schema.putObject("properties");
            properties.set("detect", detect.kind().schema(definitions).put("description", detect.meaning()));
            schema.putArray("required").add("detect");
            ArrayNode choices = schema.putArray("allOf");
            detectors.forEach((id, kind) -> {
                ObjectNode choice = choices.addObject();
                ObjectNode condition = choice.putObject("if");
                condition.putObject("properties").putObject("detect").put("const", id);
                condition.putArray("required").add("detect");
                choice.set("then", kind.section().schema(definitions));
            });
            return schema;
        });
    }

    /** The rule; empty if something is wrong with it, so that a list of rules is looked at whole. */
    @Override
    public Optional<Draft<?>> read(Cursor at) {
        Optional<DetectorKind<?>> kind = detector(at);
        Fields fields = kind.map(k -> k.section().open(at)).orElse(null);
        if (kind.isEmpty() || fields == null) {
            return Optional.empty();
        }
        checkAuthorised(kind.get(), fields.at(detect));
        Optional<String> name = Optional.ofNullable(fields.get(NAME));
        return Optional.ofNullable(kind.get().read(fields, name, fields.getOr(POLICY_FIELD, AlertPolicy.DEFAULT)));
    }

    private Optional<DetectorKind<?>> detector(Cursor at) {
        if (!(at.node() instanceof Mapping mapping)) {
            at.reject(expected());
            return Optional.empty();
        }
        for (Entry entry : mapping.entries()) {
            if (entry.key().text().equals(detect.key())) {
                return Optional.ofNullable(detect.kind().read(at.field(detect.key(), entry.value())));
            }
        }
        List<String> keys = List.of(detect.key());
        Optional<Entry> meant = mapping.entries().stream()
                .filter(entry -> Nearest.to(entry.key().text(), keys).isPresent())
                .findFirst();
        meant.ifPresentOrElse(
                entry -> at.field(entry.key().text(), entry.key())
                        .rejectName(entry.key().text(), entry.key().asKey(), "the key " + detect.key(), keys),
                () -> at.reject("no key '" + detect.key() + "'", detect.kind().expected()));
        return Optional.empty();
    }

    private static void checkAuthorised(DetectorKind<?> kind, Cursor at) {
        String event = kind.provider().signals().id();
        at.surroundings()
                .authorised()
                .filter(events -> !events.contains(event))
                .ifPresent(events -> at.reject(
                        at.node().found() + ", which signals " + event,
                        "a detector whose event the authorisation names: " + Scalars.oneOf(events)));
    }
}
