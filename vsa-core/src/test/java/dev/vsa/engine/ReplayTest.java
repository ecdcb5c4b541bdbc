package dev.vsa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.frame.Outcome;
import dev.vsa.record.SceneReader;
import dev.vsa.spi.AlertSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayTest {

    private final List<Object> told = Collections.synchronizedList(new ArrayList<>());
    private final AlertSink sink = new AlertSink() {
        @Override
        public void alert(Alert alert) {
            told.add(alert);
        }

        @Override
        public void blindness(Blindness blindness) {
            told.add(blindness);
        }
    };

    @Test
    void recordedScenesGiveTheIdenticalAlerts(@TempDir Path dir) throws Exception {
        Path log = dir.resolve("a.scenes");
        CameraConfig config = CameraConfig.builder("a", ReplayTest::source)
                .analysis(new Analysis(0, Optional.empty(), 0, 0))
                .rule(demanding().rule("r"))
                .build();
        try (Engine engine = Engine.create();
                SceneRecorder recorder = new SceneRecorder(log)) {
            engine.start(config, recorder, sink).await();
        }
        List<Object> original = List.copyOf(told);
        told.clear();

        try (SceneReader reader = SceneReader.open(log);
                Judge judge = new Judge(config, Judge.Origin.UNKNOWN, sink)) {
            reader.play(judge);
        }

        assertThat(original).hasSizeGreaterThan(3);
        assertThat(told).isEqualTo(original);
    }

    /** Signals now and then, and demands a rate that the recording does not keep throughout. */
    private static FakeDetector demanding() {
        return new FakeDetector(4, (scene, out) -> {
            if (scene.mediaSeconds() % 20 < 10) {
                out.signal(FakeDetector.signal());
            }
        });
    }

    private static FakeSource source() {
        FakeSource source = new FakeSource(false);
        for (int i = 0; i < 200; i++) {
            source.frame(i * 0.1);
        }
        source.frame(40, Outcome.Break.PICTURE_CHANGED);
        for (int i = 0; i < 30; i++) {
            source.frame(41 + i);
        }
        return source;
    }
}
