package dev.vsa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.config.Analysis;
import dev.vsa.config.CameraConfig;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.frame.Outcome;
import dev.vsa.record.SceneReader;
import dev.vsa.scene.CameraCondition;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.simulation.Lens;
import dev.vsa.testkit.simulation.Street;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a camera that does not see means to its rules, on simulated pictures. */
@Timeout(60)
class CameraConditionTest {

    private static final Street STREET = Street.of(1);

    private final List<Object> told = Collections.synchronizedList(new ArrayList<>());
    private final AlertSink sink = new AlertSink() {
        @Override
        public void alert(Alert alert) {
            told.add(alert);
        }

        @Override
        public void blindness(Blindness stretch) {
            told.add(stretch);
        }
    };

    private static CameraConfig camera(Footage footage, FakeDetector... detectors) {
        CameraConfig.Builder camera =
                CameraConfig.builder("a", footage::source).analysis(new Analysis(0, Optional.empty(), 0, 0));
        for (int i = 0; i < detectors.length; i++) {
            camera.rule(detectors[i].rule("r" + i));
        }
        return camera.build();
    }

    private CameraReport run(CameraConfig config) throws Exception {
        try (Engine engine = Engine.create()) {
            Camera camera = engine.start(config, sink);
            camera.await();
            return camera.report();
        }
    }

    private List<Blindness> blindness() {
        return told.stream()
                .filter(Blindness.class::isInstance)
                .map(Blindness.class::cast)
                .toList();
    }

    private static Footage covered() {
        return Footage.of(320, 180, 5, 20).act(STREET.act()).act(Lens.hand().between(8, 14));
    }

    @Test
    void coveredCameraIsToldOnceByEachRuleWhichAreShownNothingMeanwhile() throws Exception {
        FakeDetector first = FakeDetector.silent();
        CameraReport report = run(camera(covered(), first, FakeDetector.silent()));

        assertThat(blindness())
                .extracting(Blindness::rule, Blindness::over)
                .containsExactlyInAnyOrder(
                        tuple("r0", false), tuple("r0", true), tuple("r1", false), tuple("r1", true));
        assertThat(blindness()).allSatisfy(b -> assertThat(b.reason()).isEqualTo(CameraCondition.COVERED.reason()));
        assertThat(first.seconds).noneMatch(t -> t > 11.5 && t < 13.9).anyMatch(t -> t > 16);
        assertThat(report.judgedShare(report.rules().get(0))).isCloseTo(1 - 4 / 19.8, within(0.05));
    }

    @Test
    void whatADetectorWasNotShownIsAGapToIt() throws Exception {
        FakeDetector detector = FakeDetector.silent();
        run(camera(covered(), detector));

        assertThat(detector.gaps).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Discontinuity.Kind.GAP);
            assertThat(gap.fromNanos() * 1e-9).isCloseTo(11, within(0.5));
            assertThat(gap.toNanos() * 1e-9).isCloseTo(15, within(0.5));
            assertThat(gap.detail()).isEqualTo(CameraCondition.COVERED.reason());
        });
    }

    @Test
    void darkCameraGoesOnBeingJudgedAndItsAlertsSaySo() throws Exception {
        Footage dusk = Footage.of(320, 180, 5, 20)
                .act(STREET.act())
                .act(STREET.lit(0.03).act().between(6, 20));
        FakeDetector detector = FakeDetector.from(14);
        run(camera(dusk, detector));

        assertThat(detector.seconds).hasSize(100);
        assertThat(told.stream().filter(Alert.class::isInstance).map(Alert.class::cast))
                .first()
                .satisfies(alert -> assertThat(alert.caveats()).containsExactly(CameraCondition.DARK.reason()));
    }

    @Test
    void alertOfACameraThatSeesWellCarriesNoCaveat() throws Exception {
        run(camera(Footage.of(320, 180, 5, 4).act(STREET.act()), FakeDetector.from(2)));

        assertThat(told)
                .first()
                .satisfies(alert -> assertThat(((Alert) alert).caveats()).isEmpty());
    }

    @Test
    void recordedScenesSayTheSame(@TempDir Path dir) throws Exception {
        Path log = dir.resolve("a.scenes");
        CameraConfig config = camera(covered(), FakeDetector.from(5));
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

        assertThat(blindness()).isNotEmpty();
        assertThat(told).isEqualTo(original);
    }

    @Test
    void timeWithoutFramesIsTimeNotJudged() throws Exception {
        FakeSource source = new FakeSource(false);
        for (int i = 0; i < 20; i++) {
            source.frame(i * 0.1);
        }
        source.frame(32, Outcome.Break.GAP).frame(32.1);
        CameraConfig config = CameraConfig.builder("a", () -> source)
                .analysis(new Analysis(0, Optional.empty(), 0, 0))
                .rule(FakeDetector.silent().rule("r"))
                .build();
        CameraReport report = run(config);

        assertThat(blindness()).extracting(Blindness::reason).containsOnly("no frames came");
        assertThat(report.rules().get(0).blind().toMillis()).isBetween(29_000L, 31_000L);
        assertThat(report.judgedShare(report.rules().get(0))).isBetween(0.03, 0.1);
    }

    @Test
    void pictureThatIsTooCoarseForARuleIsTold() throws Exception {
        FakeDetector demanding = FakeDetector.silent().smallest(100);
        run(camera(Footage.of(320, 180, 5, 2).act(STREET.act()), demanding));

        assertThat(blindness())
                .first()
                .satisfies(b ->
                        assertThat(b.reason()).startsWith("the picture is too coarse: an object must span 100 rows"));
    }
}
