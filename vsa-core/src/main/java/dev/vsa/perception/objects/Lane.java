package dev.vsa.perception.objects;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The tensors of one detector at one input size: pinned, so that each run reads and writes the same memory. What shapes the outputs
 * have is learnt from one run at the beginning. Owned by one detector.
 */
final class Lane implements AutoCloseable {

    private final Session session;
    private final ModelDescription model;
    private final InputSize size;
    private final ByteBuffer input;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private final Decoder decoder;

    /**
     * Makes the tensors.
     *
     * @throws ModelException.WrongShape if the model takes or gives others than its description says
     */
    Lane(Session session, ModelDescription model, InputSize size) {
        this.session = session;
        this.model = model;
        this.size = size;
        int width = size.width();
        int height = size.height();
        boolean bytes = model.input().pixels() == ModelInput.Pixels.UINT8_NHWC_BGRX;
        this.input = direct(bytes ? 4L * width * height : 12L * width * height);
        try {
            inputs.put(
                    session.inputName(),
                    bytes
                            ? OnnxTensor.createTensor(
                                    OnnxRuntime.environment(),
                                    input,
                                    new long[] {1, height, width, 4},
                                    OnnxJavaType.UINT8)
                            : OnnxTensor.createTensor(
                                    OnnxRuntime.environment(), input.asFloatBuffer(), new long[] {1, 3, height, width
                                    }));
            this.decoder = Decoder.of(model, pinOutputs(), size);
        } catch (OrtException e) {
            close();
            throw new ModelException.WrongShape(
                    "model '" + model.name() + "' cannot be run on "
                            + model.input().pixels() + " " + width + "x" + height
                            + "; correct input in its description: " + e.getMessage(),
                    e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<Decoder.Output> pinOutputs() throws OrtException {
        List<Decoder.Output> pinned = new ArrayList<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (Map.Entry<String, OnnxValue> each : result) {
                if (!(each.getValue() instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
                    throw new ModelException.WrongShape("model '" + model.name() + "' gives " + each.getKey() + " as "
                            + each.getValue().getInfo() + "; a tensor of floats is expected");
                }
                TensorInfo info = tensor.getInfo();
                long[] shape = info.getShape();
                ByteBuffer memory = direct(4 * info.getNumElements());
                outputs.put(
                        each.getKey(),
                        OnnxTensor.createTensor(OnnxRuntime.environment(), memory.asFloatBuffer(), shape));
                pinned.add(new Decoder.Output(
                        each.getKey(), LongStream.of(shape).boxed().toList(), memory));
            }
        }
        return pinned;
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    /** The size of the input. */
    InputSize size() {
        return size;
    }

    /** The memory of the input. */
    ByteBuffer input() {
        return input;
    }

    /** Runs the model on what the input holds and adds what it finds. */
    void run(Candidates found) {
        try {
            session.run(inputs, outputs);
        } catch (OrtException e) {
            throw new IllegalStateException("model '" + model.name() + "' failed on a frame", e);
        }
        decoder.decode(found);
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        inputs.clear();
        outputs.clear();
    }
}
