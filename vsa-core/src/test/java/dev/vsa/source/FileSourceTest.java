package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import dev.vsa.frame.PixelFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"libopenh264,a.mp4", "libopenh264,a.ts", "libopenh264,a.mkv", "mpeg4,a.avi", "mjpeg,a.avi"})
    void everyPictureComesOnceInOrderAndThenTheEnd(String codec, String name) {
        TestVideo video = TestVideo.of(codec, 64, 48)
                .pixels(codec.equals("mjpeg") ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        Reader reader = Reader.of(Sources.file(video.write(folder.resolve(name))));
        assertThat(reader.pictures()).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(reader.last).isInstanceOf(Outcome.End.class);
    }

    @Test
    void mediaTimeIsTheContainersAndStartsAtZero() {
        Path file = TestVideo.of("libopenh264", 64, 48)
                .stamps(i -> 5_000 + i * 40 + i * i)
                .frames(5)
                .write(folder.resolve("a.mkv"));
        assertThat(Reader.of(Sources.file(file)).millis()).containsExactly(0L, 41L, 84L, 129L, 176L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void moreDecoderThreadsGiveTheSameFrames(int threads) {
        Path file = TestVideo.of("libopenh264", 320, 240).frames(18).write(folder.resolve("a.mp4"));
        RecordingOptions options = RecordingOptions.DEFAULT.decoding(new Decoding(threads, 4));
        assertThat(Reader.of(Sources.file(file, options)).pictures())
                .isEqualTo(IntStream.range(0, 18).boxed().toList());
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("libopenh264", avutil.AV_PIX_FMT_YUV420P, PixelFormat.I420, 120),
                Arguments.of("mjpeg", avutil.AV_PIX_FMT_YUVJ420P, PixelFormat.I420, 120),
                // Full range becomes limited on conversion: 16 + 120 * 219 / 255.
                Arguments.of("mjpeg", avutil.AV_PIX_FMT_YUVJ422P, PixelFormat.I420, 119),
                Arguments.of("ffv1", avutil.AV_PIX_FMT_YUV444P, PixelFormat.I420, 120),
                Arguments.of("ffv1", avutil.AV_PIX_FMT_GRAY8, PixelFormat.GRAY8, 120),
                Arguments.of("rawvideo", avutil.AV_PIX_FMT_NV12, PixelFormat.NV12, 120),
                Arguments.of("rawvideo", avutil.AV_PIX_FMT_BGR24, PixelFormat.BGR24, 120),
                Arguments.of("png", avutil.AV_PIX_FMT_RGB24, PixelFormat.I420, 119));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void formatsOfOursAreWrappedAndOthersConverted(String codec, int pixels, PixelFormat format, int luma) {
        Path file = TestVideo.of(codec, 50, 30)
                .pixels(pixels)
                .lumas(i -> 120)
                .frames(3)
                .write(folder.resolve("a.nut"));
        try (FrameSource source = Sources.file(file)) {
            source.open();
            try (Frame frame = ((Outcome.Delivered) source.next()).frame()) {
                assertThat(frame.format()).isEqualTo(format);
                assertThat(frame.plane(0).get(frame.stride(0) * 15 + 24) & 0xFF).isCloseTo(luma, within(2));
                assertThat(frame.plane(0).isDirect()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"png,1,1", "png,3,1", "png,1,5", "png,2,2", "mpeg4,7680,4320"})
    void theSmallestAndTheLargestPicturesAreRead(String codec, int width, int height) {
        Path file = TestVideo.of(codec, width, height)
                .pixels(codec.equals("png") ? avutil.AV_PIX_FMT_GRAY8 : avutil.AV_PIX_FMT_YUV420P)
                .frames(2)
                .write(folder.resolve("a.mkv"));
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.frames).hasSize(2).allMatch(f -> f.width() == width && f.height() == height);
    }

    @Test
    void aNewSizeInTheMiddleIsDeliveredAndTold() throws IOException {
        Path small = TestVideo.of("libopenh264", 64, 48).frames(5).write(folder.resolve("a.ts"));
        Path large = TestVideo.of("libopenh264", 128, 96)
                .frames(5)
                .stamps(i -> 200 + i * 40)
                .write(folder.resolve("b.ts"));
        Reader reader = Reader.of(Sources.file(TestVideo.joined(folder.resolve("c.ts"), small, large)));
        assertThat(reader.frames.stream().map(Reader.Seen::width))
                .containsExactly(64, 64, 64, 64, 64, 128, 128, 128, 128, 128);
        assertThat(reader.frames.get(5).broken()).isEqualTo(Break.PICTURE_CHANGED);
        assertThat(reader.breaks()).hasSize(1);
    }

    @Test
    void timestampsThatJumpBackAreRepairedAndTold() throws IOException {
        Path late = TestVideo.of("libopenh264", 64, 48)
                .frames(5)
                .stamps(i -> 90_000 + i * 40)
                .write(folder.resolve("a.ts"));
        Path early = TestVideo.of("libopenh264", 64, 48).frames(5).write(folder.resolve("b.ts"));
        Reader reader = Reader.of(Sources.file(TestVideo.joined(folder.resolve("c.ts"), late, early)));
        assertThat(reader.millis()).isEqualTo(steps(10, 40));
        assertThat(reader.breaks()).containsExactly(Break.CLOCK_JUMP);
    }

    @Test
    void timestampsThatStandStillAreRepairedAndTold() throws IOException {
        Path[] parts = IntStream.range(0, 10)
                .mapToObj(i -> TestVideo.of("mpeg4", 64, 48).frames(1).write(folder.resolve(i + ".ts")))
                .toArray(Path[]::new);
        Reader reader = Reader.of(Sources.file(TestVideo.joined(folder.resolve("c.ts"), parts)));
        assertThat(reader.millis()).hasSize(10).doesNotHaveDuplicates().isSorted();
        assertThat(reader.breaks()).containsExactly(Break.CLOCK_JUMP);
    }

    @Test
    void timestampsOf33BitsWrapUnnoticed() {
        int wrap = (int) ((1L << 33) / 90);
        Path file = TestVideo.of("libopenh264", 64, 48)
                .stamps(i -> wrap - 1_600 + i * 40)
                .frames(18)
                .write(folder.resolve("a.ts"));
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.millis()).isEqualTo(steps(18, 40));
        assertThat(reader.breaks()).isEmpty();
    }

    @Test
    void missingTimeIsAGap() {
        Path file = TestVideo.of("libopenh264", 64, 48)
                .stamps(i -> i * 40 + (i >= 5 ? 60_000 : 0))
                .write(folder.resolve("a.mkv"));
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.millis().get(5)).isEqualTo(60_200L);
        assertThat(reader.breaks()).containsExactly(Break.GAP);
    }

    @Test
    void theWallClockStartsAtTheGivenMoment() {
        Path file = TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.mp4"));
        Instant start = Instant.parse("2030-06-01T12:00:00.5Z");
        assertThat(wallOfFrame(1, Sources.file(file, RecordingOptions.DEFAULT.startingAt(start))))
                .isEqualTo(start.plusMillis(40));
    }

    @Test
    void withoutAMomentTheWallClockDoesNotPretend() {
        Path file = TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.mp4"));
        assertThat(wallOfFrame(1, Sources.file(file))).isEqualTo(Instant.EPOCH.plusMillis(40));
    }

    @Test
    void durationIsTheContainers() {
        Path file = TestVideo.of("libopenh264", 64, 48).frames(18).write(folder.resolve("a.mp4"));
        try (FrameSource source = Sources.file(file)) {
            source.open();
            assertThat(source.duration()).isBetween(Duration.ofMillis(680), Duration.ofMillis(760));
        }
    }

    @Test
    void pathsMayHoldAnySign() {
        Path file = TestVideo.of("libopenh264", 64, 48).write(folder.resolve("a.mp4"));
        Path strange = folder.resolve("été: 100% #1 \uD83D\uDE00?.mp4");
        assertThat(file.toFile().renameTo(strange.toFile())).isTrue();
        assertThat(Reader.of(Sources.file(strange)).frames).hasSize(10);
    }

    private static Instant wallOfFrame(int index, FrameSource source) {
        try (source) {
            source.open();
            for (int i = 0; ; i++) {
                try (Frame frame = ((Outcome.Delivered) source.next()).frame()) {
                    if (i == index) {
                        return Instant.ofEpochSecond(0, frame.wallNanos());
                    }
                }
            }
        }
    }

    private static List<Long> steps(int count, long step) {
        return IntStream.range(0, count).mapToObj(i -> i * step).toList();
    }
}
