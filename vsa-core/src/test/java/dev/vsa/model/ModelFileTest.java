package dev.vsa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import dev.vsa.scene.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of one's own: a YAML file beside it. */
class ModelFileTest {

    private static final String SMALL = """
            name: my-model
            family: yolox
            labels: [person, forklift, gun]
            input: {pixels: float-nchw-bgr, width: 416, height: 416, resize: letterbox}
            strides: [8, 16, 32]
            file: my.onnx
            """;

    @TempDir
    Path folder;

    @Test
    void aFewLinesDescribeAModel() throws IOException {
        ModelDescription model = described(SMALL).description();
        assertThat(model)
                .isEqualTo(new ModelDescription(
                        "my-model",
                        ModelFamily.YOLOX,
                        List.of(
                                new ModelClass("person", Role.PERSON),
                                new ModelClass("forklift", Role.OTHER),
                                new ModelClass("gun", Role.WEAPON)),
                        new ModelInput(
                                Pixels.FLOAT_NCHW_BGR,
                                416,
                                416,
                                Resize.LETTERBOX,
                                114,
                                List.of(0.0, 0.0, 0.0),
                                List.of(1.0, 1.0, 1.0)),
                        new ModelHead(List.of(8, 16, 32), 0, 0.5),
                        ModelThresholds.DEFAULT,
                        new ModelOrigin("my.onnx", 0, Optional.empty(), "not stated", List.of())));
    }

    @Test
    void anyClassCanBeGivenAnyPart() throws IOException {
        ModelDescription model =
                described(SMALL + "roles: {forklift: vehicle, gun: other}\n").description();
        assertThat(model.classes()).extracting(ModelClass::role).containsExactly(Role.PERSON, Role.VEHICLE, Role.OTHER);
    }

    @Test
    void theFileLiesBesideItsDescription() throws IOException {
        Files.writeString(folder.resolve("my.onnx"), "weights");
        assertThat(new String(described(SMALL).read(), StandardCharsets.UTF_8)).isEqualTo("weights");
    }

    @Test
    void anAbsentFileIsNamed() throws IOException {
        ModelFile file = described(SMALL);
        assertThatThrownBy(file::read)
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining(folder.resolve("my.onnx").toString());
    }

    @Test
    void aFileThatIsTooShortIsRefused() throws IOException {
        Files.writeString(folder.resolve("my.onnx"), "weig");
        ModelFile file = described(SMALL + "size: 7\n");
        assertThatThrownBy(file::read)
                .isInstanceOf(ModelException.Truncated.class)
                .hasMessageContaining("4 bytes instead of 7");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(folder.resolve("my.onnx"));
        ModelFile file = described(SMALL);
        assertThatThrownBy(file::read).isInstanceOf(ModelException.Truncated.class);
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("my.onnx"), "weights");
        ModelFile file = described(SMALL + "sha256: " + "0".repeat(64) + "\n");
        assertThatThrownBy(file::read)
                .isInstanceOf(ModelException.OtherDigest.class)
                .hasMessageContaining("0000");
    }

    @Test
    void anAbsentDescriptionIsNamed() {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> ModelFile.described(nowhere))
                .isInstanceOf(ModelException.Absent.class)
                .hasMessageContaining("nowhere.yaml");
    }

    @Test
    void anUnknownFamilyIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> described(SMALL.replace("yolox", "yolo99")))
                .isInstanceOf(ModelException.UnknownFamily.class)
                .hasMessageContaining("yolo99")
                .hasMessageContaining("nanodet, picodet, yolox, fastestdet, movenet-single");
    }

    @Test
    void forbiddenLabelsAreRefusedBeforeAnythingIsLoaded() {
        assertThatThrownBy(() -> described(SMALL.replace("gun", "face")))
                .isInstanceOf(ModelException.ForbiddenLabels.class)
                .hasMessageContaining("'face'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: my-model|name: My Model|lower-case letters",
                "name: my-model||name is missing",
                "family: yolox||family is missing",
                "labels: [person, forklift, gun]||labels is missing",
                "labels: [person, forklift, gun]|labels: []|0 labels",
                "labels: [person, forklift, gun]|labels: cocoa|the word coco",
                "letterbox|squeeze|input.resize is 'squeeze'; write one of [stretch, letterbox]",
                "float-nchw-bgr|float|input.pixels is 'float'",
                "height: 416|height: 0|input 416x0",
                "file: my.onnx|file: ../my.onnx|plain file name",
                "file: my.onnx|file: my.onnx, colour: red|line",
                "[8, 16, 32]|[8, 0]|strides",
                "strides:|stride:|Unrecognized field \"stride\"",
                "file: my.onnx|roles: {boat: vehicle}|'boat', which is not among the labels"
            })
    void aWrongDescriptionIsRefusedWithTheReason(String right, String wrong, String reason) {
        String text = SMALL.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> described(text))
                .isInstanceOf(ModelException.BadDescription.class)
                .hasMessageContaining("model.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> described("name: a\n\tfamily: x"))
                .isInstanceOf(ModelException.BadDescription.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void anEmptyDescriptionIsRefused() {
        assertThatThrownBy(() -> described("")).isInstanceOf(ModelException.BadDescription.class);
    }

    @Test
    void theExampleOfTheGuideIsADescription() throws IOException {
        String guide = Files.readString(guide());
        int from = guide.indexOf("```yaml") + "```yaml".length();
        ModelDescription model =
                described(guide.substring(from, guide.indexOf("```", from))).description();
        assertThat(model.classes())
                .extracting(ModelClass::role)
                .containsExactly(Role.PERSON, Role.VEHICLE, Role.WEAPON);
    }

    private static Path guide() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/models.md"))) {
            at = at.getParent();
        }
        return at.resolve("docs/models.md");
    }

    private ModelFile described(String text) throws IOException {
        return ModelFile.described(Files.writeString(folder.resolve("model.yaml"), text));
    }
}
