package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelFile;
import dev.vsa.perception.Detections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of other families find the same persons. Their files are not in the repository: skipped where they are not at hand. */
@Tag("shared")
class OtherFamiliesTest {

    /** Enough for all of them: what is wrong in a reader or in the feeding loses everybody. */
    private static final int LEAST_FOUND = 7;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "yolox_nano_416/yolox_nano.onnx        | coco     | yolox      | [8, 16, 32]     | 0 | bgr letterbox 416 | 0.4",
                "yolox_nano_416/yolox_nano_dyn.onnx    | coco     | yolox      | [8, 16, 32]     | 0 | bgr letterbox 0   | 0.4",
                "person_yolox_kazuhito/model.onnx      | [person] | yolox      | [8, 16, 32]     | 0 | bgr letterbox 192 | 0.25",
                "picodet_s/picodet_s_416_coco.onnx     | coco     | picodet    | [8, 16, 32, 64] | 8 | rgb stretch 416   | 0.4",
                "picodet_s/picodet_s_320_coco.onnx     | coco     | picodet    | [8, 16, 32, 64] | 8 | rgb stretch 320   | 0.4",
                "nanodet_m/nanodet_m_416.onnx          | coco     | nanodet    | [8, 16, 32]     | 8 | bgr stretch 416   | 0.4",
                "nanodet_g/nanodet_g_int8.onnx         | coco     | nanodet    | [8, 16, 32]     | 11 | bgr stretch 0    | 0.4",
                "fastestdet/FastestDet.onnx            | coco     | fastestdet | []              | 0 | bgr unit 352      | 0.6"
            })
    void findTheSamePersons(
            String file, String labels, String family, String strides, int bins, String input, double confidence)
            throws IOException {
        Path shared = models().resolve(file);
        assumeTrue(Files.isReadable(shared), shared + " is not on this machine");
        Files.copy(shared, folder.resolve("model.onnx"));
        Path yaml = Files.writeString(
                folder.resolve("model.yaml"), """
                name: from-shared
                family: %s
                labels: %s
                strides: %s
                bins: %d
                input: %s
                file: model.onnx
                """.formatted(family, labels, strides, bins, inputOf(input)));
        Detections out = new Detections();
        try (ObjectModel model = ObjectModel.load(ModelFile.described(yaml));
                ObjectDetector detector = model.detector();
                Frame frame = Pictures.frame(Pictures.street(), PixelFormat.I420)) {
            detector.detect(frame, out);
        }
        assertThat(Street.found(out, "person", confidence))
                .as("persons found")
                .hasSizeGreaterThanOrEqualTo(LEAST_FOUND);
        assertThat(Street.falseOnes(out, "person", confidence))
                .as("false persons")
                .isLessThanOrEqualTo(3);
    }

    private static String inputOf(String words) {
        String[] word = words.split(" ");
        String scale = word[1].equals("unit")
                ? "std: [255, 255, 255]"
                : word[1].equals("letterbox")
                        ? "padding: 114"
                        : word[0].equals("bgr")
                                ? "mean: [103.53, 116.28, 123.675], std: [57.375, 57.12, 58.395]"
                                : "mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375]";
        String resize = word[1].equals("letterbox") ? "letterbox" : "stretch";
        return "{pixels: float-nchw-%s, width: %s, height: %s, resize: %s, %s}"
                .formatted(word[0], word[2], word[2], resize, scale);
    }

    private static Path models() {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(OtherFamiliesTest::besideTheRepository)
                .resolve("models");
    }

    private static Path besideTheRepository() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("shared") : at.resolve("shared");
    }
}
