package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelInput;
import dev.vsa.perception.Detections;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a frame allocates, and that native memory comes back. */
@Timeout(180)
class ObjectModelMemoryTest {

    /** What the binding itself takes for a run with one input and two outputs: names, handles, a result. */
    private static final long MOST_BYTES_A_RUN = 1_500;

    private static final int FRAMES = 200;

    private final Detections out = new Detections();

    @BeforeAll
    static void needsTheCounter() {
        assumeTrue(threads().isThreadAllocatedMemorySupported(), "this JVM does not count what threads allocate");
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void scalingAllocatesNothing(PixelFormat format) {
        Frame frame = Pictures.noise(format, 640, 360, 3, new Random(1));
        ModelInput input = ModelFile.builtIn().description().input();
        ByteBuffer tensor = ByteBuffer.allocateDirect(4 * 416 * 256).order(ByteOrder.nativeOrder());
        Preprocessor preprocessor = new Preprocessor(frame.layout(), input, new InputSize(416, 256), tensor);
        assertThat(bytesOf(() -> preprocessor.apply(frame), 20)).isZero();
    }

    @Test
    void choosingAllocatesNothing() {
        Postprocessor postprocessor = new Postprocessor(ModelFile.builtIn().description());
        Candidates found = new Candidates();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            float x = 400 * random.nextFloat();
            float y = 200 * random.nextFloat();
            found.add(x, y, x + 20, y + 50, 0.25f + 0.7f * random.nextFloat(), random.nextInt(80));
        }
        assertThat(bytesOf(
                        () -> {
                            out.clear();
                            postprocessor.apply(found, 416, 256, out);
                        },
                        100))
                .isZero();
    }

    @Test
    void aFrameCostsWhatTheBindingTakes() {
        Frame frame = Pictures.noise(PixelFormat.I420, 320, 240, 0, new Random(1));
        try (ObjectModel model = ObjectModel.builtIn();
                ObjectDetector detector = model.detector(64, 64)) {
            long bytes = bytesOf(() -> detector.detect(frame, out), FRAMES);
            assertThat(bytes / FRAMES).isLessThanOrEqualTo(MOST_BYTES_A_RUN);
        }
    }

    @Test
    void loadingAndClosingModelsLeavesNoMemoryBehind() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "resident memory is read from /proc");
        Frame frame = Pictures.noise(PixelFormat.I420, 160, 120, 0, new Random(1));
        long early = residentAfter(40, () -> loadAndDetect(frame));
        long late = residentAfter(110, () -> loadAndDetect(frame));
        // One session of this model takes some 10 MB: a leak of one in ten would show.
        assertThat(late - early).as("growth over 110 models, bytes").isLessThan(100L << 20);
    }

    private void loadAndDetect(Frame frame) {
        try (ObjectModel model = ObjectModel.builtIn();
                ObjectDetector detector = model.detector(64, 64)) {
            detector.detect(frame, out);
        }
    }

    @Test
    void makingAndClosingDetectorsLeavesNoMemoryBehind() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "resident memory is read from /proc");
        Frame frame = Pictures.noise(PixelFormat.I420, 160, 120, 0, new Random(1));
        try (ObjectModel model = ObjectModel.builtIn()) {
            Runnable once = () -> {
                try (ObjectDetector detector = model.detector(128, 128)) {
                    detector.detect(frame, out);
                }
            };
            long early = residentAfter(50, once);
            long late = residentAfter(300, once);
            // The tensors of one take a quarter of a megabyte.
            assertThat(late - early).as("growth over 300 detectors, bytes").isLessThan(40L << 20);
        }
    }

    private static long residentAfter(int times, Runnable what) throws IOException {
        for (int i = 0; i < times; i++) {
            what.run();
        }
        System.gc();
        return resident();
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** What the thread allocates once it runs warm: the least of some rounds, without what looking at the counter takes. */
    private static long bytesOf(Runnable what, int times) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long empty = counted(() -> {}, times);
            least = Math.min(least, counted(what, times) - empty);
        }
        return least;
    }

    private static long counted(Runnable what, int times) {
        long thread = Thread.currentThread().getId();
        long before = threads().getThreadAllocatedBytes(thread);
        for (int i = 0; i < times; i++) {
            what.run();
        }
        return threads().getThreadAllocatedBytes(thread) - before;
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
