package dev.vsa.bench;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/**
 * A simulated recording of a street camera: fine texture, sensor noise, cars and walkers, and the stream that such a camera sends;
 * the same for the same size. Made once in the folder for temporary files, for a benchmark must not depend on data that a reader does
 * not have.
 *
 * <p>What it is like, and why: a constant {@value #BITS_PER_PIXEL} bits a pixel, which is 2 Mbit/s at 720p and 25 frames a second, 4.4
 * at 1080p, as camera makers set them for H.264 (the real recordings that the library is judged by have .02 to .30, in the median
 * .10); a key frame every two seconds, no pictures that refer forward, context-adaptive arithmetic coding, which is what cameras' main
 * and high profiles have; noise of {@value #NOISE} levels of 255 a pixel, anew in each picture: 42 dB, a small sensor by daylight. Without
 * noise nearly every block of a standing street is coded as "as before", and a picture is decoded in half the time of a real one.
 */
public final class BenchClip {

    public static final double FPS = 25;

    private static final int CARS = 6;
    private static final int WALKERS = 14;
    private static final long SEED = 20240726;
    private static final double BITS_PER_PIXEL = 0.088;
    private static final double NOISE = 2;
    private static final int KEY_FRAME_SECONDS = 2;
    /** Part of the file's name: what was made by an earlier recipe is not taken for this one. */
    private static final int RECIPE = 2;
    /** A prime, that rows do not repeat each other. */
    private static final int NOISE_VALUES = 131_071;

    private BenchClip() {}

    /**
     * The clip of a size.
     *
     * @param size as in 1280x720
     * @param seconds its length
     * @throws IOException if it cannot be made
     */
    public static Path of(String size, int seconds) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "vsa-bench");
        Path clip = folder.resolve("street-" + RECIPE + "-" + size + "-" + seconds + "s.mp4");
        if (Files.isRegularFile(clip)) {
            return clip;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "part", ".mp4");
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        av_log_set_level(AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = recorder(part, width, height)) {
            recorder.start();
            paint(recorder, width, height, (int) (seconds * FPS));
            recorder.stop();
        }
        Files.move(part, clip, StandardCopyOption.REPLACE_EXISTING);
        return clip;
    }

    private static FFmpegFrameRecorder recorder(Path file, int width, int height) {
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(AV_CODEC_ID_H264);
        recorder.setVideoCodecName("libopenh264");
        recorder.setVideoOption("profile", "high");
        recorder.setVideoOption("coder", "cabac");
        recorder.setVideoOption("rc_mode", "bitrate");
        recorder.setVideoOption("allow_skip_frames", "0");
        recorder.setVideoOption("threads", "1");
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(FPS);
        recorder.setVideoBitrate((int) (BITS_PER_PIXEL * width * height * FPS));
        recorder.setGopSize((int) (KEY_FRAME_SECONDS * FPS));
        recorder.setMaxBFrames(0);
        return recorder;
    }

    private static void paint(FFmpegFrameRecorder recorder, int width, int height, int frames)
            throws FrameRecorder.Exception {
        BufferedImage street = street(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(Integer.BYTES * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(SEED);
        byte[] noise = new byte[NOISE_VALUES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(NOISE * random.nextGaussian());
        }
        for (int frame = 0; frame < frames; frame++) {
            Graphics2D g = image.createGraphics();
            g.drawImage(street, 0, 0, null);
            traffic(g, width, height, frame / FPS);
            g.dispose();
            int at = 0;
            for (int i = 0; i < pixels.length; i++) {
                at = i % width == 0 ? random.nextInt(NOISE_VALUES) : at + 1;
                at = at == NOISE_VALUES ? 0 : at;
                pixels[i] = shifted(pixels[i], noise[at]);
            }
            bytes.asIntBuffer().put(pixels);
            recorder.recordImage(width, height, Frame.DEPTH_UBYTE, 4, 4 * width, AV_PIX_FMT_BGR0, bytes.position(0));
        }
    }

    /** Slabs, and grain in them: asphalt, leaves and walls are not flat. */
    private static BufferedImage street(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(SEED);
        int cell = Math.max(2, height / 90);
        for (int y = 0; y < height; y += cell) {
            for (int x = 0; x < width; x += cell) {
                int level = (y > height / 3 ? 90 : 150) + random.nextInt(40);
                int rgb = level << 16 | (level + random.nextInt(10)) << 8 | level - random.nextInt(10);
                for (int dy = 0; dy < cell && y + dy < height; dy++) {
                    for (int dx = 0; dx < cell && x + dx < width; dx++) {
                        image.setRGB(x + dx, y + dy, shifted(rgb, random.nextInt(25) - 12));
                    }
                }
            }
        }
        return image;
    }

    private static void traffic(Graphics2D g, int width, int height, double seconds) {
        Random random = new Random(SEED);
        for (int i = 0; i < CARS; i++) {
            double speed = (0.1 + 0.2 * random.nextDouble()) * (i % 2 == 0 ? 1 : -1);
            double x = (((random.nextDouble() + speed * seconds) % 1 + 1) % 1 * 1.3 - 0.15) * width;
            int y = (int) (height * (0.45 + 0.08 * i));
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
            g.fillRoundRect((int) x, y, width / 7, height / 9, height / 40, height / 40);
            g.setColor(new Color(30, 30, 40));
            g.fillRect((int) x + width / 50, y + height / 80, width / 12, height / 30);
        }
        for (int i = 0; i < WALKERS; i++) {
            double speed = 0.03 * (random.nextDouble() - 0.5);
            double x = ((random.nextDouble() + speed * seconds) % 1 + 1) % 1 * width;
            int y = (int) (height * (0.3 + 0.5 * random.nextDouble()));
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.6f));
            g.fillRect((int) x, y, height / 22, height / 9);
            g.setColor(new Color(210, 170, 140));
            g.fillOval((int) x, y - height / 30, height / 26, height / 26);
        }
    }

    private static int shifted(int rgb, int step) {
        return shift(rgb >> 16, step) << 16 | shift(rgb >> 8, step) << 8 | shift(rgb, step);
    }

    private static int shift(int level, int step) {
        return Math.max(0, Math.min(255, (level & 0xff) + step));
    }
}
