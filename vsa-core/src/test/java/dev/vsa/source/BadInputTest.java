package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the source says what is wrong and what to do, and goes on where it can. */
class BadInputTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFile() {
        assertRefused(Sources.file(folder.resolve("none.mp4")), "none.mp4", "no such file", "check the path");
    }

    @Test
    void aFolder() {
        assertRefused(Sources.file(folder), "is a folder", "image sequence");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(Sources.file(Files.createFile(folder.resolve("empty.mp4"))), "is empty", "again");
    }

    @Test
    void aTextNamedLikeAVideo() throws IOException {
        Path file = Files.writeString(folder.resolve("text.mp4"), "This is not a video.\n".repeat(500));
        assertRefused(Sources.file(file), "text.mp4", "not a video");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noise(long seed) throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(seed).nextBytes(bytes);
        Path file = Files.write(folder.resolve("noise.mp4"), bytes);
        try (FrameSource source = Sources.file(file)) {
            source.open();
            Reader reader = new Reader();
            reader.read(source, 1_000); // some of it may look like a raw format; it must end all the same
            assertThat(reader.last).as("seed %d", seed).isNotInstanceOf(Outcome.Stalled.class);
        } catch (SourceException e) {
            assertThat(e).as("seed %d", seed).hasMessageContaining("noise.mp4");
        }
    }

    @Test
    void aSoundWithoutPictures() throws IOException {
        assertRefused(Sources.file(wav(folder.resolve("sound.wav"))), "not a video", "only audio");
    }

    @Test
    void aPlayListThatLeadsElsewhere() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n");
        assertRefused(Sources.file(list), "list.m3u8");
    }

    @Test
    void aRecordingWithoutItsIndex() throws IOException {
        Path file = TestVideo.of("libopenh264", 64, 48).frames(50).write(folder.resolve("a.mp4"));
        shorten(file, 0.5);
        assertRefused(Sources.file(file), "cut off before its index");
    }

    @Test
    void aRecordingThatIsCutOffGivesWhatItHasAndSaysWhatIsMissing() throws IOException {
        Path file = TestVideo.of("mpeg4", 64, 48).frames(50).writeFastStart(folder.resolve("a.mp4"));
        shorten(file, 0.5);
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.pictures().size()).isBetween(10, 45);
        assertThat(reader.last)
                .isInstanceOfSatisfying(
                        Outcome.Lost.class,
                        lost -> assertThat(lost.reason()).contains("cut off", "of the 50 pictures"));
    }

    @ParameterizedTest
    @CsvSource({"libopenh264,a.mp4", "mpeg4,a.avi", "libopenh264,a.ts", "mjpeg,a.mkv"})
    void aDamagedMiddleIsSkippedCountedAndReadingGoesOn(String codec, String name) throws IOException {
        Path file = TestVideo.of(codec, 320, 240)
                .pixels(codec.equals("mjpeg") ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P)
                .noisy()
                .frames(50)
                .group(10)
                .write(folder.resolve(name));
        damage(file, 0.4, 0.5);
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.millis())
                .as("pictures after the damage")
                .last()
                .satisfies(last -> assertThat(last).isGreaterThan(1_600));
        assertThat(reader.frames.size()).isBetween(25, 49);
        assertThat(reader.corrupt()).isPositive();
    }

    @Test
    void aRecordingOfWhichNothingCanBeDecoded() throws IOException {
        Path file = TestVideo.of("libopenh264", 64, 48).frames(20).writeFastStart(folder.resolve("a.mp4"));
        byte[] bytes = Files.readAllBytes(file);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        Arrays.fill(bytes, data, bytes.length, (byte) 0x55);
        Files.write(file, bytes);
        assertThat(Reader.of(Sources.file(file)).last)
                .isInstanceOfSatisfying(
                        Outcome.Lost.class, lost -> assertThat(lost.reason()).contains("not one picture"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,48", "65535,65535", "16384,16384"})
    void aPictureThatClaimsAnImpossibleSize(int width, int height) throws IOException {
        Path file = TestVideo.of("mjpeg", 64, 48)
                .pixels(avutil.AV_PIX_FMT_YUVJ420P)
                .frames(5)
                .write(folder.resolve("a.avi"));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 9; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xC0 && bytes[i + 2] == 0 && bytes[i + 3] == 17) {
                ByteBuffer.wrap(bytes).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
            }
        }
        Files.write(file, bytes);
        Reader reader = Reader.of(Sources.file(file));
        assertThat(reader.last).isInstanceOf(Outcome.Lost.class);
        assertThat(reader.frames).isEmpty();
    }

    private static void assertRefused(FrameSource source, String... words) {
        try (source) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::open)
                    .satisfies(e -> assertThat(e.getMessage()).contains(words));
        }
    }

    private static void shorten(Path file, double share) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength((long) (access.length() * share));
        }
    }

    private static void damage(Path file, double from, double to) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] noise = new byte[(int) (bytes.length * (to - from))];
        new Random(4).nextBytes(noise);
        System.arraycopy(noise, 0, bytes, (int) (bytes.length * from), noise.length);
        Files.write(file, bytes);
    }

    private static Path wav(Path file) throws IOException {
        int samples = 8_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        return Files.write(file, wav.array());
    }
}
