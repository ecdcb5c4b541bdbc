package dev.vsa.examples.embedding;

import dev.vsa.config.CameraConfig;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionParameters;
import dev.vsa.detectors.zoneintrusion.ZoneIntrusionProvider;
import dev.vsa.engine.Engine;
import dev.vsa.geometry.Zone;
import dev.vsa.source.Sources;
import java.nio.file.Path;

/** Watches a recording and prints who comes upon the lawn. */
public final class EmbeddingExample {

    private EmbeddingExample() {}

    /**
     * Runs the example.
     *
     * @param args the recording
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String... args) throws InterruptedException {
        Path recording = Path.of(args[0]);
        Zone lawn = Zone.of("lawn", 0, 0.5, 0.4, 0.6, 1, 0.95, 1, 1, 0, 1);
        CameraConfig camera = CameraConfig.builder("yard", () -> Sources.file(recording))
                .zone(lawn)
                .rule(new ZoneIntrusionProvider(), ZoneIntrusionParameters.in(lawn))
                .build();

        try (Engine engine = Engine.create()) {
            engine.start(
                            camera,
                            alert -> System.out.println(
                                    alert.phase() + " " + alert.explanation().sentence()))
                    .await();
        }
    }
}
