package dev.vsa.perception.tracking;

import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.util.ArrayList;
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
 * The overlaps of targets and detections in one frame: ours, a sweep over left sides that finds the pairs which can belong together,
 * sorting included, against the matrix of all pairs of plain objects.
 *
 * <p>{@code java -jar benchmarks.jar Overlap -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class OverlapBenchmark {

    private static final long SEED = 20240726;
    private static final long FRAME_NANOS = 80_000_000;
    private static final double ASPECT = 16 / 9.0;

    /** Targets, and detections. */
    @Param({"300", "1000"})
    public int n;

    private final List<Target> targets = new ArrayList<>();
    private final Candidates seen = new Candidates();
    private final Sweep sweep = new Sweep();
    private final List<Box> before = new ArrayList<>();
    private final List<Box> now = new ArrayList<>();
    private double[][] matrix = {};

    private record Box(double left, double top, double right, double bottom) {
        double area() {
            return (right - left) * (bottom - top);
        }

        double overlap(Box b) {
            double w = Math.max(0, Math.min(right, b.right) - Math.max(left, b.left));
            double h = Math.max(0, Math.min(bottom, b.bottom) - Math.max(top, b.top));
            return w * h / (area() + b.area() - w * h);
        }
    }

    /** Makes a crowd, and the same a frame later. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        Detections first = new Detections();
        Detections second = new Detections();
        float height = 0.9f / (float) Math.sqrt(n);
        float width = 0.4f * height / (float) ASPECT;
        for (int i = 0; i < n; i++) {
            float x = (1 - width) * random.nextFloat();
            float y = (1 - height) * random.nextFloat();
            add(x, y, width, height, first, before);
            float dx = 0.1f * width * (float) random.nextGaussian();
            float dy = 0.1f * height * (float) random.nextGaussian();
            add(x + dx, y + dy, width, height, second, now);
        }
        Candidates known = new Candidates();
        known.load(first, ASPECT, 0);
        for (int i = 0; i < known.size(); i++) {
            Target target = new Target();
            target.start(known, i, 0);
            target.expect(FRAME_NANOS);
            targets.add(target);
        }
        seen.load(second, ASPECT, 0);
        matrix = new double[n][n];
    }

    private static void add(float x, float y, float width, float height, Detections boxes, List<Box> objects) {
        boxes.add(x, y, x + width, y + height, 0.8f, Role.PERSON, "person");
        objects.add(new Box(x, y, x + width, y + height));
    }

    /** Ours. */
    @Benchmark
    public int sweep() {
        sweep.collect(targets, targets.size(), seen);
        return sweep.size();
    }

    /** Plain objects, every pair. */
    @Benchmark
    public double[][] peerMatrix() {
        for (int i = 0; i < n; i++) {
            Box box = before.get(i);
            for (int k = 0; k < n; k++) {
                matrix[i][k] = box.overlap(now.get(k));
            }
        }
        return matrix;
    }
}
