package dev.vsa.perception.luma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LumaTest {

    private static final long SEED = 11;

    private final Luma luma = new Luma();

    @ParameterizedTest
    @CsvSource({"1280, 720, 320, 180", "768, 576, 320, 240", "360, 640, 180, 320", "200, 100, 200, 100", "1, 1, 1, 1"})
    void theLongSideHasAtMost320Samples(int width, int height, int expectedWidth, int expectedHeight) {
        luma.load(flat(PixelFormat.GRAY8, width, height, 0, 77));

        assertThat(luma.width()).isEqualTo(expectedWidth);
        assertThat(luma.height()).isEqualTo(expectedHeight);
        assertThat(luma.values()).containsOnly(77 << 8);
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void aGreyPictureIsEquallyBrightInAnyFormat(PixelFormat format) {
        luma.load(flat(format, 1283, 721, 13, 150));

        assertThat(luma.values()).containsOnly(150 << 8);
    }

    @ParameterizedTest
    @CsvSource({
        "1283, 640",
        "640, 360",
        "960, 540",
        "1280, 720",
        "1920, 1080",
        "2560, 1440",
        "648, 360",
        "640, 600",
        "768, 576",
        "1278, 718",
        "717, 1275"
    })
    void samplesAreMeansOfTheirRectangles(int width, int height) {
        Random random = new Random(SEED);
        byte[] pixels = new byte[width * height];
        random.nextBytes(pixels);
        luma.load(wrap(
                Frame.Layout.packed(PixelFormat.GRAY8, width, height),
                Collections.singletonList(
                        ByteBuffer.allocateDirect(pixels.length).put(0, pixels))));

        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                assertThat(luma.values()[y * luma.width() + x])
                        .as("seed %d, sample %d, %d", SEED, x, y)
                        .isCloseTo(mean(pixels, width, height, x, y), within(1));
            }
        }
    }

    /** At most four rows of a sample are read. */
    private int mean(byte[] pixels, int width, int height, int x, int y) {
        int sum = 0;
        int count = 0;
        int first = y * height / luma.height();
        int all = (y + 1) * height / luma.height() - first;
        int rows = Math.min(4, all);
        for (int i = 0; i < rows; i++) {
            int r = first + i * all / rows;
            for (int c = x * width / luma.width(); c < (x + 1) * width / luma.width(); c++) {
                sum += pixels[r * width + c] & 0xff;
                count++;
            }
        }
        return Math.round(256f * sum / count);
    }

    @Test
    void coloursWeighAsTheEyeSeesThem() {
        assertThat(brightness(255, 0, 0)).isBetween(28, 30);
        assertThat(brightness(0, 255, 0)).isBetween(148, 151);
        assertThat(brightness(0, 0, 255)).isBetween(75, 78);
    }

    @Test
    void tellsWhenTheSizeChanges() {
        assertThat(luma.load(flat(PixelFormat.GRAY8, 64, 48, 0, 1))).isTrue();
        assertThat(luma.load(flat(PixelFormat.GRAY8, 64, 48, 0, 1))).isFalse();
        assertThat(luma.load(flat(PixelFormat.GRAY8, 48, 64, 0, 1))).isTrue();
    }

    private int brightness(int blue, int green, int red) {
        ByteBuffer plane = ByteBuffer.allocateDirect(3 * 64 * 48);
        for (int i = 0; i < 64 * 48; i++) {
            plane.put((byte) blue).put((byte) green).put((byte) red);
        }
        luma.load(wrap(Frame.Layout.packed(PixelFormat.BGR24, 64, 48), Collections.singletonList(plane)));
        return luma.values()[0] >> 8;
    }

    /** A picture of one grey, with padding at the end of rows that is not grey. */
    private static Frame flat(PixelFormat format, int width, int height, int padding, int level) {
        List<Integer> strides = new ArrayList<>();
        List<ByteBuffer> planes = new ArrayList<>();
        for (int p = 0; p < format.planes(); p++) {
            int used = format.rowBytes(p, width);
            int stride = used + padding;
            ByteBuffer plane = ByteBuffer.allocateDirect(stride * format.rows(p, height));
            for (int i = 0; i < plane.capacity(); i++) {
                plane.put(i, (byte) (i % stride < used ? (p == 0 ? level : 128) : 255));
            }
            strides.add(stride);
            planes.add(plane);
        }
        return wrap(new Frame.Layout(format, width, height, strides, 1), planes);
    }

    private static Frame wrap(Frame.Layout layout, List<ByteBuffer> planes) {
        return Frame.wrap(layout, planes, 1, 0, () -> {});
    }
}
