package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vsa.config.Problem;
import dev.vsa.geometry.Polygon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabelReaderTest {

    private static final String SOUND = """
            {
             "format": "vsa-clip-label/1",
             "clip": "quay.mp4",
             "image": {"width": 640, "height": 360, "fps": 25, "durationS": 30.0},
             "split": "development",
             "zones": [
              {"id": "lawn", "polygon": [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]]}
             ],
             "rules": [
              {"event": "wrong-way", "zone": "lawn", "subjects": ["person"], "permittedHeading": [-1, -0.4]},
              {"event": "person-down", "onGroundS": 1.5}
             ],
             "events": [
              {"event": "wrong-way", "subject": "person", "startS": 3.4, "endS": 12.4, "zone": "lawn",
               "what": "in red"},
              {"event": "person-down", "subject": "person", "startS": 20, "endS": 30.2, "fallStartS": 19.5,
               "region": [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4]]}
             ],
             "unjudged": [{"event": "weapon"}],
             "source": {"repo": "somewhere"},
             "notes": "A quay."
            }
            """;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void everythingInASoundLabelIsRead() {
        ClipLabel label = read(SOUND);

        assertThat(label.clip()).isEqualTo("quay.mp4");
        assertThat(label.image()).isEqualTo(new ClipLabel.Image(640, 360, 25, 30));
        assertThat(label.split()).isEqualTo("development");
        assertThat(label.zones()).containsOnlyKeys("frame", "lawn");
        assertThat(label.zones().get("lawn").polygon()).isEqualTo(Polygon.of(0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9));
        assertThat(label.unjudged()).containsExactly("weapon");
        assertThat(label.notes()).isEqualTo("A quay.");
    }

    @Test
    void rulesKeepTheirParametersAsPlainValues() {
        ClipLabel label = read(SOUND);

        assertThat(label.rules())
                .containsExactly(
                        new ClipLabel.Rule(
                                "wrong-way",
                                "lawn",
                                Map.of("subjects", List.of("person"), "permittedHeading", List.of(-1L, -0.4))),
                        new ClipLabel.Rule("person-down", "frame", Map.of("onGroundS", 1.5)));
        assertThat(label.rules().get(1).needS()).isEqualTo(1.5);
    }

    @Test
    void eventsKeepTheirDetails() {
        ClipLabel.Event down = read(SOUND).events().get(1);

        assertThat(down.zone()).isEqualTo("frame");
        assertThat(down.details()).containsExactly(Map.entry("fallStartS", 19.5));
        assertThat(down.region()).contains(Polygon.of(0.2, 0.2, 0.4, 0.2, 0.4, 0.4));
        assertThat(read(SOUND).events().get(0).what()).isEqualTo("in red");
    }

    @Test
    void eventsOfOnesOwnAreAllowed() {
        ClipLabel label = read(SOUND.replace("\"person-down\"", "\"org.example:loitering\""));

        assertThat(label.events().get(1).event()).isEqualTo("org.example:loitering");
    }

    /** The place is where the wedge stands. */
    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void aFaultIsNamedWithItsPlace(String sound, String wrong, String expected) {
        assertThat(SOUND).contains(sound);
        String marked = SOUND.replace(sound, wrong);
        int mark = marked.indexOf('▶');
        long line = 1 + marked.substring(0, mark).chars().filter(c -> c == '\n').count();
        int column = mark - marked.lastIndexOf('\n', mark);

        assertThat(faults(marked.replace("▶", "")))
                .first()
                .asString()
                .startsWith(line + ":" + column + ": " + expected);
    }

    static Stream<Arguments> faults() {
        String heading = "\"permittedHeading\": [-1, -0.4]";
        String lawn = "[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]]";
        return Stream.of(
                Arguments.of(
                        "\"vsa-clip-label/1",
                        "▶\"vsa-clip-label/7",
                        "format: found 'vsa-clip-label/7', expected 'vsa-"),
                Arguments.of("{\n \"format\": \"vsa-clip-label/1\",\n", "▶{\n", "found no key 'format'"),
                Arguments.of("\"quay.mp4", "▶\"quai.mp4", "clip: found 'quai.mp4', expected a file beside the label"),
                Arguments.of("{\"width\": 640, ", "▶{", "image: found no key 'width'"),
                Arguments.of("\"fps\": 25", "\"fps\": ▶0", "image.fps: found 0, expected frames a second"),
                Arguments.of("\"durationS\": 30.0", "\"durationS\": ▶-1", "image.durationS: found -1"),
                Arguments.of(
                        "{\"id\": \"lawn\"",
                        "▶{\"id\": \"frame\"",
                        "zones[0]: found the zone 'frame', expected another"),
                Arguments.of(
                        lawn,
                        "▶[[0.1, 0.1], [0.9, 0.9], [0.9, 0.1], [0.1, 0.9]]",
                        "zones[0].polygon: found the polygon crosses itself"),
                Arguments.of(lawn, "▶[[0.1, 0.1], [0.9, 0.9]]", "zones[0].polygon: found"),
                Arguments.of("[0.9, 0.9]", "▶[0.9, 1.9]", "zones[0].polygon[2]: found [0.9, 1.9], expected a point"),
                Arguments.of("[0.9, 0.9]", "▶[0.9]", "zones[0].polygon[2]: found a list of 1, expected a point"),
                Arguments.of(
                        "\"wrong-way\", \"zone\"",
                        "▶\"wrongway\", \"zone\"",
                        "rules[0].event: found 'wrongway', expected one of wrong-way, "),
                Arguments.of(
                        "\"wrong-way\", \"zone\": \"lawn\"",
                        "\"wrong-way\", \"zone\": ▶\"lwan\"",
                        "rules[0].zone: found 'lwan'"),
                Arguments.of("[\"person\"]", "[▶\"persn\"]", "rules[0].subjects[0]: found 'persn', expected one of"),
                Arguments.of(heading, "\"permittedHeading\": ▶[0, 0]", "rules[0].permittedHeading: found [0, 0]"),
                Arguments.of(heading, "\"permittedHeading\": ▶[1]", "rules[0].permittedHeading: found [1]"),
                Arguments.of(heading, "\"permittedHeading\": ▶90", "rules[0].permittedHeading: found 90"),
                Arguments.of("\"onGroundS\": 1.5", "\"onGroundS\": ▶-1.5", "rules[1].onGroundS: found -1.5, expected"),
                Arguments.of("\"onGroundS\": 1.5", "\"deep\": ▶{}", "rules[1].deep: found a mapping"),
                Arguments.of(
                        "{\"event\": \"wrong-way\", \"subject\": \"person\", \"startS\": 3.4",
                        "▶{\"event\": \"wrong-way\", \"startS\": 3.4",
                        "events[0]: found no key 'subject'"),
                Arguments.of(
                        "\"startS\": 3.4",
                        "\"startS\": ▶-3.4",
                        "events[0].startS: found -3.4, expected seconds from 0"),
                Arguments.of("\"endS\": 12.4", "\"endS\": ▶31", "events[0].endS: found 31, expected seconds from 0"),
                Arguments.of("\"endS\": 12.4", "\"endS\": ▶3.4", "events[0].endS: found 3.4, expected seconds after"),
                Arguments.of("\"fallStartS\": 19.5", "\"fallStartS\": ▶195", "events[1].fallStartS: found 195"),
                Arguments.of("\"lawn\",\n", "▶\"pond\",\n", "events[0].zone: found 'pond'"),
                Arguments.of("[0.4, 0.4]]", "▶[0.4, \"x\"]]", "events[1].region[2]: found"),
                Arguments.of("\"weapon\"", "▶\"wepon\"", "unjudged[0].event: found 'wepon'"),
                Arguments.of("\"A quay.\"\n}\n", "\"A quay.\"\n▶", "found Unexpected end-of-input"),
                Arguments.of("\"A quay.\"\n}", "\"A quay.\"\n} ▶{}", "found something after the end"));
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        assertThat(faults(SOUND.replace("\"notes\"", "\"clip\"")))
                .singleElement()
                .asString()
                .contains("Duplicate");
    }

    @Test
    void theValidNameThatIsMostAlikeIsOffered() {
        InvalidLabelException thrown =
                invalid(SOUND.replace("{\"event\": \"wrong-way\", \"zone\"", "{\"event\": \"wrongway\", \"zone\""));

        assertThat(thrown.problems().get(0).nearest()).contains("wrong-way");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheText() {
        String wrong = SOUND.replace("clip-label/1", "clip-label/2")
                .replace("\"height\": 360", "\"height\": \"tall\"")
                .replace("[0.9, 0.1]", "[0.9, 0.95]")
                .replace("\"onGroundS\": 1.5", "\"onGroundS\": true")
                .replace("\"endS\": 12.4", "\"endS\": 99");

        assertThat(faults(wrong))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("2", "4", "7", "11", "14");
    }

    @Test
    void whatIsDoubtfulInARefusedLabelStandsAmongItsFaults() {
        String twice = SOUND.replace("clip-label/1", "clip-label/2")
                .replace(
                        "\"events\": [",
                        "\"events\": [{\"event\": \"wrong-way\", \"subject\": \"person\", \"zone\": \"lawn\", \"what\": \"in red\","
                                + " \"startS\": 12, \"endS\": 13},");

        assertThat(faults(twice)).hasSize(2).last().asString().contains("while another one lasts");
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("doubts")
    void whatLooksUnintendedIsDoubtedAndRead(String sound, String odd, String expected) {
        LabelProblems problems = new LabelProblems("quay.label.json");
        LabelReader.parse(SOUND.replace(sound, odd), name -> true, problems);

        assertThat(problems.doubts()).singleElement().asString().contains(expected);
    }

    static Stream<Arguments> doubts() {
        String first = "\"startS\": 3.4, \"endS\": 12.4, \"zone\": \"lawn\",";
        return Stream.of(
                Arguments.of(
                        "\"events\": [",
                        "\"events\": [{\"event\": \"wrong-way\", \"subject\": \"person\", \"zone\": \"lawn\", \"what\": \"in red\","
                                + " \"startS\": 12, \"endS\": 13},",
                        "events[1]: found a wrong-way of a person while another one lasts"),
                Arguments.of(first, first.replace("lawn", "frame"), "expected a rule for it"),
                Arguments.of(
                        "\"what\": \"in red\"",
                        "\"regoin\": []",
                        "found the key 'regoin', expected a known one; did you mean 'region'?"),
                Arguments.of("\"split\"", "\"slpit\"", "did you mean 'split'?"));
    }

    @Test
    void othersAtTheSameTimeAreToldApartByWhatTheyAre() {
        LabelProblems problems = new LabelProblems("quay.label.json");
        String two = SOUND.replace(
                "\"events\": [",
                "\"events\": [{\"event\": \"wrong-way\", \"subject\": \"person\", \"zone\": \"lawn\", \"what\": \"in blue\","
                        + " \"startS\": 4, \"endS\": 13},");
        LabelReader.parse(two, name -> true, problems);

        assertThat(problems.doubts()).isEmpty();
    }

    @Test
    void aFileIsReadWithItsClipBesideIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("quay.label.json"), SOUND);
        Path clip = Files.createFile(folder.resolve("quay.mp4"));

        assertThat(LabelReader.read(file).clip()).isEqualTo(clip);
    }

    @Test
    void bytesThatAreNoTextAreAFault(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.label.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        InvalidLabelException thrown = catchThrowableOfType(InvalidLabelException.class, () -> LabelReader.read(file));
        assertThat(thrown).hasMessageStartingWith("a.label.json:1:1: found bytes that are no UTF-8");
    }

    @Test
    void mutilatedLabelsEndInTheOneException() {
        Random random = new Random(31);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(SOUND);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[]\",:0-9eE.tnf\\".charAt(random.nextInt(17)));
                    default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                }
            }
            try {
                read(text.toString());
            } catch (InvalidLabelException e) {
                assertThat(e.problems()).as("round %d", round).isNotEmpty();
            }
        }
    }

    @Test
    void schemaIsValid() throws IOException {
        Schema metaschema = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaschema.validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void schemaAcceptsTheSoundLabel() throws IOException {
        assertThat(REGISTRY.getSchema(schemaText()).validate(SOUND, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faultsThatASchemaCanSee")
    void schemaRefusesWhatTheReaderRefuses(String sound, String wrong, String which) throws IOException {
        assertThat(REGISTRY.getSchema(schemaText())
                        .validate(SOUND.replace(sound, wrong.replace("▶", "")), InputFormat.JSON))
                .as(which)
                .isNotEmpty();
    }

    static Stream<Arguments> faultsThatASchemaCanSee() {
        List<String> beyond = List.of(
                "crosses itself",
                "a file beside",
                "rules[0].zone",
                "events[0].zone",
                "found 31",
                "seconds after",
                "found 195",
                "Duplicate",
                "end-of-input",
                "after the end");
        return faults().filter(fault -> beyond.stream().noneMatch(String.valueOf(fault.get()[2])::contains))
                .map(fault -> Arguments.of(fault.get()));
    }

    @Test
    void schemaOfTheDocumentationIsTheOneThatShips() throws IOException {
        Path documented = Shared.above("docs").resolve("clip-label.schema.json");
        assumeTrue(Files.isRegularFile(documented), "the documentation is not here");

        assertThat(Files.readString(documented)).isEqualTo(schemaText());
    }

    @Test
    @Tag("shared")
    void everyLabelOfTheSharedClipsIsSoundAndFreeOfDoubts() throws IOException {
        Path clips = Shared.clips();
        assumeTrue(Files.isDirectory(clips), "the shared clips are not here");
        try (Stream<Path> files = Files.walk(clips)) {
            List<Path> labels = files.filter(file -> file.toString().endsWith(".label.json"))
                    .toList();
            assertThat(labels).isNotEmpty();
            for (Path label : labels) {
                assertThat(LabelReader.read(label).doubts())
                        .as(label.toString())
                        .isEmpty();
                assertThat(REGISTRY.getSchema(schemaText()).validate(Files.readString(label), InputFormat.JSON))
                        .as(label.toString())
                        .isEmpty();
            }
        }
    }

    private static String schemaText() throws IOException {
        try (InputStream in = Objects.requireNonNull(LabelReader.class.getResourceAsStream("clip-label.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ClipLabel read(String text) {
        return LabelReader.parse(text, name -> name.equals("quay.mp4"), new LabelProblems("quay.label.json"));
    }

    private static InvalidLabelException invalid(String text) {
        return catchThrowableOfType(InvalidLabelException.class, () -> read(text));
    }

    /** Line, column, path and words of each fault. */
    private static List<String> faults(String text) {
        return invalid(text).problems().stream()
                .map(Problem::toString)
                .map(line -> line.substring("quay.label.json:".length()))
                .toList();
    }
}
