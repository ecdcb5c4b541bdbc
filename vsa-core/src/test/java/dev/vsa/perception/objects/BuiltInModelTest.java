package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model that ships, on a real picture. */
class BuiltInModelTest {

    private static ObjectModel model;

    private final Detections out = new Detections();

    @BeforeAll
    static void load() {
        model = ObjectModel.builtIn();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void personsAreFoundWhereTheyAreWhateverThePixelFormat(PixelFormat format) {
        detect(Pictures.street(), format);
        assertThat(Street.found(out, "person", 0.4)).as("persons found").hasSizeGreaterThanOrEqualTo(7);
        assertThat(Street.falseOnes(out, "person", 0.4)).as("false persons").isLessThanOrEqualTo(1);
    }

    @Test
    void everyPersonIsFoundInColour() {
        detect(Pictures.street(), PixelFormat.I420);
        assertThat(Street.found(out, "person", 0.4)).hasSize(8);
    }

    @Test
    void vehiclesAreFoundOnce() {
        detect(Pictures.street(), PixelFormat.I420);
        long vehicles = IntStream.range(0, out.size())
                .filter(i -> out.role(i) == Role.VEHICLE && out.confidence(i) >= 0.4)
                .count();
        assertThat(vehicles).as("the van and the car").isEqualTo(2);
    }

    @Test
    void boxesLieInThePicture() {
        detect(Pictures.street(), PixelFormat.I420);
        assertThat(IntStream.range(0, out.size()))
                .allMatch(i -> out.left(i) >= 0 && out.left(i) < out.right(i) && out.right(i) <= 1)
                .allMatch(i -> out.top(i) >= 0 && out.top(i) < out.bottom(i) && out.bottom(i) <= 1);
    }

    @Test
    void aWidePictureIsSearchedAsWellAsANarrowOne() {
        detect(Pictures.scaled(Pictures.street(), 1280, 720), PixelFormat.I420);
        assertThat(Street.found(out, "person", 0.3)).hasSizeGreaterThanOrEqualTo(6);
    }

    private void detect(BufferedImage picture, PixelFormat format) {
        try (ObjectDetector detector = model.detector();
                Frame frame = Pictures.frame(picture, format)) {
            detector.detect(frame, out);
        }
    }
}
