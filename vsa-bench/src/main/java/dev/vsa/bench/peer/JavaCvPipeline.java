package dev.vsa.bench.peer;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_dnn.NMSBoxes;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_video.createBackgroundSubtractorMOG2;

import ai.onnxruntime.OrtException;
import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * The pipeline that a careful Java programmer builds of well-known parts: JavaCV's grabber, which makes colours only of pictures that
 * are analysed, OpenCV's resize, ONNX Runtime with the very model that this library ships, NMSBoxes, a mixture of Gaussians and DIS
 * optical flow (ultrafast) on 320x180 grey, a plain tracker. It follows objects, and makes the motion and the flow that events are
 * judged by, if asked; it judges no event, which is in its favour. One camera, one thread.
 */
public final class JavaCvPipeline implements AutoCloseable {

    private static final int SMALL_WIDTH = 320;
    private static final int SMALL_HEIGHT = 180;
    private static final int BINS = 11;
    private static final float CONFIDENCE = 0.4f;
    private static final float OVERLAP = 0.5f;
    private static final int HISTORY = 100;
    private static final double VARIANCE = 16;
    private static final int MOST_BOXES = 1000;

    private final NanoDet model;
    private final NanoDet.Input input;
    private final boolean features;
    private final Mat scaled = new Mat();
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
     * Prepares.
     *
     * @param model the object model, which cameras may share; its owner closes it afterwards
     * @param features whether motion and flow are made as well
     */
    public JavaCvPipeline(NanoDet model, boolean features) {
        setNumThreads(1); // a thread for each camera is enough to fill the cores
        av_log_set_level(AV_LOG_ERROR);
        this.model = model;
        this.features = features;
        input = model.new Input();
    }

    /** When pictures come, and who is told of them. */
    public interface Pace {

        /** As fast as they can be read. */
        Pace NONE = new Pace() {};

        /**
         * Called before a picture is read.
         *
         * @param picture its number
         * @throws InterruptedException if the wait is interrupted
         */
        default void await(int picture) throws InterruptedException {}

        /**
         * Called before a picture is analysed.
         *
         * @param picture its number
         * @return whether it is still worth it; if not it is dropped
         */
        default boolean inTime(int picture) {
            return true;
        }

        /**
         * Called when a picture was analysed.
         *
         * @param picture its number
         */
        default void analysed(int picture) {}
    }

    /**
     * Runs a recording from its first picture to its last.
     *
     * @param clip the recording
     * @param every each how many pictures one is analysed
     * @param pace when pictures come
     * @return objects followed, summed over the analysed pictures
     * @throws FrameGrabber.Exception if it cannot be read
     * @throws OrtException if the model fails
     * @throws InterruptedException if a wait is interrupted
     */
    public long run(Path clip, double every, Pace pace)
            throws FrameGrabber.Exception, OrtException, InterruptedException {
        long followed = 0;
        double due = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.toFile())) {
            grabber.setVideoOption("threads", "1");
            grabber.start();
            for (int i = 0; ; i++) {
                pace.await(i);
                boolean wanted = i >= due;
                // Colours are made of those pictures only that are analysed.
                Frame frame = grabber.grabFrame(false, true, wanted, false, false);
                if (frame == null) {
                    return followed;
                }
                if (wanted) {
                    due += every;
                    if (pace.inTime(i)) {
                        followed += analyse(frame);
                        pace.analysed(i);
                    }
                }
            }
        }
    }

    private int analyse(Frame frame) throws OrtException {
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        try (BytePointer memory = new BytePointer(pixels);
                Mat picture = new Mat(frame.imageHeight, frame.imageWidth, CV_8UC3, memory, frame.imageStride)) {
            if (features) {
                motion(picture);
            }
            try (Size size = new Size(model.width, model.height)) {
                resize(picture, scaled, size, 0, 0, INTER_LINEAR);
            }
        }
        input.set(scaled);
        Detections detections = new Detections();
        decode(input.run(), detections);
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

    private void decode(float[][] outputs, Detections out) {
        List<float[]> boxes = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        float[] classes = outputs[0];
        float[] distances = outputs[1];
        int row = 0;
        for (int stride = 8; stride <= 32; stride *= 2) {
            int across = (model.width + stride - 1) / stride;
            int down = (model.height + stride - 1) / stride;
            for (int cell = 0; cell < across * down; cell++, row++) {
                int column = cell % across;
                int line = cell / across;
                int best = 0;
                float score = classes[row * NanoDet.CLASSES];
                for (int c = 1; c < NanoDet.CLASSES; c++) {
                    float next = classes[row * NanoDet.CLASSES + c];
                    if (next > score) {
                        score = next;
                        best = c;
                    }
                }
                if (score > CONFIDENCE && best == 0) {
                    boxes.add(box(distances, row, (column + 0.5f) * stride, (line + 0.5f) * stride, stride));
                    scores.add(score);
                }
            }
        }
        suppress(boxes, scores, out);
    }

    private static float[] box(float[] distances, int row, float x, float y, int stride) {
        float[] side = new float[4];
        for (int s = 0; s < 4; s++) {
            double sum = 0;
            double weighted = 0;
            for (int b = 0; b < BINS; b++) {
                double e = Math.exp(distances[row * 4 * BINS + s * BINS + b]);
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
                        b[0] / model.width,
                        b[1] / model.height,
                        b[2] / model.width,
                        b[3] / model.height,
                        scores.get(kept.get(k)),
                        Role.PERSON,
                        "person");
            }
        }
    }

    @Override
    public void close() {
        input.close();
        for (Mat mat : List.of(scaled, small, grey, before, mask, flow)) {
            mat.close();
        }
        background.close();
        optical.close();
        kept.close();
    }
}
