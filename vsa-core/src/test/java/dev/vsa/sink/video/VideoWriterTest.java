package dev.vsa.sink.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.PixelFormat;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VideoWriterTest {

    private static final long MS = 1_000_000;
    private static final int RED = 0xC02010;
    /** Luma of that red in limited range, by BT.601: 16 + (65.5 r + 128.6 g + 25 b) / 256. */
    private static final int LUMA_OF_RED = 83;

    private static final int CHROMA_V_OF_RED = 199;
    /** The same by BT.709: 16 + (46.6 r + 156.8 g + 15.8 b) / 256. */
    private static final int LUMA_OF_RED_HD = 72;

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackAtItsTimes() throws IOException {
        Path file = folder.resolve("times.mp4");
        long[] times = {500 * MS, 540 * MS, 700 * MS, 701 * MS, 3_000 * MS};
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            for (long time : times) {
                writer.write(plain(64, 48, RED), time);
            }
        }
        List<Long> read = new ArrayList<>();
        forEachFrame(file, frame -> read.add(Math.round(frame.mediaNanos() / (double) MS)));
        assertThat(read).containsExactly(0L, 40L, 200L, 201L, 2_500L);
    }

    @Test
    void theLastPictureLastsAsLongAsTheOthers() throws IOException {
        Path file = folder.resolve("last.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            for (int i = 0; i < 10; i++) {
                writer.write(plain(64, 48, RED), i * 40 * MS);
            }
        }
        try (FrameSource source = Sources.file(file)) {
            source.open();
            assertThat(source.duration().toMillis()).isEqualTo(400);
        }
    }

    @Test
    void coloursSurvive() throws IOException {
        Path file = folder.resolve("red.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            writer.write(plain(64, 48, RED), 0);
        }
        forEachFrame(file, VideoWriterTest::assertRed);
    }

    @Test
    void largePicturesAreInTheColoursOfHd() throws IOException {
        Path file = folder.resolve("hd.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 1280, 720, 25)) {
            writer.write(plain(1280, 720, RED), 0);
        }
        forEachFrame(
                file,
                frame -> assertThat(frame.plane(0).get(frame.stride(0) * 20 + 30) & 0xFF)
                        .isCloseTo(LUMA_OF_RED_HD, within(4)));
    }

    @Test
    void bgrTriplesAndIntegersAreTheSamePicture() throws IOException {
        Path file = folder.resolve("bgr.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            writer.write(bgr(64, 48), 0);
        }
        forEachFrame(file, VideoWriterTest::assertRed);
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void framesOfEveryFormatAreTaken(PixelFormat format) throws IOException {
        Path file = folder.resolve(format + ".mp4");
        Frame.Layout layout = Frame.Layout.packed(format, 64, 48);
        List<ByteBuffer> planes = new ArrayList<>();
        for (int p = 0; p < format.planes(); p++) {
            byte[] samples = new byte[layout.planeBytes(p)];
            Arrays.fill(samples, (byte) 128);
            planes.add(ByteBuffer.wrap(samples));
        }
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25);
                Frame frame = Frame.wrap(layout, planes, 7, 7, () -> {})) {
            writer.write(frame);
        }
        forEachFrame(file, frame -> assertThat(frame.plane(0).get(30) & 0xFF).isCloseTo(128, within(5)));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "17,15", "33,64", "1920,1080", "4096,4096"})
    void sidesAreRoundedDownToEvenOnes(int width, int height) throws IOException {
        Path file = folder.resolve("odd.mp4");
        try (VideoWriter writer = VideoWriter.open(file, width, height, 25)) {
            writer.write(plain(width, height, RED), 0);
        }
        forEachFrame(
                file,
                frame -> assertThat(List.of(frame.width(), frame.height())).containsExactly(width & ~1, height & ~1));
    }

    @Test
    void theIndexStandsBeforeThePictures() throws IOException {
        Path file = folder.resolve("fast.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            writer.write(plain(64, 48, RED), 0);
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }

    @Test
    void browsersAreGivenH264() throws IOException {
        Path file = folder.resolve("h264.mp4");
        try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
            writer.write(plain(64, 48, RED), 0);
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("avc1");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere").resolve("x.mp4");
        assertThatThrownBy(() -> VideoWriter.open(file, 64, 48, 25))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it first");
    }

    @Test
    void picturesMustComeInOrder() throws IOException {
        try (VideoWriter writer = VideoWriter.open(folder.resolve("order.mp4"), 64, 48, 25)) {
            writer.write(plain(64, 48, RED), 40 * MS);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(plain(64, 48, RED), 40 * MS))
                    .withMessageContaining("not later");
        }
    }

    @Test
    void tooFewPixelsAreRefused() throws IOException {
        try (VideoWriter writer = VideoWriter.open(folder.resolve("few.mp4"), 64, 48, 25)) {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.write(new int[64 * 47], 0));
        }
    }

    @Test
    void afterCloseNothingIsWritten() throws IOException {
        VideoWriter writer = VideoWriter.open(folder.resolve("closed.mp4"), 64, 48, 25);
        writer.close();
        writer.close();
        assertThatIllegalStateException().isThrownBy(() -> writer.write(plain(64, 48, RED), 0));
    }

    private static void assertRed(Frame frame) {
        assertThat(frame.plane(0).get(frame.stride(0) * 20 + 30) & 0xFF).isCloseTo(LUMA_OF_RED, within(4));
        assertThat(frame.plane(2).get(frame.stride(2) * 10 + 15) & 0xFF).isCloseTo(CHROMA_V_OF_RED, within(4));
    }

    private static void forEachFrame(Path file, java.util.function.Consumer<Frame> look) {
        int seen = 0;
        try (FrameSource source = Sources.file(file)) {
            source.open();
            Outcome outcome;
            while ((outcome = source.next()) instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    look.accept(frame);
                    seen++;
                }
            }
            assertThat(outcome).isInstanceOf(Outcome.End.class);
        }
        assertThat(seen).isPositive();
    }

    private static int[] plain(int width, int height, int colour) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        return pixels;
    }

    private static ByteBuffer bgr(int width, int height) {
        ByteBuffer pixels = ByteBuffer.allocate(width * height * 3);
        while (pixels.hasRemaining()) {
            pixels.put((byte) RED).put((byte) (RED >> 8)).put((byte) (RED >> 16));
        }
        return pixels;
    }
}
