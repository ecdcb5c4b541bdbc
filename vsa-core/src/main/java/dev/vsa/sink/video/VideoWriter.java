package dev.vsa.sink.video;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Writes pictures into an MP4 file that browsers play: H.264 where this build of FFmpeg can, else MPEG-4, limited
 * range, in BT.709 from 720 rows on and BT.601 below, the index at the front. Meant to keep up with an analysis on the same machine: one thread, fast settings.
 *
 * <p>Frames stand at their own media times, the first at 0; {@code fps} only tells the encoder what to expect. A side of odd
 * length loses its last row or column. The file is whole only after {@link #close()}.
 *
 * <p>Not thread-safe; any thread may call, one at a time. Nothing is kept of what is passed in.
 */
public final class VideoWriter implements AutoCloseable {

    private static final int BYTES_BGR = 3;

    private final Path file;
    private final int width;
    private final int height;
    private final Encoder encoder;
    private @Nullable ByteBuffer staging;
    private boolean closed;

    private VideoWriter(Path file, int width, int height, Encoder encoder) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.encoder = encoder;
    }

    /**
     * Starts a file; one of the same name is replaced.
     *
     * @param file where to; by custom it ends in {@code .mp4}
     * @param width of the pictures in pixels, 2 to 8,192
     * @param height of the pictures in pixels, 2 to 8,192
     * @param fps about how many pictures there are to a second of media time, more than 0, at most 1,000
     * @throws IOException if the file cannot be written; the message says what to do
     * @throws IllegalArgumentException if a figure is out of range
     */
    public static VideoWriter open(Path file, int width, int height, double fps) throws IOException {
        if (Math.min(width, height) < 2 || Math.max(width, height) > Encoder.LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a video of " + width + "x" + height + " pixels; each side must be 2 to " + Encoder.LONGEST_SIDE);
        }
        if (!(fps > 0 && fps <= Encoder.HIGHEST_RATE)) {
            throw new IllegalArgumentException(
                    fps + " frames a second are not more than 0 and at most " + Encoder.HIGHEST_RATE);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + " cannot be written: there is no folder " + folder + "; create it first");
        }
        Ffmpeg.load();
        return new VideoWriter(file, width, height, Encoder.open(file, width, height, fps));
    }

    /**
     * Writes a frame of any format at its media time.
     *
     * @param frame of the size that the file was opened with; its lease stays the caller's
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it has another size, or is not later than the last one
     */
    public void write(Frame frame) throws IOException {
        if (frame.width() != width || frame.height() != height) {
            throw new IllegalArgumentException("a frame of " + frame.width() + "x" + frame.height() + " pixels into "
                    + file + " of " + width + "x" + height);
        }
        check();
        int planes = frame.format().planes();
        for (int p = 0; p < planes; p++) {
            encoder.source(p, direct(frame.plane(p), planes), frame.stride(p));
        }
        encoder.write(ffmpegFormat(frame.format()), frame.mediaNanos());
    }

    /**
     * Writes blue, green, red triples without padding.
     *
     * @param bgr24 the samples from index 0; its position does not matter
     * @param mediaNanos the picture's time, nanoseconds from any start
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the buffer is too short, or the picture is not later than the last one
     */
    public void write(ByteBuffer bgr24, long mediaNanos) throws IOException {
        check();
        requireLength(bgr24.capacity(), (long) width * height * BYTES_BGR);
        encoder.source(0, direct(bgr24, 1), width * BYTES_BGR);
        encoder.write(avutil.AV_PIX_FMT_BGR24, mediaNanos);
    }

    /**
     * Writes pixels as a {@code BufferedImage.TYPE_INT_RGB} holds them.
     *
     * @param xrgb one integer a pixel, {@code 0x??RRGGBB}, row by row
     * @param mediaNanos the picture's time, nanoseconds from any start
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the array is too short, or the picture is not later than the last one
     */
    public void write(int[] xrgb, long mediaNanos) throws IOException {
        check();
        int pixels = width * height;
        requireLength(xrgb.length, pixels);
        IntBuffer copy =
                staging(pixels * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        copy.put(0, xrgb, 0, pixels);
        encoder.source(0, staging(pixels * Integer.BYTES), width * Integer.BYTES);
        encoder.write(avutil.AV_PIX_FMT_BGR0, mediaNanos);
    }

    /**
     * Finishes the file. Idempotent.
     *
     * @throws IOException if its end cannot be written; the file is then not playable
     */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            encoder.close();
        }
    }

    private void check() {
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
    }

    private void requireLength(long is, long needed) {
        if (is < needed) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " needs " + needed + " samples; there are " + is);
        }
    }

    private static int ffmpegFormat(PixelFormat format) {
        return switch (format) {
            case I420 -> avutil.AV_PIX_FMT_YUV420P;
            case NV12 -> avutil.AV_PIX_FMT_NV12;
            case GRAY8 -> avutil.AV_PIX_FMT_GRAY8;
            case BGR24 -> avutil.AV_PIX_FMT_BGR24;
        };
    }

    /** Memory outside the Java heap, as FFmpeg needs it. */
    private ByteBuffer direct(ByteBuffer samples, int planes) {
        if (samples.isDirect()) {
            return samples;
        }
        ByteBuffer copy = planes == 1 ? staging(samples.capacity()) : ByteBuffer.allocateDirect(samples.capacity());
        return copy.put(0, samples, 0, samples.capacity());
    }

    private ByteBuffer staging(int bytes) {
        ByteBuffer buffer = staging;
        if (buffer == null || buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
            staging = buffer;
        }
        return buffer;
    }
}
