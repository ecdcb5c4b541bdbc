package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 416, 256",
        "640, 480, 416, 320",
        "768, 576, 416, 320",
        "1080, 1920, 256, 416",
        "480, 640, 320, 416",
        "1000, 1000, 416, 416",
        "1300, 1000, 416, 320",
        "2560, 1080, 416, 192",
        "32000, 100, 416, 32"
    })
    void followsTheShapeOfThePicture(double width, double height, int columns, int rows) {
        assertThat(InputSize.forAspect(width / height)).isEqualTo(new InputSize(columns, rows));
    }
}
