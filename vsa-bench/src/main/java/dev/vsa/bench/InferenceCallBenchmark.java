package dev.vsa.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.vsa.bench.peer.OrtCInterface;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.perception.inference.Lane;
import dev.vsa.perception.inference.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
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
 * The price of a call into ONNX Runtime, by a model that only copies 12 floats: ours, whose input and outputs are pinned, against the
 * two ways in which most Java programs call it, and against its C interface, where it was built. One thread each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class InferenceCallBenchmark {

    private static final int SIDE = 2;
    private static final int FLOATS = 3 * SIDE * SIDE;
    private static final long[] SHAPE = {1, 3, SIDE, SIDE};
    /** So many calls a message, that the pipe to the other process costs next to nothing. */
    private static final int CALLS = 20_000;

    private final float[] heap = new float[FLOATS];
    private final float[][][][] nested = new float[1][3][SIDE][SIDE];
    private Session session;
    private Lane lane;
    private OrtEnvironment environment;
    private OrtSession naive;
    private @Nullable OrtCInterface cInterface;

    /** Opens the model twice. */
    @Setup
    public void prepare() throws OrtException {
        byte[] model = TinyModel.identity(SIDE, SIDE);
        session = Session.open("tiny", model, 1);
        lane = new Lane(session, Pixels.FLOAT_NCHW_RGB, SIDE, SIDE);
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        naive = environment.createSession(model, options);
    }

    /** Closes both. */
    @TearDown
    public void close() throws OrtException, IOException {
        if (cInterface != null) {
            cInterface.close();
        }
        lane.close();
        session.close();
        naive.close();
    }

    /** Ours: input and outputs pinned. */
    @Benchmark
    public ByteBuffer pinned() {
        lane.run();
        return lane.input();
    }

    /** By the C interface of the same library, with tensors made once. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public double peerCInterface() throws IOException {
        if (cInterface == null) {
            cInterface = OrtCInterface.start(TinyModel.identity(SIDE, SIDE), CALLS, lane.input(), SHAPE);
        }
        return cInterface.run();
    }

    /** A heap buffer in, a nested array out. */
    @Benchmark
    public Object peerHeapBuffer() throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(heap), SHAPE)) {
            return run(input);
        }
    }

    /** Nested arrays in and out. */
    @Benchmark
    public Object peerNestedArray() throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, nested)) {
            return run(input);
        }
    }

    private Object run(OnnxTensor input) throws OrtException {
        try (OrtSession.Result result = naive.run(Map.of("in", input))) {
            return result.get(0).getValue();
        }
    }
}
