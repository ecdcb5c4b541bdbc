package dev.vsa.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.vsa.bench.peer.OrtCInterface;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.perception.inference.Lane;
import dev.vsa.perception.inference.Output;
import dev.vsa.perception.inference.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One run of the object model, 416x256, one thread, on noise: the shipped int8 model through pinned tensors, the same by ONNX Runtime's C
 * interface where it was built, through a new tensor and getValue(), and its fp32 twin (stored as fp16) where a developer has it. The
 * models' accuracy stands in docs/models.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class InferenceBenchmark {

    private static final int WIDTH = 416;
    private static final int HEIGHT = 256;
    private static final long[] SHAPE = {1, HEIGHT, WIDTH, 4};
    /** So many runs a message, that the pipe to the other process costs next to nothing. */
    private static final int RUNS = 8;
    /** Sums of some hundred thousand floats, in another order. */
    private static final double SAME = 1e-4;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Lane int8;
    private Lane fp32;
    private OrtEnvironment environment;
    private OrtSession naive;
    private String input = "";
    private @Nullable OrtCInterface cInterface;

    /** The fp32 model, on a developer's machine. */
    public static Path fp32() {
        return SharedData.file("models/nanodet_g/nanodet_g_fp16w.onnx");
    }

    /** What is missing to measure it, for people; "" if nothing. */
    public static String missingFp32() {
        return Files.isRegularFile(fp32())
                ? ""
                : "the fp32 model of the shipped one does not ship and is not here: " + fp32()
                        + "; VSA_SHARED names another folder than the one before models/";
    }

    /** Opens the models. */
    @Setup
    public void prepare() throws IOException, OrtException {
        byte[] shipped = ModelFile.builtIn().read();
        Session session = Session.open("int8", shipped, 1);
        int8 = new Lane(session, Pixels.UINT8_NHWC_BGRX, WIDTH, HEIGHT);
        open.add(int8);
        open.add(session);
        if (missingFp32().isEmpty()) {
            Session full = Session.open("fp32", Files.readAllBytes(fp32()), 1);
            fp32 = new Lane(full, Pixels.FLOAT_NCHW_BGR, WIDTH, HEIGHT);
            open.add(fp32);
            open.add(full);
        }
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        naive = environment.createSession(shipped, options);
        open.add(naive);
        input = naive.getInputNames().iterator().next();
        for (int i = 0; i < int8.input().capacity(); i++) {
            int8.input().put(i, (byte) (31 * i));
        }
    }

    /** Closes them. */
    @TearDown
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** Ours: int8, pinned. */
    @Benchmark
    public ByteBuffer int8() {
        int8.run();
        return int8.input();
    }

    /** Ours: fp32, pinned. */
    @Benchmark
    public ByteBuffer fp32Pinned() {
        fp32.run();
        return fp32.input();
    }

    /** The int8 model by the C interface of the same library, with tensors made once. */
    @Benchmark
    @OperationsPerInvocation(RUNS)
    public double peerCInterface() throws IOException {
        if (cInterface == null) {
            cInterface = OrtCInterface.start(ModelFile.builtIn().read(), RUNS, int8.input(), SHAPE);
            open.add(cInterface);
            double ours = outputs();
            double theirs = cInterface.run();
            if (Math.abs(ours - theirs) > SAME * Math.abs(ours)) {
                throw new IllegalStateException("the outputs differ: " + ours + " and " + theirs);
            }
        }
        return cInterface.run();
    }

    private double outputs() {
        int8.run();
        double sum = 0;
        for (Output output : int8.outputs()) {
            FloatBuffer values = output.floats();
            while (values.hasRemaining()) {
                sum += values.get();
            }
        }
        return sum;
    }

    /** The int8 model as most programs call it: a new tensor in, a nested array out. */
    @Benchmark
    public int peerNewTensors() throws OrtException {
        int sum = 0;
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, int8.input(), SHAPE, OnnxJavaType.UINT8);
                OrtSession.Result result = naive.run(Map.of(input, tensor))) {
            for (Map.Entry<String, OnnxValue> each : result) {
                sum += ((float[][][]) each.getValue().getValue()).length;
            }
        }
        return sum;
    }
}
