package dev.vsa.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import dev.vsa.sink.video.VideoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process does not grow, however often sources are opened and closed. The virtual machine itself makes it grow or
 * shrink now and then; a leak shows in every block of rounds, and so in the middle one.
 */
class NativeMemoryTest {

    private static final int ROUNDS = 50;
    /** An encoder takes long to start, and would leak a megabyte. */
    private static final int ROUNDS_OF_WRITING = 12;

    private static final int BLOCKS = 5;
    /** The smallest thing that could leak, an empty context, makes more than that of a block. */
    private static final long MOST_GROWTH = 1L << 20;

    @TempDir
    private Path folder;

    @Test
    void readingToTheEnd() {
        Path file = TestVideo.of("libopenh264", 320, 240).frames(5).write(folder.resolve("a.mp4"));
        assertLevel(ROUNDS, () -> Reader.of(Sources.file(file)));
    }

    @Test
    void closingInTheMiddleWithFramesStillLeased() {
        Path file = TestVideo.of("libopenh264", 320, 240).frames(5).write(folder.resolve("a.mp4"));
        assertLevel(ROUNDS, () -> {
            FrameSource source = Sources.file(file);
            source.open();
            Frame first = ((Outcome.Delivered) source.next()).frame();
            Frame second = ((Outcome.Delivered) source.next()).frame();
            source.close();
            first.close();
            second.close();
        });
    }

    @Test
    void converting() {
        Path file = TestVideo.of("ffv1", 320, 240)
                .pixels(avutil.AV_PIX_FMT_YUV444P)
                .frames(3)
                .write(folder.resolve("a.mkv"));
        assertLevel(ROUNDS, () -> Reader.of(Sources.file(file)));
    }

    @Test
    void failingToOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("text.mp4"), "no video ".repeat(100));
        assertLevel(ROUNDS, () -> {
            try {
                Reader.of(Sources.file(file));
                throw new AssertionError("a text was opened");
            } catch (SourceException e) {
                return; // as it should be
            }
        });
    }

    @Test
    void imageSequences() throws IOException {
        List<byte[]> pictures = TestVideo.of("mjpeg", 320, 240)
                .pixels(avutil.AV_PIX_FMT_YUVJ420P)
                .frames(3)
                .packets();
        for (int i = 0; i < pictures.size(); i++) {
            Files.write(folder.resolve(i + ".jpg"), pictures.get(i));
        }
        assertLevel(ROUNDS, () -> Reader.of(Sources.images(folder, 25)));
    }

    @Test
    void writing() {
        int[] pixels = new int[64 * 48];
        Path file = folder.resolve("out.mp4");
        assertLevel(ROUNDS_OF_WRITING, () -> {
            try (VideoWriter writer = VideoWriter.open(file, 64, 48, 25)) {
                writer.write(pixels, 0);
                writer.write(pixels, 40_000_000);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static void assertLevel(int rounds, Runnable round) {
        repeat(rounds, round);
        long pointers = Pointer.totalBytes();
        long[] growth = new long[BLOCKS];
        long before = resident();
        for (int block = 0; block < BLOCKS; block++) {
            repeat(rounds, round);
            long after = resident();
            growth[block] = after - before;
            before = after;
        }
        Arrays.sort(growth);
        assertThat(Pointer.totalBytes() - pointers).as("bytes of JavaCPP's own").isZero();
        assertThat(growth[BLOCKS / 2])
                .as("bytes by which the process grew in the middle one of %s", Arrays.toString(growth))
                .isLessThan(MOST_GROWTH);
    }

    private static void repeat(int rounds, Runnable round) {
        for (int i = 0; i < rounds; i++) {
            round.run();
        }
    }

    private static long resident() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
