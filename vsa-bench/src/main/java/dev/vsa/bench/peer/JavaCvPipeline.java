package dev.vsa.bench.peer;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxes;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_video.createBackgroundSubtractorMOG2;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.BackgroundSubtractorMOG2;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * The pipeline that a careful Java programmer builds of well-known parts: JavaCV's grabber, OpenCV's resize, ONNX Runtime with the very
 * model that this library ships, NMSBoxes, a mixture of Gaussians and DIS optical flow (ultrafast) on 320x180 grey, a plain tracker. It
 * follows objects, and makes the motion and the flow that events are judged by; it judges no event, which is in its favour.
 */
public final class JavaCvPipeline implements AutoCloseable {

    private static final int SMALL_WIDTH = 320;
    private static final int SMALL_HEIGHT = 180;
    private static final int CLASSES = 80;
    private static final int BINS = 11;
    private static final float CONFIDENCE = 0.4f;
    private static final float OVERLAP = 0.5f;
    private static final int HISTORY = 100;
    private static final double VARIANCE = 16;
    private static final int MOST_BOXES = 1000;

    private final int width;
    private final int height;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String inputName;
    private final Mat scaled = new Mat();
    private final ByteBuffer input;
    private final Mat inputPicture;
    private final Mat small = new Mat();
    private final Mat grey = new Mat();
    private final Mat before = new Mat();
    private final Mat mask = new Mat();
    private final Mat flow = new Mat();
    private final BackgroundSubtractorMOG2 background = createBackgroundSubtractorMOG2(HISTORY, VARIANCE, false);
    private final DISOpticalFlow optical = DISOpticalFlow.create(DISOpticalFlow.PRESET_ULTRAFAST);
    private final MatrixTracker tracker = new MatrixTracker();
    private final IntPointer kept = new IntPointer(MOST_BOXES);

    /**
     * Opens the model.
     *
     * @param model the model's bytes: NanoDet, 80 classes, 11 bins, bytes as blue, green, red and nothing
     * @param width columns of its input
     * @param height rows of its input
     * @throws OrtException if it cannot be opened
     */
    public JavaCvPipeline(byte[] model, int width, int height) throws OrtException {
        setNumThreads(1); // a thread for each camera is enough to fill the cores
        av_log_set_level(AV_LOG_ERROR);
        this.width = width;
        this.height = height;
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        session = environment.createSession(model, options);
        inputName = session.getInputNames().iterator().next();
        input = ByteBuffer.allocateDirect(4 * width * height).order(ByteOrder.nativeOrder());
        inputPicture = new Mat(height, width, CV_8UC4, new BytePointer(input));
    }

    /**
     * Runs a recording from its first picture to its last.
     *
     * @param clip the recording
     * @param every each how many pictures one is analysed
     * @return objects followed, summed over the analysed pictures
     * @throws FrameGrabber.Exception if it cannot be read
     * @throws OrtException if the model fails
     */
    public long run(Path clip, double every) throws FrameGrabber.Exception, OrtException {
        long followed = 0;
        double due = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.toFile())) {
            grabber.setVideoOption("threads", "1");
            grabber.start();
            Frame frame;
            for (int i = 0; (frame = grabber.grabImage()) != null; i++) {
                if (i >= due) {
                    due += every;
                    followed += analyse(frame);
                }
            }
        }
        return followed;
    }

    private int analyse(Frame frame) throws OrtException {
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        try (BytePointer memory = new BytePointer(pixels);
                Mat picture = new Mat(frame.imageHeight, frame.imageWidth, CV_8UC3, memory, frame.imageStride)) {
            motion(picture);
            try (Size size = new Size(width, height)) {
                resize(picture, scaled, size, 0, 0, INTER_LINEAR);
            }
            cvtColor(scaled, inputPicture, COLOR_BGR2BGRA);
        }
        Detections detections = new Detections();
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        environment, input, new long[] {1, height, width, 4}, OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
            decode(result, detections);
        }
        double aspect = (double) frame.imageWidth / frame.imageHeight;
        return tracker.update(detections, aspect).size();
    }

    private void motion(Mat picture) {
        try (Size size = new Size(SMALL_WIDTH, SMALL_HEIGHT)) {
            resize(picture, small, size, 0, 0, INTER_AREA);
        }
        cvtColor(small, grey, COLOR_BGR2GRAY);
        background.apply(grey, mask);
        if (!before.empty()) {
            optical.calc(before, grey, flow);
        }
        grey.copyTo(before);
    }

    private void decode(OrtSession.Result result, Detections out) throws OrtException {
        List<float[]> boxes = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        FloatBuffer[] outputs = new FloatBuffer[result.size()];
        int[] columns = new int[result.size()];
        for (int i = 0; i < outputs.length; i++) {
            OnnxTensor tensor = (OnnxTensor) result.get(i);
            long[] shape = tensor.getInfo().getShape();
            outputs[i] = tensor.getFloatBuffer();
            columns[i] = (int) shape[shape.length - 1];
        }
        int scoresAt = columns[0] == CLASSES ? 0 : 1;
        FloatBuffer classes = outputs[scoresAt];
        FloatBuffer distances = outputs[1 - scoresAt];
        int row = 0;
        for (int stride = 8; stride <= 32; stride *= 2) {
            int across = (width + stride - 1) / stride;
            int down = (height + stride - 1) / stride;
            for (int cell = 0; cell < across * down; cell++, row++) {
                int column = cell % across;
                int line = cell / across;
                int best = 0;
                for (int c = 1; c < CLASSES; c++) {
                    best = classes.get(row * CLASSES + c) > classes.get(row * CLASSES + best) ? c : best;
                }
                float score = classes.get(row * CLASSES + best);
                if (score > CONFIDENCE && best == 0) {
                    boxes.add(box(distances, row, (column + 0.5f) * stride, (line + 0.5f) * stride, stride));
                    scores.add(score);
                }
            }
        }
        suppress(boxes, scores, out);
    }

    private float[] box(FloatBuffer distances, int row, float x, float y, int stride) {
        float[] side = new float[4];
        for (int s = 0; s < 4; s++) {
            double sum = 0;
            double weighted = 0;
            for (int b = 0; b < BINS; b++) {
                double e = Math.exp(distances.get(row * 4 * BINS + s * BINS + b));
                sum += e;
                weighted += b * e;
            }
            side[s] = (float) (weighted / sum * stride);
        }
        return new float[] {x - side[0], y - side[1], x + side[2], y + side[3]};
    }

    private void suppress(List<float[]> boxes, List<Float> scores, Detections out) {
        int n = boxes.size();
        if (n == 0) {
            return;
        }
        try (RectVector rectangles = new RectVector(n);
                FloatPointer confidences = new FloatPointer(n)) {
            for (int i = 0; i < n; i++) {
                float[] b = boxes.get(i);
                rectangles.put(i, new Rect((int) b[0], (int) b[1], (int) (b[2] - b[0]), (int) (b[3] - b[1])));
                confidences.put(i, scores.get(i));
            }
            NMSBoxes(rectangles, confidences, CONFIDENCE, OVERLAP, kept);
            for (long k = 0; k < kept.limit(); k++) {
                float[] b = boxes.get(kept.get(k));
                out.add(
                        b[0] / width,
                        b[1] / height,
                        b[2] / width,
                        b[3] / height,
                        scores.get(kept.get(k)),
                        Role.PERSON,
                        "person");
            }
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        for (Mat mat : List.of(scaled, inputPicture, small, grey, before, mask, flow)) {
            mat.close();
        }
        background.close();
        optical.close();
        kept.close();
    }
}
