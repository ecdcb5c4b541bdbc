package dev.vsa.perception.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelInput.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The tensors of one user of a session, for one shape of input: pinned, so that each run reads and writes the same memory, and
 * allocates nothing but what the ONNX Runtime's binding does. What shapes the outputs have is learnt from one run at the beginning.
 *
 * <p>Owned by one user, who closes it: before the session or after it. One thread at a time.
 */
public final class Lane implements AutoCloseable {

    private final Session session;
    private final ByteBuffer input;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    private final List<Output> outputs = new ArrayList<>();

    /**
     * Makes the tensors, and runs the model once on zeros.
     *
     * @param session the model; it has one input, and its outputs are floats
     * @param pixels type, order and place of the input's samples; a batch is one picture
     * @param width columns of the input
     * @param height rows of the input
     * @throws ModelException.WrongShape if the model takes or gives others
     * @throws IllegalStateException if the session is closed
     */
    public Lane(Session session, Pixels pixels, int width, int height) {
        this.session = session;
        long samples = Math.multiplyExact((long) width, height);
        this.input = direct(
                switch (pixels) {
                    case UINT8_NHWC_BGRX, FLOAT_NCHW_GRAY -> 4 * samples;
                    case FLOAT_NCHW_BGR, FLOAT_NCHW_RGB, INT32_NHWC_RGB -> 12 * samples;
                });
        try {
            inputs.put(session.inputName(), inputTensor(pixels, width, height));
            pinOutputs();
        } catch (OrtException e) {
            close();
            throw new ModelException.WrongShape(
                    "model '" + session.model() + "' cannot be run on " + pixels + " " + width + "x" + height
                            + "; correct input in its description: " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private OnnxTensor inputTensor(Pixels pixels, int width, int height) throws OrtException {
        OrtEnvironment environment = OnnxRuntime.environment();
        return switch (pixels) {
            case UINT8_NHWC_BGRX ->
                OnnxTensor.createTensor(environment, input, new long[] {1, height, width, 4}, OnnxJavaType.UINT8);
            case INT32_NHWC_RGB ->
                OnnxTensor.createTensor(environment, input.asIntBuffer(), new long[] {1, height, width, 3});
            case FLOAT_NCHW_BGR, FLOAT_NCHW_RGB ->
                OnnxTensor.createTensor(environment, input.asFloatBuffer(), new long[] {1, 3, height, width});
            case FLOAT_NCHW_GRAY ->
                OnnxTensor.createTensor(environment, input.asFloatBuffer(), new long[] {1, 1, height, width});
        };
    }

    private void pinOutputs() throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            for (Map.Entry<String, OnnxValue> each : result) {
                if (!(each.getValue() instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
                    throw new ModelException.WrongShape("model '" + session.model() + "' gives " + each.getKey()
                            + " as " + each.getValue().getInfo() + "; a tensor of floats is expected");
                }
                TensorInfo info = tensor.getInfo();
                long[] shape = info.getShape();
                ByteBuffer memory = direct(Float.BYTES * info.getNumElements());
                tensors.put(
                        each.getKey(),
                        OnnxTensor.createTensor(OnnxRuntime.environment(), memory.asFloatBuffer(), shape));
                outputs.add(
                        new Output(each.getKey(), LongStream.of(shape).boxed().toList(), memory));
            }
        }
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    /** The memory of the input, in native order. */
    public ByteBuffer input() {
        return input;
    }

    /** The outputs, in the model's order; their memory holds what the last run wrote. */
    public List<Output> outputs() {
        return List.copyOf(outputs);
    }

    /**
     * Runs the model on what the input holds, into the memory of the outputs.
     *
     * @throws IllegalStateException if the session is closed, or the model fails
     */
    public void run() {
        try {
            session.run(inputs, tensors);
        } catch (OrtException e) {
            throw new IllegalStateException("model '" + session.model() + "' failed on a frame", e);
        }
    }

    /** Frees the tensors; the session stays open. Closing again does nothing. */
    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        tensors.values().forEach(OnnxTensor::close);
        inputs.clear();
        tensors.clear();
    }
}
