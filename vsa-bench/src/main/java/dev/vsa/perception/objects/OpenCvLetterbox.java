package dev.vsa.perception.objects;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_dnn.blobFromImage;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_YUV2BGR_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vsa.frame.Frame;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** The usual way with OpenCV through JavaCV; every picture in between is allocated once and used again. */
final class OpenCvLetterbox {

    private static final double GREY = 114;

    private final Mat planes;
    private final Mat bgr = new Mat();
    private final Mat small = new Mat();
    private final Mat canvas = new Mat();
    private final Mat blob = new Mat();
    private final Size content;
    private final Size input;
    private final int right;
    private final int below;
    private final Scalar border = new Scalar(GREY, GREY, GREY, 0);
    private final Scalar zero = new Scalar(0);

    OpenCvLetterbox(Frame frame, int columns, int rows, int contentColumns, int contentRows) {
        setNumThreads(1);
        ByteBuffer all = ByteBuffer.allocateDirect(frame.width() * frame.height() * 3 / 2);
        for (int p = 0; p < 3; p++) {
            ByteBuffer plane = frame.plane(p);
            all.put(plane.slice(0, frame.layout().planeBytes(p)));
        }
        planes = new Mat(frame.height() * 3 / 2, frame.width(), CV_8UC1, new BytePointer(all.flip()));
        content = new Size(contentColumns, contentRows);
        input = new Size(columns, rows);
        right = columns - contentColumns;
        below = rows - contentRows;
    }

    Mat apply() {
        cvtColor(planes, bgr, COLOR_YUV2BGR_I420);
        resize(bgr, small, content, 0, 0, INTER_LINEAR);
        copyMakeBorder(small, canvas, 0, below, 0, right, BORDER_CONSTANT, border);
        blobFromImage(canvas, blob, 1, input, zero, false, false, CV_32F);
        return blob;
    }
}
