package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
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
 * From an I420 frame to a model's input: ours against the way it is usually written (convert the whole picture to BGR, scale that
 * by lines between four neighbours, normalise into planes), and against the copy of the frame's bytes as a floor.
 *
 * <p>{@code java -jar benchmarks.jar Preprocess -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class PreprocessBenchmark {

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);
    private static final long SEED = 20230828;

    /** Size of the frame. */
    @Param({"1920x1080", "1280x720", "768x576", "640x360", "3840x2160"})
    public String source = "";

    /** What is made: bytes stretched to 416x256 (416x320 for 4:3), or float planes letterboxed to a square. */
    @Param({"bytes", "float416", "float640"})
    public String target = "";

    private Frame frame;
    private byte[] copy;
    private Preprocessor ours;
    private ConvertFirst usual;
    private OpenCvLetterbox openCv;

    /** Makes a frame of noise with the smoothness of a picture, and both ways. */
    @Setup
    public void prepare() {
        int width = Integer.parseInt(source.substring(0, source.indexOf('x')));
        int height = Integer.parseInt(source.substring(source.indexOf('x') + 1));
        frame = frame(width, height);
        copy = new byte[width * height * 3 / 2];
        boolean bytes = target.equals("bytes");
        int side = bytes ? 416 : Integer.parseInt(target.substring(5));
        int rows = bytes ? (width * 3 == height * 4 ? 320 : 256) : side;
        ModelInput input = new ModelInput(
                bytes ? Pixels.UINT8_NHWC_BGRX : Pixels.FLOAT_NCHW_BGR,
                0,
                0,
                bytes ? Resize.STRETCH : Resize.LETTERBOX,
                114,
                ZERO,
                ONE);
        ByteBuffer tensor = ByteBuffer.allocateDirect(12 * side * rows).order(ByteOrder.nativeOrder());
        ours = new Preprocessor(frame.layout(), input, new InputSize(side, rows), tensor);
        openCv = new OpenCvLetterbox(frame, side, rows, ours.contentWidth(), ours.contentHeight());
        usual = new ConvertFirst(frame, side, rows, ours.contentWidth(), ours.contentHeight(), bytes);
    }

    private static Frame frame(int width, int height) {
        ByteBuffer memory = ByteBuffer.allocateDirect(width * height * 3 / 2);
        Random random = new Random(SEED);
        int value = 128;
        for (int i = 0; i < memory.capacity(); i++) {
            value = Math.max(16, Math.min(235, value + random.nextInt(9) - 4));
            memory.put(i, (byte) value);
        }
        int luma = width * height;
        return Frame.wrap(
                Frame.Layout.packed(PixelFormat.I420, width, height),
                List.of(memory.slice(0, luma), memory.slice(luma, luma / 4), memory.slice(luma + luma / 4, luma / 4)),
                0,
                0,
                () -> {});
    }

    /** Ours. */
    @Benchmark
    public void ours() {
        ours.apply(frame);
    }

    /** The usual way in plain Java. */
    @Benchmark
    public void convertWholeThenScale() {
        usual.apply();
    }

    /** OpenCV through JavaCV, as written in most guides: the whole picture to BGR, resize, border, blob. */
    @Benchmark
    public Mat peerOpenCv() {
        return openCv.apply();
    }

    /** Only the copy of the frame's bytes to the heap. */
    @Benchmark
    public byte[] floorCopyOfTheFrame() {
        int at = 0;
        for (int p = 0; p < 3; p++) {
            int n = frame.layout().planeBytes(p);
            frame.plane(p).get(0, copy, at, n);
            at += n;
        }
        return copy;
    }

    /** The peer. */
    private static final class ConvertFirst {
        private final Frame frame;
        private final byte[] bgr;
        private final int stride;
        private final int rows;
        private final int w;
        private final int h;
        private final boolean bytes;
        private final ByteBuffer tensor;
        private final FloatBuffer floats;

        ConvertFirst(Frame frame, int stride, int rows, int w, int h, boolean bytes) {
            this.frame = frame;
            this.bgr = new byte[3 * frame.width() * frame.height()];
            this.stride = stride;
            this.rows = rows;
            this.w = w;
            this.h = h;
            this.bytes = bytes;
            this.tensor = ByteBuffer.allocateDirect(12 * stride * rows).order(ByteOrder.nativeOrder());
            this.floats = tensor.asFloatBuffer();
        }

        void apply() {
            convert();
            scale();
        }

        private void convert() {
            ByteBuffer luma = frame.plane(0);
            ByteBuffer u = frame.plane(1);
            ByteBuffer v = frame.plane(2);
            int width = frame.width();
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < width; x++) {
                    int light = 298 * ((luma.get(y * width + x) & 255) - 16) + 128;
                    int cb = (u.get(y / 2 * (width / 2) + x / 2) & 255) - 128;
                    int cr = (v.get(y / 2 * (width / 2) + x / 2) & 255) - 128;
                    int at = 3 * (y * width + x);
                    bgr[at] = clamp(light + 516 * cb);
                    bgr[at + 1] = clamp(light - 100 * cb - 208 * cr);
                    bgr[at + 2] = clamp(light + 409 * cr);
                }
            }
        }

        private static byte clamp(int v) {
            return (byte) Math.max(0, Math.min(255, v >> 8));
        }

        private void scale() {
            double sx = (double) frame.width() / w;
            double sy = (double) frame.height() / h;
            int line = 3 * frame.width();
            for (int y = 0; y < h; y++) {
                double fy = Math.max(0, Math.min(frame.height() - 1.001, (y + 0.5) * sy - 0.5));
                int y0 = (int) fy;
                float dy = (float) (fy - y0);
                for (int x = 0; x < w; x++) {
                    double fx = Math.max(0, Math.min(frame.width() - 1.001, (x + 0.5) * sx - 0.5));
                    int x0 = (int) fx;
                    float dx = (float) (fx - x0);
                    int at = y0 * line + 3 * x0;
                    for (int c = 0; c < 3; c++, at++) {
                        float above = (bgr[at] & 255) * (1 - dx) + (bgr[at + 3] & 255) * dx;
                        float below = (bgr[at + line] & 255) * (1 - dx) + (bgr[at + line + 3] & 255) * dx;
                        put(c, y, x, above * (1 - dy) + below * dy);
                    }
                }
            }
        }

        private void put(int c, int y, int x, float value) {
            if (bytes) {
                tensor.put(4 * (y * stride + x) + c, (byte) Math.round(value));
            } else {
                floats.put((c * rows + y) * stride + x, value);
            }
        }
    }
}
