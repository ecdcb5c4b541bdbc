package dev.vsa.bench;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Detections;
import dev.vsa.perception.motion.MotionDetector;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that is made of motion in one frame: luma, exposure, two backgrounds, grid and regions. Beside it, what merely reading
 * the frame's luma costs, and one running average over it in plain floats: the least that any background model does at the
 * camera's own resolution.
 *
 * <p>{@code java -jar benchmarks.jar Motion -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class MotionBenchmark {

    private static final int PICTURES = 32;
    private static final int FRAMES = 1024;
    private static final long SEED = 1;
    private static final long FRAME_NANOS = 80_000_000;

    /** Size of the camera's picture; 320x180 is the analysis resolution itself. */
    @Param({"320x180", "1280x720", "1920x1080"})
    public String size;

    private final MotionDetector motion = new MotionDetector();
    private final Detections regions = new Detections();
    private final ByteBuffer[] planes = new ByteBuffer[PICTURES];
    private Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, 1, 1);
    private byte[] row = {};
    private byte[] copy = {};
    private float[] average = {};
    private final Frame[] frames = new Frame[FRAMES];
    private int next;

    /** Draws a textured road with sensor noise, and two cars on it. */
    @Setup
    public void prepare() {
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        layout = Frame.Layout.packed(PixelFormat.GRAY8, width, height);
        row = new byte[width];
        copy = new byte[width * height];
        average = new float[width * height];
        Random random = new Random(SEED);
        byte[] road = new byte[width * height];
        for (int i = 0; i < road.length; i++) {
            road[i] = (byte) (90 + random.nextInt(12));
        }
        for (int p = 0; p < PICTURES; p++) {
            planes[p] = draw(road, width, height, p, random);
        }
        for (int f = 0; f < FRAMES; f++) {
            frames[f] = Frame.wrap(layout, List.of(planes[f % PICTURES]), f * FRAME_NANOS, 0, () -> {});
        }
    }

    private static ByteBuffer draw(byte[] road, int width, int height, int p, Random random) {
        byte[] luma = road.clone();
        for (int i = 0; i < luma.length; i++) {
            luma[i] += (byte) (random.nextInt(5) - 2);
        }
        for (int y = height / 3; y < height / 2; y++) {
            for (int x = 0; x < width / 6; x++) {
                luma[y * width + (x + p * width / PICTURES) % width] = (byte) 200;
                luma[(y + height / 4) * width + (x + width - p * width / PICTURES) % width] = (byte) 30;
            }
        }
        return ByteBuffer.allocateDirect(luma.length).put(0, luma);
    }

    private int advance() {
        next = (next + 1) % FRAMES;
        return next;
    }

    /** Everything; once in {@value #FRAMES} frames it starts anew, for a frame's time is its own. */
    @Benchmark
    public int motion() {
        int f = advance();
        if (f == 0) {
            motion.reset();
        }
        motion.update(frames[f]);
        regions.clear();
        motion.regions(regions);
        return regions.size();
    }

    /** Reading the luma, by copying it. */
    @Benchmark
    public byte[] readLuma() {
        planes[advance() % PICTURES].get(0, copy);
        return copy;
    }

    /** One running average at full resolution. */
    @Benchmark
    public float[] runningAverage() {
        int width = row.length;
        ByteBuffer plane = planes[advance() % PICTURES];
        for (int at = 0; at < average.length; at += width) {
            plane.get(at, row);
            for (int x = 0; x < width; x++) {
                average[at + x] += 0.05f * ((row[x] & 0xff) - average[at + x]);
            }
        }
        return average;
    }
}
