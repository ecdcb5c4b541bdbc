package dev.vsa.examples.cli;

import dev.vsa.sink.video.VideoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Recordings made on the spot. */
public final class Clips {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int SIDE = 40;

    private Clips() {}

    /** A gray picture across which a white square moves, at ten pictures a second. */
    public static Path square(Path file, int frames) throws IOException {
        int[] pixels = new int[WIDTH * HEIGHT];
        try (VideoWriter writer = VideoWriter.open(file, WIDTH, HEIGHT, 10)) {
            for (int f = 0; f < frames; f++) {
                Arrays.fill(pixels, 0x606060);
                int left = 4 * f % (WIDTH - SIDE);
                for (int y = 100; y < 100 + SIDE; y++) {
                    Arrays.fill(pixels, y * WIDTH + left, y * WIDTH + left + SIDE, 0xffffff);
                }
                writer.write(pixels, f * 100_000_000L);
            }
        }
        return file;
    }
}
