package dev.vsa.examples.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.Frame.Layout;
import dev.vsa.frame.PixelFormat;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameImageTest {

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(values.length);
        IntStream.range(0, values.length).forEach(i -> buffer.put(i, (byte) values[i]));
        return buffer;
    }

    private static ByteBuffer filled(int length, int value) {
        return bytes(IntStream.generate(() -> value).limit(length).toArray());
    }

    private static Frame frame(Layout layout, ByteBuffer... planes) {
        return Frame.wrap(layout, List.of(planes), 0, 0, () -> {});
    }

    private static int[] channels(int rgb) {
        return new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
    }

    @Test
    void showsBlueGreenRedTriplesAsTheyAre() {
        Frame frame = frame(Layout.packed(PixelFormat.BGR24, 2, 1), bytes(1, 2, 3, 250, 251, 252));

        BufferedImage picture = FrameImage.of(frame);

        assertThat(FrameImage.pixels(picture)).containsExactly(0x030201, 0xfcfbfa);
    }

    @Test
    void showsLumaAloneAsGray() {
        Frame frame = frame(Layout.packed(PixelFormat.GRAY8, 3, 1), bytes(0, 128, 255));

        assertThat(FrameImage.pixels(FrameImage.of(frame))).containsExactly(0x000000, 0x808080, 0xffffff);
    }

    @Test
    void skipsThePaddingOfRows() {
        Layout layout = new Layout(PixelFormat.GRAY8, 2, 2, List.of(5), 1);

        BufferedImage picture = FrameImage.of(frame(layout, bytes(1, 2, 99, 99, 99, 3, 4)));

        assertThat(FrameImage.pixels(picture)).containsExactly(0x010101, 0x020202, 0x030303, 0x040404);
    }

    /** Values of the primary colours at 75 % from ITU-R BT.601 and BT.709, limited range. */
    @ParameterizedTest
    @CsvSource({
        "480, 65, 100, 212, 191, 0, 0",
        "480, 112, 72, 58, 0, 191, 0",
        "480, 35, 212, 114, 0, 0, 191",
        "480, 180, 128, 128, 191, 191, 191",
        "720, 51, 109, 212, 191, 0, 0",
        "720, 133, 63, 52, 0, 191, 0",
        "720, 28, 212, 120, 0, 0, 191",
    })
    void takesTheMatrixThatSuitsThePicture(int rows, int y, int u, int v, int red, int green, int blue) {
        Layout layout = Layout.packed(PixelFormat.I420, 2, rows);
        Frame frame = frame(layout, filled(2 * rows, y), filled(rows / 2, u), filled(rows / 2, v));

        int[] shown = channels(FrameImage.of(frame).getRGB(1, rows - 1));

        assertThat(shown[0]).isBetween(red - 2, red + 2);
        assertThat(shown[1]).isBetween(green - 2, green + 2);
        assertThat(shown[2]).isBetween(blue - 2, blue + 2);
    }

    @Test
    void showsInterleavedChromaAsPlanarOfOddSides() {
        int[] luma = IntStream.range(0, 15).map(i -> 40 + 10 * i).toArray();
        Frame planar = frame(
                Layout.packed(PixelFormat.I420, 5, 3),
                bytes(luma),
                bytes(90, 100, 110, 120, 130, 140),
                bytes(200, 190, 180, 170, 160, 150));
        Frame interleaved = frame(
                Layout.packed(PixelFormat.NV12, 5, 3),
                bytes(luma),
                bytes(90, 200, 100, 190, 110, 180, 120, 170, 130, 160, 140, 150));

        assertThat(FrameImage.pixels(FrameImage.of(interleaved)))
                .containsExactly(FrameImage.pixels(FrameImage.of(planar)));
    }

    @Test
    void stretchesPixelsThatAreNotSquare() {
        Layout layout = new Layout(PixelFormat.GRAY8, 720, 576, List.of(720), 16.0 / 15);

        BufferedImage picture = FrameImage.of(frame(layout, filled(720 * 576, 77)));

        assertThat(picture.getWidth()).isEqualTo(768);
        assertThat(picture.getRGB(767, 575) & 0xff).isEqualTo(77);
    }

    @Test
    void paintsEachFrameIntoTheSameMemory() {
        FrameImage image = new FrameImage();
        Layout layout = Layout.packed(PixelFormat.GRAY8, 4, 4);

        BufferedImage first = image.paint(frame(layout, filled(16, 1)));
        BufferedImage second = image.paint(frame(layout, filled(16, 2)));

        assertThat(second).isSameAs(first);
    }
}
