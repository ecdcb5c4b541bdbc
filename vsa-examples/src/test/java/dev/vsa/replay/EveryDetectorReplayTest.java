package dev.vsa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.config.AlertPolicy;
import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.ParameterInfo;
import dev.vsa.config.Parameters;
import dev.vsa.config.Rule;
import dev.vsa.config.SiteReader;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Engine;
import dev.vsa.engine.Judge;
import dev.vsa.engine.SceneRecorder;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.sample.StreetCorner;
import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneReader;
import dev.vsa.source.Sources;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.simulation.Play;
import dev.vsa.testkit.simulation.Plays;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the engine tells while it perceives, a recording tells again, to the last bit: by every detector that is there, on the sample
 * and on every simulated play of pictures. A new detector is judged here without a line being written.
 */
@Timeout(600)
class EveryDetectorReplayTest {

    private static final Zone LAWN = Zone.of("lawn", 0, 0.45, 0.55, 0.615, 1, 0.905, 1, 1, 0, 1);

    /** What a rule without a default is told here, by the parameter's key. */
    private static final Map<String, Object> TOLD =
            Map.of("zone", LAWN, "zones", List.of(LAWN), "permitted-heading", new Heading(-1, -0.4), "max-people", 3);

    @TempDir
    static Path folder;

    private static Map<String, List<String>> live;
    private static Map<String, List<String>> replayed;

    /** Everything that a sink was told of each rule, in words that hold every figure. */
    private static final class Told implements AlertSink {

        private final Map<String, List<String>> lines = new ConcurrentHashMap<>();

        private void add(String rule, Object value) {
            lines.computeIfAbsent(rule, r -> new CopyOnWriteArrayList<>()).add(value.toString());
        }

        @Override
        public void alert(Alert alert) {
            add(alert.rule(), alert);
        }

        @Override
        public void blindness(Blindness stretch) {
            add(stretch.rule(), stretch);
        }

        @Override
        public void nearMiss(NearMiss miss) {
            add(miss.rule(), miss);
        }
    }

    static Stream<String> detectors() {
        return SiteReader.detectors().stream().map(EventDetectorProvider::id);
    }

    static Stream<Play> plays() {
        return Plays.all().stream().filter(play -> play.pictures().isPresent());
    }

    private static <P extends Record> Rule<P> rule(EventDetectorProvider<P> provider, Map<String, Object> told) {
        Map<String, Object> values = new HashMap<>(told);
        values.keySet()
                .retainAll(Parameters.describe(provider).stream()
                        .map(ParameterInfo::key)
                        .toList());
        return new Rule<>(provider.id(), provider, Parameters.of(provider, values), AlertPolicy.DEFAULT);
    }

    private static CameraConfig camera(Supplier<FrameSource> source, double fps, Map<String, Object> told) {
        CameraConfig.Builder camera =
                CameraConfig.builder("camera", source).zone(LAWN).analysis(new Analysis(fps, Optional.empty(), 0, 0));
        SiteReader.detectors().forEach(provider -> camera.rule(rule(provider, told)));
        return camera.build();
    }

    private static Map<String, List<String>> perceived(CameraConfig camera, Path file) throws Exception {
        Told told = new Told();
        try (SceneRecorder recorder = new SceneRecorder(file);
                Engine engine = Engine.create()) {
            CameraStatus end = engine.start(camera, recorder, told).await();
            assertThat(end.state()).as(end.detail()).isEqualTo(CameraStatus.State.STOPPED);
        }
        return new TreeMap<>(told.lines);
    }

    private static Map<String, List<String>> judgedAgain(CameraConfig camera, Path file) throws Exception {
        Told told = new Told();
        try (SceneReader reader = SceneReader.open(file)) {
            SceneLogHeader header = reader.header();
            assertThat(header.missing(Judge.needs(camera)))
                    .as("what detectors need and a recording cannot hold")
                    .isEmpty();
            Judge.Origin origin = new Judge.Origin(header.model(), header.configuration());
            try (Judge judge = new Judge(camera, origin, told)) {
                reader.play(judge);
            }
        }
        return new TreeMap<>(told.lines);
    }

    @BeforeAll
    static void perceiveTheSample() throws Exception {
        try (StreetCorner sample = StreetCorner.unpack()) {
            CameraConfig camera = camera(() -> Sources.file(sample.video()), 5, TOLD);
            Path file = folder.resolve("sample.scenes");
            live = perceived(camera, file);
            replayed = judgedAgain(camera, file);
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void tellsTheSameOfTheSample(String detector) {
        assertThat(replayed.getOrDefault(detector, List.of())).isEqualTo(live.getOrDefault(detector, List.of()));
    }

    @Test
    void someAlertsWereThereToBeCompared() {
        assertThat(live.keySet()).contains("zone-intrusion", "wrong-way");
    }

    @ParameterizedTest
    @MethodSource("plays")
    void tellsTheSameOfASimulatedPlay(Play play) throws Exception {
        Map<String, Object> told = new HashMap<>(TOLD);
        told.put("zone", play.zone());
        told.put("zones", List.of(play.zone()));
        CameraConfig camera = camera(() -> play.pictures().orElseThrow().source(), 12.5, told);
        Path file = folder.resolve(play.name() + ".scenes");

        Map<String, List<String>> seen = perceived(camera, file);

        assertThat(judgedAgain(camera, file)).isEqualTo(seen);
    }
}
