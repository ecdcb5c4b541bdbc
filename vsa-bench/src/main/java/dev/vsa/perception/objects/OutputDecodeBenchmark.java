package dev.vsa.perception.objects;

import dev.vsa.model.ModelClass;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelFamily;
import dev.vsa.model.ModelHead;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import dev.vsa.model.ModelOrigin;
import dev.vsa.model.ModelThresholds;
import dev.vsa.perception.inference.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Outputs of a model for 416x416 (3549 cells, 80 classes; 100 cells with an object) to boxes: ours, reading them where they lie,
 * against the best class of each cell looked for score by score in a float[], and against one pass that only adds them up.
 *
 * <p>{@code java -jar benchmarks.jar OutputDecode -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class OutputDecodeBenchmark {

    private static final int SIDE = 416;
    private static final int CELLS = 3549;
    private static final int CLASSES = 80;
    private static final int OBJECTS = 100;
    private static final long SEED = 20230828;

    private final Candidates found = new Candidates();
    private final float[] heap = new float[CELLS * CLASSES];
    private final int[] best = new int[CELLS];
    private Decoder nanodet;
    private Decoder yolox;

    /** Makes outputs as a model gives them: nearly all scores are next to nothing. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        ByteBuffer scores = floats(CELLS * CLASSES);
        ByteBuffer boxes = floats(CELLS * 44);
        ByteBuffer rows = floats(CELLS * (5 + CLASSES));
        for (int i = 0; i < heap.length; i++) {
            heap[i] = 0.02f * random.nextFloat();
        }
        for (int i = 0; i < OBJECTS; i++) {
            int at = random.nextInt(CELLS) * CLASSES;
            heap[at + random.nextInt(CLASSES)] = 0.3f + 0.6f * random.nextFloat();
        }
        scores.asFloatBuffer().put(0, heap);
        for (int i = 0; i < CELLS * 44; i++) {
            boxes.putFloat(4 * i, (float) random.nextGaussian());
        }
        for (int cell = 0; cell < CELLS; cell++) {
            float most = 0;
            for (int c = 0; c < CLASSES; c++) {
                most = Math.max(most, heap[cell * CLASSES + c]);
                rows.putFloat(4 * (cell * 85 + 5 + c), heap[cell * CLASSES + c]);
            }
            rows.putFloat(4 * (cell * 85 + 4), most);
        }
        nanodet = Decoder.of(
                model(ModelFamily.NANODET, 11),
                List.of(output("scores", CLASSES, scores), output("boxes", 44, boxes)),
                new InputSize(SIDE, SIDE));
        yolox = Decoder.of(model(ModelFamily.YOLOX, 0), List.of(output("output", 85, rows)), new InputSize(SIDE, SIDE));
    }

    private static ByteBuffer floats(int n) {
        return ByteBuffer.allocateDirect(4 * n).order(ByteOrder.nativeOrder());
    }

    private static Output output(String name, long columns, ByteBuffer data) {
        return new Output(name, List.of(1L, (long) CELLS, columns), data);
    }

    private static ModelDescription model(ModelFamily family, int bins) {
        return new ModelDescription(
                "measured",
                family,
                IntStream.range(0, CLASSES)
                        .mapToObj(i -> ModelClass.of("thing" + i))
                        .toList(),
                new ModelInput(
                        Pixels.FLOAT_NCHW_BGR, 0, 0, Resize.STRETCH, 0, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)),
                new ModelHead(List.of(8, 16, 32), bins, 0.5),
                ModelThresholds.DEFAULT,
                new ModelOrigin("x.onnx", 0, Optional.empty(), "none", List.of()));
    }

    /** Ours, NanoDet: scores and boxes. */
    @Benchmark
    public int nanodet() {
        found.clear();
        nanodet.decode(found);
        return found.size();
    }

    /** Ours, YOLOX. */
    @Benchmark
    public int yolox() {
        found.clear();
        yolox.decode(found);
        return found.size();
    }

    /** The best class of each cell, score by score; no boxes. */
    @Benchmark
    public int[] peerArgmaxOfHeapArray() {
        for (int cell = 0; cell < CELLS; cell++) {
            int at = cell * CLASSES;
            int top = 0;
            for (int c = 1; c < CLASSES; c++) {
                if (heap[at + c] > heap[at + top]) {
                    top = c;
                }
            }
            best[cell] = top;
        }
        return best;
    }
}
