package dev.vsa.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.luma.Luma;
import dev.vsa.perception.motion.Gate;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
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
 * Whether anything changed in a picture of 320x180 in which nothing did, which takes longest: ours, by samples, against OpenCV's
 * difference of all pixels, a threshold and a count.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class GateBenchmark {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int PICTURES = 16;
    private static final long SEED = 1;
    private static final double STEP = 11;

    private final Luma[] lumas = new Luma[PICTURES];
    private final Mat[] mats = new Mat[PICTURES];
    private final Gate gate = new Gate(Integer.MAX_VALUE);
    private Mat difference;
    private Mat mask;
    private int next;

    /** Draws a textured ground with the noise of a sensor. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        byte[] ground = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = (byte) (60 + random.nextInt(100));
        }
        Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, WIDTH, HEIGHT);
        for (int p = 0; p < PICTURES; p++) {
            byte[] picture = ground.clone();
            for (int i = 0; i < picture.length; i++) {
                picture[i] += (byte) (random.nextInt(5) - 2);
            }
            ByteBuffer plane = ByteBuffer.allocateDirect(picture.length).put(0, picture);
            mats[p] = new Mat(HEIGHT, WIDTH, CV_8UC1, new BytePointer(plane));
            lumas[p] = new Luma();
            try (Frame frame = Frame.wrap(layout, List.of(plane), p, 0, () -> {})) {
                lumas[p].load(frame);
            }
        }
        gate.looked(lumas[0], 0);
        setNumThreads(1);
        difference = new Mat();
        mask = new Mat();
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        difference.close();
        mask.close();
        for (Mat mat : mats) {
            mat.close();
        }
    }

    /** Ours. */
    @Benchmark
    public boolean gate() {
        next = (next + 1) % PICTURES;
        return gate.open(lumas[next], 1);
    }

    /** OpenCV's. */
    @Benchmark
    public int peerOpenCv() {
        next = (next + 1) % PICTURES;
        absdiff(mats[next], mats[0], difference);
        threshold(difference, mask, STEP, 255, THRESH_BINARY);
        return countNonZero(mask);
    }
}
