package dev.vsa.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The model that this library ships, run as a careful Java programmer runs it: one session of one thread for all cameras, an input
 * tensor over memory that is kept, outputs fetched as float arrays.
 */
public final class NanoDet implements AutoCloseable {

    /** How many classes it scores. */
    static final int CLASSES = 80;

    private static final double[] MEAN = {103.53, 116.28, 123.675};
    private static final double[] STD = {57.375, 57.12, 58.395};

    private final OrtSession session;
    private final String input;
    private final boolean bytes;
    final int width;
    final int height;

    private NanoDet(OrtSession session, boolean bytes, int width, int height) {
        this.session = session;
        this.input = session.getInputNames().iterator().next();
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /**
     * Opens it.
     *
     * @param model the file's content; its input is bytes as blue, green, red and nothing, or normalised float planes
     * @param bytes which of the two
     * @param width columns of its input
     * @param height rows of its input
     * @throws OrtException if it cannot be opened
     */
    public static NanoDet open(byte[] model, boolean bytes, int width, int height) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options);
            return new NanoDet(session, bytes, width, height);
        }
    }

    /** One user's input; one thread at a time. */
    final class Input implements AutoCloseable {

        private final ByteBuffer memory =
                ByteBuffer.allocateDirect((bytes ? 4 : 12) * width * height).order(ByteOrder.nativeOrder());
        private final Mat picture = bytes ? new Mat(height, width, CV_8UC4, new BytePointer(memory)) : new Mat();
        private final float[] row = bytes ? new float[0] : new float[3 * width];

        /** Takes in a picture of the model's size, blue, green and red. */
        void set(Mat scaled) {
            if (bytes) {
                cvtColor(scaled, picture, COLOR_BGR2BGRA);
                return;
            }
            scaled.convertTo(picture, CV_32FC3);
            FloatBuffer from = picture.createBuffer();
            FloatBuffer to = memory.asFloatBuffer();
            for (int y = 0; y < height; y++) {
                from.get(row);
                for (int c = 0; c < 3; c++) {
                    float mean = (float) MEAN[c];
                    float scale = (float) (1 / STD[c]);
                    int at = c * width * height + y * width;
                    for (int x = 0; x < width; x++) {
                        to.put(at + x, (row[3 * x + c] - mean) * scale);
                    }
                }
            }
        }

        /** Runs the model on it: scores of the classes, then distributions of the sides. */
        float[][] run() throws OrtException {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OnnxTensor tensor = bytes
                            ? OnnxTensor.createTensor(
                                    environment, memory, new long[] {1, height, width, 4}, OnnxJavaType.UINT8)
                            : OnnxTensor.createTensor(
                                    environment, memory.asFloatBuffer(), new long[] {1, 3, height, width});
                    OrtSession.Result result = session.run(Map.of(input, tensor))) {
                float[][] outputs = new float[2][];
                for (int i = 0; i < 2; i++) {
                    OnnxTensor output = (OnnxTensor) result.get(i);
                    long[] shape = output.getInfo().getShape();
                    FloatBuffer values = output.getFloatBuffer();
                    float[] copy = new float[values.remaining()];
                    values.get(copy);
                    outputs[shape[shape.length - 1] == CLASSES ? 0 : 1] = copy;
                }
                return outputs;
            }
        }

        @Override
        public void close() {
            picture.close();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
