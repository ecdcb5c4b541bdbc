package dev.vsa.bench;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.flow.OpticalFlow;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.jspecify.annotations.Nullable;
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
 * Optical flow from 1280x720 luma to a grid of velocities: ours (reduction, background and matching where something changes) against the
 * reduction and OpenCV's DIS, ultrafast, at the same 320x180; its flow is dense and is not gathered into a grid. Walkers cover the named
 * share of the picture: ours costs by what moves, DIS does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class FlowBenchmark {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PICTURES = 32;
    private static final long FRAME_NANOS = 80_000_000;
    private static final long SEED = 1;
    private static final int WALKER_WIDTH = 48;
    private static final int WALKER_HEIGHT = 120;

    /** Walkers: 5 cover 3 % of the picture, 50 a third. */
    @Param({"5", "50"})
    public int walkers;

    private final Luma luma = new Luma();
    private final OpticalFlow flow = new OpticalFlow(luma);
    private final SceneBuilder scene = new SceneBuilder();
    private final ByteBuffer[] planes = new ByteBuffer[PICTURES];
    private final byte[] grey = new byte[Luma.LONG_SIDE * Luma.LONG_SIDE];
    private final Frame.Layout layout = Frame.Layout.packed(PixelFormat.GRAY8, WIDTH, HEIGHT);
    private DISOpticalFlow dis;
    private Mat before;
    private Mat now;
    private Mat dense;
    private int next;
    private long mediaNanos;

    /** Draws the walkers, who go round and round. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        byte[] ground = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = (byte) (90 + random.nextInt(40));
        }
        byte[][] clothes = new byte[walkers][WALKER_WIDTH * WALKER_HEIGHT];
        int[] x = new int[walkers];
        int[] y = new int[walkers];
        for (int w = 0; w < walkers; w++) {
            for (int i = 0; i < clothes[w].length; i++) {
                clothes[w][i] = (byte) (40 + 8 * random.nextInt(20));
            }
            x[w] = random.nextInt(WIDTH);
            y[w] = random.nextInt(HEIGHT - WALKER_HEIGHT);
        }
        for (int p = 0; p < PICTURES; p++) {
            byte[] picture = ground.clone();
            for (int w = 0; w < walkers; w++) {
                // Four pixels a picture, forth and back: the last picture is next to the first.
                int at = x[w] + 4 * (p < PICTURES / 2 ? p : PICTURES - p) * (w % 2 == 0 ? 1 : -1);
                for (int i = 0; i < clothes[w].length; i++) {
                    int column = Math.floorMod(at + i % WALKER_WIDTH, WIDTH);
                    picture[(y[w] + i / WALKER_WIDTH) * WIDTH + column] = clothes[w][i];
                }
            }
            planes[p] = ByteBuffer.allocateDirect(picture.length).put(0, picture);
        }
        setNumThreads(1);
        dis = DISOpticalFlow.create(DISOpticalFlow.PRESET_ULTRAFAST);
        before = new Mat(HEIGHT / 4, WIDTH / 4, CV_8UC1);
        now = new Mat(HEIGHT / 4, WIDTH / 4, CV_8UC1);
        dense = new Mat();
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        dis.close();
        before.close();
        now.close();
        dense.close();
    }

    private void load() {
        next = (next + 1) % PICTURES;
        mediaNanos += FRAME_NANOS;
        try (Frame frame = Frame.wrap(layout, List.of(planes[next]), mediaNanos, 0, () -> {})) {
            luma.load(frame);
        }
    }

    /** Ours. */
    @Benchmark
    public @Nullable Table flow() {
        next = (next + 1) % PICTURES;
        mediaNanos += FRAME_NANOS;
        try (Frame frame = Frame.wrap(layout, List.of(planes[next]), mediaNanos, 0, () -> {})) {
            luma.load(frame);
            scene.begin("bench", mediaNanos, 0, layout.aspect(), HEIGHT);
            return flow.extract(frame, scene.lend());
        }
    }

    /** The same reduction, and DIS between the last two pictures. */
    @Benchmark
    public Mat peerDis() {
        load();
        int[] values = luma.values();
        int samples = luma.width() * luma.height();
        for (int i = 0; i < samples; i++) {
            grey[i] = (byte) (values[i] >> 8);
        }
        try (BytePointer memory = now.data()) {
            memory.put(grey, 0, samples);
        }
        dis.calc(before, now, dense);
        now.copyTo(before);
        return dense;
    }
}
