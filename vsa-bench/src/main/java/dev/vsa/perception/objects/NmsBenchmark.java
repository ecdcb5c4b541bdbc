package dev.vsa.perception.objects;

import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
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
 * Suppression of doubles among boxes of one class, sorting included: ours against OpenCV (through JavaCV; whole pixels) and a list of objects. A fifth to a sixth of the
 * boxes is kept.
 *
 * <p>{@code java -jar benchmarks.jar Nms -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class NmsBenchmark {

    private static final long SEED = 20230828;
    private static final float LIMIT = 0.5f;

    /** Boxes. */
    @Param({"300", "1000"})
    public int n;

    private final Suppression ours = new Suppression(LIMIT, new int[] {0});
    private final Candidates candidates = new Candidates();
    private final List<Box> objects = new ArrayList<>();
    private RectVector rectangles;
    private FloatPointer scores;
    private IntPointer kept;

    private record Box(float left, float top, float right, float bottom, float score) {
        float area() {
            return (right - left) * (bottom - top);
        }

        float overlap(Box b) {
            float w = Math.max(0, Math.min(right, b.right) - Math.max(left, b.left));
            float h = Math.max(0, Math.min(bottom, b.bottom) - Math.max(top, b.top));
            return w * h / (area() + b.area() - w * h);
        }
    }

    /** Makes boxes in clusters of about six. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        List<float[]> places = new ArrayList<>();
        for (int i = 0; i <= n / 6; i++) {
            places.add(
                    new float[] {1900 * random.nextFloat(), 1000 * random.nextFloat(), 10 + 60 * random.nextFloat()});
        }
        rectangles = new RectVector(n);
        scores = new FloatPointer(n);
        kept = new IntPointer(n);
        for (int i = 0; i < n; i++) {
            float[] p = places.get(random.nextInt(places.size()));
            float x = p[0] + 5 * (float) random.nextGaussian();
            float y = p[1] + 5 * (float) random.nextGaussian();
            Box box = new Box(x, y, x + p[2], y + 2 * p[2], 0.25f + 0.75f * random.nextFloat());
            objects.add(box);
            rectangles.put(i, new Rect((int) box.left, (int) box.top, (int) (box.right - box.left), (int)
                    (box.bottom - box.top)));
            scores.put(i, box.score);
            candidates.add(box.left, box.top, box.right, box.bottom, box.score, 0);
        }
    }

    /** Ours. */
    @Benchmark
    public int ours() {
        return ours.run(candidates);
    }

    /** OpenCV's, its vectors filled beforehand. */
    @Benchmark
    public long peerOpenCv() {
        NMSBoxes(rectangles, scores, 0, LIMIT, kept);
        return kept.limit();
    }

    /** Lists of objects. */
    @Benchmark
    public int peerListOfObjects() {
        List<Box> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparingDouble(Box::score).reversed());
        List<Box> kept = new ArrayList<>();
        for (Box box : sorted) {
            if (kept.stream().noneMatch(k -> k.overlap(box) > LIMIT)) {
                kept.add(box);
            }
        }
        return kept.size();
    }
}
