package dev.vsa.bench;

import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Parameters;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
import dev.vsa.engine.Camera;
import dev.vsa.engine.Engine;
import dev.vsa.geometry.Zone;
import dev.vsa.source.Sources;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;

/**
 * Runs a clip over and over, a new camera each time, and prints what the process holds: the Java heap after a collection, the
 * memory that JavaCPP has allocated, and the resident size. All three have to stay where they are.
 *
 * <p>{@code java -cp benchmarks.jar dev.vsa.bench.Soak CLIP [LOOPS] [ANALYSIS_FPS]}
 */
public final class Soak {

    private static final int DEFAULT_LOOPS = 1000;
    private static final double DEFAULT_FPS = 2;
    private static final int LINES = 20;

    private Soak() {}

    /**
     * The program.
     *
     * @param arguments the clip, how often, and how many frames a second to analyse
     * @throws InterruptedException if interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        Path clip = Path.of(arguments[0]);
        int loops = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_LOOPS;
        double fps = arguments.length > 2 ? Double.parseDouble(arguments[2]) : DEFAULT_FPS;
        ZoneIntrusionProvider detector = new ZoneIntrusionProvider();
        Zone lawn = Zone.of("lawn", 0, 0.45, 1, 0.9, 1, 1, 0, 1);
        try (Engine engine = Engine.create()) {
            for (int i = 1; i <= loops; i++) {
                CameraConfig config = CameraConfig.builder("soak", () -> Sources.file(clip))
                        .zone(lawn)
                        .analysis(new Analysis(fps, Optional.empty(), 0, 0))
                        .rule(detector, Parameters.of(detector, Map.of("zone", lawn)))
                        .build();
                Camera camera = engine.start(config);
                camera.await();
                if (i == 1 || i % Math.max(1, loops / LINES) == 0) {
                    print(i, camera.report().framesAnalysed());
                }
            }
        }
    }

    private static void print(int loop, long frames) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "loop %5d  frames %4d  heap %6.1f MB  javacpp %6.1f MB  resident %7.1f MB%n",
                loop,
                frames,
                (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                Pointer.totalBytes() / 1e6,
                Pointer.physicalBytes() / 1e6);
    }
}
