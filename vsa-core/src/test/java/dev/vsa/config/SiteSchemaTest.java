package dev.vsa.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteSchemaTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TEXT = SiteSchema.generate(Samples.DETECTORS);
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT);

    /** What the reader says where the reason lies beyond what a schema can express. */
    private static final List<String> BEYOND = List.of(
            "expected the id of a zone:",
            "expected the id of a line:",
            "expected the id of a camera:",
            "expected a valid shape",
            "expected a moment after",
            "expected an id of its own",
            "found a heading needs a length",
            "found '2026-13-01T00:00:00Z'",
            "found '417x320'");

    @Test
    void isValidByTheMetaschema() {
        Schema metaschema = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaschema.validate(TEXT, InputFormat.JSON)).isEmpty();
    }

    @Test
    void acceptsTheSoundFile() {
        assertThat(SCHEMA.validate(Samples.WHOLE, InputFormat.YAML)).isEmpty();
    }

    @Test
    void acceptsACameraWithoutASource() {
        assertThat(SCHEMA.validate("site: a\ncameras:\n  - {id: b, rules: []}\n", InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changesThatASchemaCanSee")
    void refusesWhatTheReaderRefuses(String sound, String wrong) {
        String text = Samples.WHOLE.replace(sound, wrong.replace("\\n", "\n").replace("▶", ""));

        assertThat(validate(text)).isNotEmpty();
    }

    static Stream<String[]> changesThatASchemaCanSee() throws IOException {
        return SiteProblemsTest.changes()
                .filter(change -> BEYOND.stream().noneMatch(change[2]::contains))
                .map(change -> new String[] {change[0], change[1]});
    }

    @Test
    void explainsParametersWithTheirDefaultsAndBounds() throws IOException {
        JsonNode dwell = new ObjectMapper().readTree(TEXT).at("/$defs/detect-zone-intrusion/properties/dwell");

        assertThat(dwell)
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"type\":\"number\",\"minimum\":0,\"maximum\":600,"
                                + "\"description\":\"How long one may stay.\",\"default\":1.5}"));
    }

    /** What the schema says of a text whose aliases and merge keys have been resolved, as an editor does. */
    static List<Error> validate(String text) {
        return SCHEMA.validate(json(YamlTree.of(text)));
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), json(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (scalar.isNothing()) {
            return NullNode.instance;
        }
        if (scalar.plain() && YamlScalars.isNumber(scalar.text())) {
            double number = YamlScalars.number(scalar.text());
            return Double.isFinite(number) ? DoubleNode.valueOf(number) : TextNode.valueOf(scalar.text());
        }
        return YamlTree.json(scalar);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(SiteSchema.generate(List.of(Samples.DETECTORS.get(1), Samples.DETECTORS.get(0))))
                .isEqualTo(TEXT);
    }
}
