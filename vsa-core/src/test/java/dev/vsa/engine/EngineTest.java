package dev.vsa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.config.Analysis;
import dev.vsa.config.Authorisation;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Rule;
import dev.vsa.config.SinkConfig;
import dev.vsa.config.Site;
import dev.vsa.engine.CameraStatus.State;
import dev.vsa.event.Alert;
import dev.vsa.event.Alert.Phase;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Discontinuity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineTest {

    private static final Analysis EVERY_FRAME = new Analysis(0, Optional.empty(), 0, 0);

    private final Engine engine = Engine.create();
    private final List<Alert> alerts = Collections.synchronizedList(new ArrayList<>());
    private final List<Blindness> blindness = Collections.synchronizedList(new ArrayList<>());
    private final AlertSink sink = new AlertSink() {
        @Override
        public void alert(Alert alert) {
            alerts.add(alert);
        }

        @Override
        public void blindness(Blindness b) {
            blindness.add(b);
        }
    };

    @BeforeEach
    void countLeases() {
        FakeSource.LEASED.set(0);
    }

    @AfterEach
    void everyFrameWasGivenBack() {
        engine.close();
        assertThat(FakeSource.LEASED).hasValue(0);
    }

    private static CameraConfig camera(String id, Supplier<? extends FrameSource> source, Rule<?>... rules) {
        CameraConfig.Builder builder = CameraConfig.builder(id, source).analysis(EVERY_FRAME);
        for (Rule<?> rule : rules) {
            builder.rule(rule);
        }
        return builder.build();
    }

    private static Supplier<FrameSource> once(FakeSource source) {
        return () -> source;
    }

    @Test
    void recordingIsJudgedFrameByFrameAndThenOver() throws Exception {
        FakeDetector detector = FakeDetector.silent();
        Camera camera = engine.start(camera("a", once(FakeSource.recording(50, 10)), detector.rule("r")), sink);

        assertThat(camera.await().state()).isEqualTo(State.STOPPED);
        assertThat(detector.seconds).hasSize(50).isSorted();
        assertThat(camera.report().framesAnalysed()).isEqualTo(50);
        assertThat(camera.report().framesDropped()).isZero();
    }

    @Test
    void alertsReachTheSinkAndEndWithTheRecording() throws Exception {
        engine.start(
                        camera(
                                "a",
                                once(FakeSource.recording(50, 10)),
                                FakeDetector.from(2).rule("r")),
                        sink)
                .await();
        engine.close();

        assertThat(alerts).extracting(Alert::phase).containsExactly(Phase.RAISED, Phase.ENDED);
        assertThat(alerts.get(0).raisedNanos()).isEqualTo(2_000_000_000L);
        assertThat(alerts.get(1).endCause()).contains(EndCause.STOPPED);
    }

    @Test
    void streamIsThinnedOutToTheAnalysisRate() throws Exception {
        FakeDetector detector = FakeDetector.silent();
        CameraConfig config = CameraConfig.builder("a", once(FakeSource.recording(300, 30)))
                .analysis(new Analysis(12.5, Optional.empty(), 0, 0))
                .rule(detector.rule("r"))
                .build();
        Camera camera = engine.start(config, sink);
        camera.await();

        assertThat(detector.seconds).hasSizeBetween(123, 127);
        assertThat(camera.report().framesSkipped()).isEqualTo(300 - detector.seconds.size());
    }

    @Test
    void detectorThatThrowsIsReplacedAndTheOthersNeverNotice() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        FakeDetector broken = new FakeDetector(0, (scene, out) -> {
            if (calls.incrementAndGet() == 5) {
                throw new IllegalStateException("broken on purpose");
            }
        });
        FakeDetector sound = FakeDetector.silent();
        Camera camera = engine.start(
                camera("a", once(FakeSource.recording(50, 10)), broken.rule("broken"), sound.rule("sound")), sink);
        camera.await();
        engine.close();

        assertThat(sound.seconds).hasSize(50);
        assertThat(broken.seconds).hasSize(41); // silent for the one second of its first pause
        assertThat(camera.report().rules())
                .extracting(CameraReport.RuleReport::faults)
                .containsExactly(1L, 0L);
        assertThat(blindness).extracting(Blindness::over).containsExactly(false, true);
        assertThat(blindness.get(0).reason()).contains("broken on purpose");
    }

    @Test
    void cameraThatCannotOpenItsRecordingFailsWithTheReason() throws Exception {
        Camera camera = engine.start(
                camera(
                        "a",
                        once(new FakeSource(false).refuse("no such file")),
                        FakeDetector.silent().rule("r")),
                sink);

        assertThat(camera.await()).satisfies(s -> {
            assertThat(s.state()).isEqualTo(State.FAILED);
            assertThat(s.detail()).isEqualTo("no such file");
        });
    }

    @Test
    void recordingThatBreaksKeepsWhatWasFound() throws Exception {
        FakeSource source = FakeSource.recording(30, 10).then(() -> new Outcome.Lost("connection reset"));
        Camera camera =
                engine.start(camera("a", once(source), FakeDetector.from(1).rule("r")), sink);

        assertThat(camera.await().state()).isEqualTo(State.FAILED);
        engine.close();
        assertThat(alerts).extracting(Alert::phase).containsExactly(Phase.RAISED, Phase.ENDED);
    }

    @Test
    void liveStreamThatIsLostIsOpenedAgainAndTheDetectorIsTold() throws Exception {
        AtomicInteger openings = new AtomicInteger();
        CountDownLatch judgedAfter = new CountDownLatch(1);
        FakeDetector detector = new FakeDetector(0, (scene, out) -> {
            if (openings.get() == 2) {
                judgedAfter.countDown();
            }
        });
        CountDownLatch judgedBefore = new CountDownLatch(1);
        Supplier<FrameSource> sources = () -> openings.incrementAndGet() == 1
                ? new FakeSource(true).frame(5).then(() -> {
                    FakeSource.await(judgedBefore);
                    return new Outcome.Lost("gone");
                })
                : new FakeSource(true).frame(0).hang();
        CameraObserver observer = new CameraObserver() {
            @Override
            public void analysed(Observation observation) {
                judgedBefore.countDown();
            }
        };
        engine.start(camera("a", sources, detector.rule("r")), observer, sink);
        judgedAfter.await();

        assertThat(detector.breaks).containsExactly(Discontinuity.Kind.RESTART);
        assertThat(detector.seconds).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void deadCameraDoesNotKeepOthersFromWorking() throws Exception {
        engine.start(
                camera(
                        "dead",
                        once(new FakeSource(true).hang()),
                        FakeDetector.silent().rule("r")),
                sink);
        FakeDetector detector = FakeDetector.silent();
        Camera camera = engine.start(camera("a", once(FakeSource.recording(20, 10)), detector.rule("r")), sink);
        camera.await();

        assertThat(detector.seconds).hasSize(20);
    }

    @Test
    void liveCameraDropsOldFramesWhenTheAnalysisIsBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        FakeDetector slow = new FakeDetector(0, (scene, out) -> {
            sent.countDown();
            FakeSource.await(busy);
        });
        FakeSource source = new FakeSource(true).frame(0).then(() -> {
            FakeSource.await(sent);
            return new Outcome.Delivered(FakeSource.grey(0.1));
        });
        for (int i = 2; i < 10; i++) {
            source.frame(i * 0.1);
        }
        source.then(() -> {
            busy.countDown();
            return new Outcome.End();
        });
        Camera camera = engine.start(camera("a", once(source), slow.rule("r")), sink);
        camera.await();

        assertThat(slow.seconds).containsExactly(0.0, 0.9);
        assertThat(camera.report().framesDropped()).isEqualTo(8);
    }

    @Test
    void closingUnblocksASourceThatHangs() {
        Camera camera = engine.start(
                camera(
                        "a",
                        once(new FakeSource(true).hang()),
                        FakeDetector.silent().rule("r")),
                sink);
        camera.close();

        assertThat(camera.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void closingTwiceIsFine() {
        Camera camera = engine.start(
                camera(
                        "a",
                        once(new FakeSource(true).hang()),
                        FakeDetector.silent().rule("r")),
                sink);
        camera.close();
        camera.close();
        engine.close();
        engine.close();

        assertThat(camera.status().over()).isTrue();
    }

    @Test
    void stoppedCameraCanBeStartedAgainUnderItsId() throws Exception {
        CameraConfig config = camera(
                "a", () -> FakeSource.recording(10, 10), FakeDetector.silent().rule("r"));
        engine.start(config, sink).await();

        assertThat(engine.start(config, sink).await().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void secondCameraOfTheSameIdIsRefused() {
        engine.start(
                camera(
                        "a",
                        once(new FakeSource(true).hang()),
                        FakeDetector.silent().rule("r")),
                sink);

        assertThatThrownBy(() -> engine.start(
                        camera(
                                "a",
                                once(new FakeSource(true)),
                                FakeDetector.silent().rule("r")),
                        sink))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void closedEngineStartsNothing() {
        engine.close();

        assertThatThrownBy(() -> engine.start(
                        camera(
                                "a",
                                once(new FakeSource(true)),
                                FakeDetector.silent().rule("r")),
                        sink))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void longGapIsToldToTheDetector() throws Exception {
        FakeDetector detector = FakeDetector.silent();
        FakeSource source = new FakeSource(false).frame(0).frame(0.1).frame(30).frame(30.1);
        engine.start(camera("a", once(source), detector.rule("r")), sink).await();

        assertThat(detector.breaks).containsExactly(Discontinuity.Kind.GAP);
    }

    @Test
    void changeOfPictureIsToldToTheDetector() throws Exception {
        FakeDetector detector = FakeDetector.silent();
        FakeSource source = new FakeSource(false).frame(0).frame(0.1, Outcome.Break.PICTURE_CHANGED);
        engine.start(camera("a", once(source), detector.rule("r")), sink).await();

        assertThat(detector.breaks).containsExactly(Discontinuity.Kind.PICTURE_CHANGED);
    }

    @Test
    void tooFewFramesASecondAreToldAsBlindness() throws Exception {
        FakeDetector demanding = new FakeDetector(5, (scene, out) -> {});
        engine.start(camera("a", once(FakeSource.recording(20, 1)), demanding.rule("r")), sink)
                .await();
        engine.close();

        assertThat(blindness).isNotEmpty();
        assertThat(blindness.get(0).reason()).contains("5.0 frames a second");
    }

    @Test
    void sinkThatThrowsHoldsUpNobody() throws Exception {
        AlertSink broken = alert -> {
            throw new IllegalStateException("disk full");
        };
        engine.start(
                        camera(
                                "a",
                                once(FakeSource.recording(50, 10)),
                                FakeDetector.from(2).rule("r")),
                        broken,
                        sink)
                .await();
        engine.close();

        assertThat(alerts).hasSize(2);
        assertThat(engine.undelivered()).isEqualTo(2);
    }

    @Test
    void sharedSinkIsClosedOnceAfterTheLastAlert() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        AlertSink shared = new AlertSink() {
            @Override
            public void alert(Alert alert) {
                alerts.add(alert);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        engine.start(
                        camera(
                                "a",
                                once(FakeSource.recording(20, 10)),
                                FakeDetector.from(1).rule("r")),
                        shared)
                .await();
        engine.start(
                        camera(
                                "b",
                                once(FakeSource.recording(20, 10)),
                                FakeDetector.from(1).rule("r")),
                        shared)
                .await();
        engine.close();

        assertThat(alerts).hasSize(4);
        assertThat(closed).hasValue(1);
    }

    @Test
    void observerSeesEachFrameWithItsAlerts() throws Exception {
        List<Integer> open = Collections.synchronizedList(new ArrayList<>());
        AtomicReference<Observation> raisedIn = new AtomicReference<>();
        CameraObserver observer = new CameraObserver() {
            @Override
            public void analysed(Observation o) {
                open.add(o.open().size());
                if (o.told().stream().anyMatch(a -> a.phase() == Phase.RAISED)) {
                    raisedIn.set(o);
                }
            }
        };
        engine.start(
                        camera(
                                "a",
                                once(FakeSource.recording(10, 10)),
                                FakeDetector.from(0.5).rule("r")),
                        observer,
                        sink)
                .await();

        assertThat(open).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertThat(raisedIn.get().frame().mediaNanos()).isEqualTo(500_000_000L);
    }

    @Test
    void observerThatThrowsHoldsUpNobody() throws Exception {
        CameraObserver broken = new CameraObserver() {
            @Override
            public void analysed(Observation o) {
                throw new IllegalStateException("no screen");
            }
        };
        Camera camera = engine.start(
                camera(
                        "a",
                        once(FakeSource.recording(10, 10)),
                        FakeDetector.silent().rule("r")),
                broken,
                sink);
        camera.await();

        assertThat(camera.report().framesAnalysed()).isEqualTo(10);
    }

    private static Site site(Authorisation authorisation, CameraConfig camera) {
        return new Site("site", List.of(camera), Optional.of(authorisation), List.of(), "digest");
    }

    private static Authorisation authorisation(String event, Instant from, Instant to) {
        return new Authorisation("order 1", Set.of(event), Set.of(), from, to);
    }

    @Test
    void siteRunsWithinItsAuthorisation() throws Exception {
        Instant now = Instant.now();
        Site site = site(
                authorisation("zone-intrusion", now.minusSeconds(60), now.plusSeconds(3600)),
                camera(
                        "a",
                        once(FakeSource.recording(20, 10)),
                        FakeDetector.from(1).rule("r")));
        engine.start(site, Camera.NOBODY, sink).get(0).await();
        engine.close();

        assertThat(alerts.get(0).provenance().configuration()).isEqualTo("digest");
    }

    @Test
    void siteWritesToItsOwnSinks(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("alerts.jsonl");
        CameraConfig camera = camera(
                "a", once(FakeSource.recording(20, 10)), FakeDetector.from(1).rule("r"));
        Site site = new Site("s", List.of(camera), Optional.empty(), List.of(new SinkConfig.JsonLines(file)), "");
        engine.start(site, Camera.NOBODY).get(0).await();
        engine.close();

        assertThat(file).content().contains("\"phase\":\"raised\"", "\"phase\":\"ended\"");
    }

    @Test
    void eventThatIsNotAuthorisedDoesNotRun() {
        Instant now = Instant.now();
        Site site = site(
                authorisation("wrong-way", now.minusSeconds(60), now.plusSeconds(3600)),
                camera("a", once(new FakeSource(false)), FakeDetector.silent().rule("r")));

        assertThatThrownBy(() -> engine.start(site, Camera.NOBODY, sink))
                .isInstanceOf(NotAuthorisedException.class)
                .hasMessageContaining("zone-intrusion");
    }

    @Test
    void nothingRunsAfterTheAuthorisationHasEnded() {
        Site site = site(
                authorisation("zone-intrusion", Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
                camera("a", once(new FakeSource(false)), FakeDetector.silent().rule("r")));

        assertThatThrownBy(() -> engine.start(site, Camera.NOBODY, sink)).isInstanceOf(NotAuthorisedException.class);
    }

    @Test
    void cameraStopsWhenItsAuthorisationEnds() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        FakeDetector detector = new FakeDetector(0, (scene, out) -> now.set(Instant.EPOCH.plusSeconds(10)));
        Site site = site(
                authorisation("zone-intrusion", Instant.EPOCH, Instant.EPOCH.plusSeconds(5)),
                camera("a", once(FakeSource.recording(20, 10)), detector.rule("r")));
        try (Engine bounded = Engine.create(clock)) {
            CameraStatus end = bounded.start(site, Camera.NOBODY, sink).get(0).await();

            assertThat(end.detail()).contains("authorisation");
            assertThat(detector.seconds).hasSize(1);
        }
    }

    @Test
    void reportNamesTheStagesAndTheirTimes() throws Exception {
        Camera camera = engine.start(
                camera(
                        "a",
                        once(FakeSource.recording(10, 10)),
                        FakeDetector.silent().rule("r")),
                sink);
        camera.await();

        assertThat(camera.report().stages()).containsKeys(Stage.values());
        assertThat(camera.report().analysed()).isEqualTo(Duration.ofMillis(900));
    }
}
