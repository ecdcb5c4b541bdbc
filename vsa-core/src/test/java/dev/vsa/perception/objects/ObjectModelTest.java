package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFile;
import dev.vsa.perception.Detections;
import dev.vsa.perception.inference.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sharing, closing, and what it costs. */
@Timeout(120)
class ObjectModelTest {

    private static final int SMALL = 64;

    @Test
    void closingWhileFourThreadsDetectEndsThemAndFreesTheSession() throws Exception {
        int before = Session.openSessions();
        ObjectModel model = ObjectModel.builtIn();
        CountDownLatch busy = new CountDownLatch(4 * 5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> cameras = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                cameras.add(threads.submit(() -> detectUntilRefused(model, busy)));
            }
            busy.await();
            model.close();
            for (Future<?> camera : cameras) {
                assertThatThrownBy(() -> camera.get(30, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Session.openSessions()).as("sessions left open").isEqualTo(before);
    }

    private static void detectUntilRefused(ObjectModel model, CountDownLatch busy) {
        Detections out = new Detections();
        Frame frame = noise();
        try (ObjectDetector detector = model.detector(SMALL, SMALL)) {
            while (true) {
                detector.detect(frame, out);
                busy.countDown();
            }
        }
    }

    @Test
    void camerasThatShareAModelFindWhatOneAloneFinds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (ObjectModel model = ObjectModel.builtIn()) {
            List<String> alone = find(model, 1).get(0);
            List<Future<List<List<String>>>> cameras = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> find(model, 5)))
                    .toList();
            for (Future<List<List<String>>> camera : cameras) {
                assertThat(camera.get(60, TimeUnit.SECONDS))
                        .allSatisfy(found -> assertThat(found).isEqualTo(alone));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<String>> find(ObjectModel model, int times) {
        List<List<String>> all = new ArrayList<>();
        Detections out = new Detections();
        try (ObjectDetector detector = model.detector();
                Frame frame = Pictures.frame(Pictures.street(), PixelFormat.I420)) {
            for (int t = 0; t < times; t++) {
                detector.detect(frame, out);
                all.add(IntStream.range(0, out.size())
                        .mapToObj(i -> out.label(i) + " " + out.left(i) + " " + out.top(i) + " " + out.confidence(i))
                        .toList());
            }
        }
        return all;
    }

    @Test
    void aPictureOfAnotherShapeIsSearchedAsIfItWereTheFirst() {
        Frame wide = Pictures.frame(Pictures.street(), PixelFormat.I420);
        Frame tall = Pictures.frame(Pictures.scaled(Pictures.street(), 300, 600), PixelFormat.NV12);
        Detections out = new Detections();
        try (ObjectModel model = ObjectModel.builtIn();
                ObjectDetector fresh = model.detector();
                ObjectDetector used = model.detector()) {
            fresh.detect(wide, out);
            int first = out.size();
            used.detect(tall, out);
            used.detect(wide, out);
            assertThat(out.size()).isEqualTo(first).isPositive();
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        ObjectModel model = ObjectModel.builtIn();
        ObjectDetector detector = model.detector();
        detector.close();
        detector.close();
        model.close();
        assertThatCode(model::close).doesNotThrowAnyException();
    }

    @Test
    void aDetectorMayBeClosedAfterItsModel() {
        ObjectModel model = ObjectModel.builtIn();
        ObjectDetector detector = model.detector(SMALL, SMALL);
        detector.detect(noise(), new Detections());
        model.close();
        assertThatCode(detector::close).doesNotThrowAnyException();
    }

    @Test
    void aClosedDetectorSaysSo() {
        try (ObjectModel model = ObjectModel.builtIn()) {
            ObjectDetector detector = model.detector(SMALL, SMALL);
            detector.close();
            assertThatThrownBy(() -> detector.detect(noise(), new Detections()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void sidesThatTheModelCannotTakeAreRefused() {
        try (ObjectModel model = ObjectModel.builtIn()) {
            assertThatThrownBy(() -> model.detector(100, 64))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("multiples of 32");
        }
    }

    @Test
    void aFileThatIsNoModelIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("junk.onnx"), "this is no model");
        Path yaml = Files.writeString(folder.resolve("junk.yaml"), """
                name: junk
                family: nanodet
                labels: [person]
                input: {pixels: float-nchw-bgr, resize: stretch}
                strides: [8, 16, 32]
                bins: 8
                file: junk.onnx
                """);
        assertThatThrownBy(() -> ObjectModel.load(ModelFile.described(yaml)))
                .isInstanceOf(ModelException.WrongShape.class)
                .hasMessageContaining("junk")
                .hasMessageContaining("ONNX");
    }

    @Test
    void aDescriptionThatDoesNotFitItsModelIsRefusedAtTheFirstFrame(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("m.onnx"), ModelFile.builtIn().read());
        Path yaml = Files.writeString(folder.resolve("m.yaml"), """
                name: misdescribed
                family: nanodet
                labels: [person, car]
                input: {pixels: uint8-nhwc-bgrx, resize: stretch}
                strides: [8, 16, 32]
                bins: 11
                file: m.onnx
                """);
        try (ObjectModel model = ObjectModel.load(ModelFile.described(yaml));
                ObjectDetector detector = model.detector(SMALL, SMALL)) {
            assertThatThrownBy(() -> detector.detect(noise(), new Detections()))
                    .isInstanceOf(ModelException.WrongShape.class)
                    .hasMessageContaining("scores [1, 84, 80]")
                    .hasMessageContaining("2 classes");
        }
    }

    @Test
    void anInputOfAnotherKindIsRefusedAtTheFirstFrame(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("m.onnx"), ModelFile.builtIn().read());
        Path yaml = Files.writeString(folder.resolve("m.yaml"), """
                name: misfed
                family: nanodet
                labels: coco
                input: {pixels: float-nchw-bgr, resize: stretch}
                strides: [8, 16, 32]
                bins: 11
                file: m.onnx
                """);
        try (ObjectModel model = ObjectModel.load(ModelFile.described(yaml));
                ObjectDetector detector = model.detector(SMALL, SMALL)) {
            assertThatThrownBy(() -> detector.detect(noise(), new Detections()))
                    .isInstanceOf(ModelException.WrongShape.class)
                    .hasMessageContaining("FLOAT_NCHW_BGR")
                    .hasMessageContaining("description");
        }
    }

    private static Frame noise() {
        return Pictures.noise(PixelFormat.I420, 160, 120, 0, new Random(7));
    }
}
