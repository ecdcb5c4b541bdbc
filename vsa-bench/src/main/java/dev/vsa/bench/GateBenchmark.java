package dev.vsa.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.absdiff;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
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
import org.bytedeco.opencv.opencv_core.Size;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whether anything changed in a picture in which nothing did, which takes longest: ours, by samples, against OpenCV's difference of all
 * pixels, a threshold and a count. Ours alone, on brightness that is there already for everything else that looks at it, and together
 * with reading that brightness from the camera's picture; there the peer makes its small picture as well, of means as ours is, or of
 * points between the nearest pixels, which reads four of each 36 at 1080p and keeps the sensor's noise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class GateBenchmark {

    private static final int PICTURES = 16;
    private static final long SEED = 1;
    private static final double STEP = 11;

    /** Size of the camera's picture; 320x180 is the analysis resolution itself. */
    @Param({"320x180", "640x360", "1920x1080"})
    public String size = "320x180";

    private final Luma[] lumas = new Luma[PICTURES];
    private final Frame[] frames = new Frame[PICTURES];
    private final Luma luma = new Luma();
    private final Mat[] mats = new Mat[PICTURES];
    private final Gate gate = new Gate(Integer.MAX_VALUE);
    private Mat difference;
    private Mat mask;
    private Mat small;
    private Mat smallBefore;
    private Size smallSize;
    private int next;

    /** Draws a textured ground with the noise of a sensor. */
    @Setup
    public void prepare() {
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        Random random = new Random(SEED);
        byte[] ground = new byte[width * height];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = (byte) (60 + random.nextInt(100));
        }
        Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, width, height);
        for (int p = 0; p < PICTURES; p++) {
            byte[] picture = ground.clone();
            for (int i = 0; i < picture.length; i++) {
                picture[i] += (byte) (random.nextInt(5) - 2);
            }
            ByteBuffer plane = ByteBuffer.allocateDirect(picture.length).put(0, picture);
            mats[p] = new Mat(height, width, CV_8UC1, new BytePointer(plane));
            lumas[p] = new Luma();
            frames[p] = Frame.wrap(layout, List.of(plane), p, 0, () -> {});
            lumas[p].load(frames[p]);
        }
        gate.looked(lumas[0], 0);
        setNumThreads(1);
        difference = new Mat();
        mask = new Mat();
        small = new Mat();
        smallBefore = new Mat();
        smallSize = new Size(lumas[0].width(), lumas[0].height());
        resize(mats[0], smallBefore, smallSize, 0, 0, INTER_AREA);
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        difference.close();
        mask.close();
        small.close();
        smallBefore.close();
        smallSize.close();
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

    /** Ours, reading the picture's brightness included. */
    @Benchmark
    public boolean lumaAndGate() {
        next = (next + 1) % PICTURES;
        luma.load(frames[next]);
        return gate.open(luma, 1);
    }

    /** OpenCV's. */
    @Benchmark
    public int peerOpenCv() {
        next = (next + 1) % PICTURES;
        return changed(mats[next], mats[0]);
    }

    /** OpenCV's, on a small picture of means. */
    @Benchmark
    public int peerOpenCvOfMeans() {
        return reducedBy(INTER_AREA);
    }

    /** OpenCV's, on a small picture of points. */
    @Benchmark
    public int peerOpenCvOfPoints() {
        return reducedBy(INTER_LINEAR);
    }

    private int reducedBy(int interpolation) {
        next = (next + 1) % PICTURES;
        resize(mats[next], small, smallSize, 0, 0, interpolation);
        return changed(small, smallBefore);
    }

    private int changed(Mat picture, Mat before) {
        absdiff(picture, before, difference);
        threshold(difference, mask, STEP, 255, THRESH_BINARY);
        return countNonZero(mask);
    }
}
