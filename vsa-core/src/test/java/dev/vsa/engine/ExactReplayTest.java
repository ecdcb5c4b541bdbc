package dev.vsa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.CameraConfig;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.record.SceneFlow;
import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneReader;
import dev.vsa.record.SceneWriter;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.Signals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of any precision, judged to the last bit, give the same alerts and near misses from a recording. */
class ExactReplayTest {

    private static final SceneLogHeader HEADER =
            new SceneLogHeader("a", 1.5, "1", "", "", Set.of(Role.PERSON), Set.of());

    @TempDir
    Path folder;

    /** Everything that a sink was told, in words that hold every figure. */
    private static final class Told implements AlertSink {

        final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void alert(Alert alert) {
            lines.add(alert.toString());
        }

        @Override
        public synchronized void blindness(Blindness stretch) {
            lines.add(stretch.toString());
        }

        @Override
        public synchronized void nearMiss(NearMiss miss) {
            lines.add(miss.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scenesFromARecordingGiveTheSameAlerts(long seed) throws Exception {
        Told live = new Told();
        Path file = folder.resolve("a.scenes");
        try (Judge judge = new Judge(camera(), Judge.Origin.UNKNOWN, live);
                SceneWriter writer = SceneWriter.create(file, HEADER)) {
            play(seed, judge);
            play(seed, writer);
        }

        assertThat(live.lines).hasSizeGreaterThan(50);
        assertThat(replayed(file, camera())).as("seed %d", seed).isEqualTo(live.lines);
    }

    private static List<String> replayed(Path file, CameraConfig camera) throws Exception {
        Told told = new Told();
        try (SceneReader reader = SceneReader.open(file);
                Judge judge = new Judge(camera, Judge.Origin.UNKNOWN, told)) {
            reader.play(judge);
        }
        return told.lines;
    }

    /** Signals whoever is in the lower half, by the exact figures of its track. */
    private static CameraConfig camera() {
        FakeDetector detector = new FakeDetector(5, ExactReplayTest::lowerHalf);
        return CameraConfig.builder("a", () -> FakeSource.recording(0, 1))
                .rule(detector.rule("r"))
                .build();
    }

    private static void lowerHalf(Scene scene, Signals out) {
        for (Track track : scene.tracks()) {
            double margin = track.bottom() / 0.5 + Math.abs(track.velocityX()) * 1e-3;
            out.margin("frame", track.id(), margin);
            if (margin >= 1 && track.matched()) {
                Measure measure = Measure.of("y", track.bottom(), "");
                Subject subject = new Subject(track.id(), track.role(), track.box());
                out.signal(new Signal(
                        "frame",
                        track.id(),
                        track.matchedNanos(),
                        margin,
                        List.of(subject),
                        Explanation.of("low", measure)));
            } else if (margin < 0.9) {
                out.end("frame", track.id(), EndCause.RULE);
            }
        }
    }

    private static void play(long seed, SceneFlow to) {
        Random random = new Random(seed);
        SceneBuilder builder = new SceneBuilder();
        double[] y = random.doubles(6, 0, 1).toArray();
        long media = 0;
        for (int i = 0; i < 1500; i++) {
            media += 80_000_000L + random.nextInt(20_000_000);
            if (random.nextInt(200) == 0) {
                media += 3_000_000_000L;
                to.discontinuity(new Discontinuity(Discontinuity.Kind.GAP, media - 3_000_000_000L, media, "after 3 s"));
            }
            if (random.nextInt(100) == 0) {
                to.cannotJudge(media, media, "perception failed");
                continue;
            }
            builder.begin("a", media, 1_700_000_000_000_000_000L + media, 1.5, 720);
            for (int k = 0; k < y.length; k++) {
                y[k] += 0.02 * random.nextGaussian();
                Sighting sighting = random.nextInt(8) == 0 ? Sighting.COASTED : Sighting.MATCHED;
                builder.track(k + 1L, Role.PERSON, "person", random.nextDouble(), sighting)
                        .place(0.1 * k, y[k] - 0.2, 0.1 * k + 0.05, y[k])
                        .move(random.nextGaussian(), 0, 0, media);
            }
            to.observe(builder.lend());
        }
    }
}
