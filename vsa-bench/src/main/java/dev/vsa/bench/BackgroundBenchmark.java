package dev.vsa.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_video.createBackgroundSubtractorMOG2;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Detections;
import dev.vsa.perception.motion.MotionDetector;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.BackgroundSubtractorMOG2;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Background and motion at analysis resolution, 320x180 grey, a car and sensor noise: ours (two backgrounds, exposure, grid and
 * regions) against OpenCV's mixture of Gaussians. Both read the same pictures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class BackgroundBenchmark {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int PICTURES = 64;
    private static final int FRAMES = 1024;
    private static final long FRAME_NANOS = 80_000_000;
    private static final long SEED = 1;
    private static final int HISTORY = 100;
    private static final double VARIANCE = 16;

    private final Frame[] frames = new Frame[FRAMES];
    private final Mat[] mats = new Mat[PICTURES];
    private final MotionDetector motion = new MotionDetector();
    private final Detections regions = new Detections();
    private Mat mask;
    private BackgroundSubtractorMOG2 mog2;
    private int next;

    /** Draws the pictures. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        byte[] road = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < road.length; i++) {
            road[i] = (byte) (90 + random.nextInt(40));
        }
        ByteBuffer[] planes = new ByteBuffer[PICTURES];
        for (int p = 0; p < PICTURES; p++) {
            byte[] picture = road.clone();
            for (int i = 0; i < picture.length; i++) {
                picture[i] += (byte) (random.nextInt(5) - 2);
            }
            for (int y = 80; y < 110; y++) {
                for (int x = 0; x < 50; x++) {
                    picture[y * WIDTH + (x + p * WIDTH / PICTURES) % WIDTH] = (byte) 30;
                }
            }
            planes[p] = ByteBuffer.allocateDirect(picture.length).put(0, picture);
            mats[p] = new Mat(HEIGHT, WIDTH, CV_8UC1, new BytePointer(planes[p]));
        }
        Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, WIDTH, HEIGHT);
        for (int f = 0; f < FRAMES; f++) {
            frames[f] = Frame.wrap(layout, List.of(planes[f % PICTURES]), f * FRAME_NANOS, 0, () -> {});
        }
        mask = new Mat();
        setNumThreads(1);
        mog2 = createBackgroundSubtractorMOG2(HISTORY, VARIANCE, false);
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        mask.close();
        mog2.close();
        for (Mat mat : mats) {
            mat.close();
        }
    }

    private int advance() {
        next = (next + 1) % FRAMES;
        return next;
    }

    /** Ours: everything that is made of motion. */
    @Benchmark
    public double motion() {
        int f = advance();
        if (f == 0) {
            motion.reset();
        }
        motion.update(frames[f]);
        regions.clear();
        motion.regions(regions);
        return motion.changedShare() + regions.size();
    }

    /** OpenCV: a mixture of Gaussians without shadows. */
    @Benchmark
    public Mat peerOpenCvMog2() {
        mog2.apply(mats[advance() % PICTURES], mask);
        return mask;
    }
}
