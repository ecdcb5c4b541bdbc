package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.perception.Detections;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM that exits while models are loaded and run ends as it was told to. */
@Timeout(120)
class ExitTest {

    private static final int CODE = 7;

    @ParameterizedTest
    @ValueSource(strings = {"load", "detect", "load and close"})
    void exitingInTheMiddleOfItCrashesNothing(String what, @TempDir Path folder) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-XX:-CreateCoredumpOnCrash",
                        Busy.class.getName(),
                        what)
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process jvm = builder.start();
        try {
            assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(jvm.exitValue()).as(() -> read(folder)).isEqualTo(CODE);
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static String read(Path folder) {
        try {
            return java.nio.file.Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What runs in that JVM. */
    static final class Busy {

        private Busy() {}

        public static void main(String[] args) throws InterruptedException {
            CountDownLatch busy = new CountDownLatch(2 * 2);
            // The binding's own hook gets time to do its worst.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> pause(500)));
            for (int i = 0; i < 2; i++) {
                Thread camera = new Thread(() -> work(args[0], busy));
                camera.setDaemon(true);
                camera.start();
            }
            busy.await();
            System.exit(CODE);
        }

        private static void work(String what, CountDownLatch busy) {
            try {
                Frame frame = Pictures.noise(PixelFormat.I420, 160, 120, 0, new Random(1));
                Detections out = new Detections();
                ObjectModel shared = ObjectModel.builtIn();
                ObjectDetector detector = shared.detector(64, 64);
                while (true) {
                    switch (what) {
                        case "detect" -> detector.detect(frame, out);
                        case "load" -> ObjectModel.builtIn();
                        default -> ObjectModel.builtIn().close();
                    }
                    busy.countDown();
                }
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }

        private static void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
