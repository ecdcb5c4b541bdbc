package dev.vsa.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelFormatTest {

    @ParameterizedTest
    @CsvSource({
        "BGR24, 5, 3, 45",
        "GRAY8, 5, 3, 15",
        "NV12, 4, 2, 12",
        "I420, 4, 2, 12",
        // Odd sides: chroma is rounded up.
        "NV12, 5, 3, 27",
        "I420, 5, 3, 27",
        "I420, 1, 1, 3"
    })
    void aPackedPictureTakesTheBytesOfAllItsPlanes(PixelFormat format, int width, int height, int bytes) {
        int sum = IntStream.range(0, format.planes())
                .map(p -> format.rowBytes(p, width) * format.rows(p, height))
                .sum();

        assertThat(sum).isEqualTo(bytes);
    }
}
