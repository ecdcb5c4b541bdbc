package dev.vsa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.detectors.firestart.FireStartParameters;
import dev.vsa.detectors.firestart.FireStartProvider;
import dev.vsa.frame.PixelFormat;
import dev.vsa.geometry.Zone;
import dev.vsa.perception.flame.FlameExtractor;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.simulation.Flames;
import dev.vsa.testkit.simulation.Lights;
import java.awt.Color;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From pixels to alerts, on simulated footage: flames, and what is taken for them, by night and by day. */
class FireFootageTest {

    private static final int NIGHT = 25;
    private static final int DAY = 140;
    private static final Color ORANGE = new Color(255, 170, 40);
    private static final Act NOTHING = (g, seconds) -> {};
    private static final Map<String, Findings> FINDINGS = new ConcurrentHashMap<>();

    static Stream<Arguments> fires() {
        return Stream.of(
                Arguments.of("small, by night", large(NIGHT, Flames.at(0.6, 0.7, 0.12))),
                Arguments.of("tiny, by night", large(NIGHT, Flames.at(0.6, 0.7, 0.06))),
                Arguments.of(
                        "growing, by day", fire(DAY, Flames.at(0.6, 0.7, 0.1).growing(0.1))),
                Arguments.of("pale, by day", fire(DAY, Flames.at(0.6, 0.7, 0.15).paleBy(0.6))),
                Arguments.of(
                        "three metres, by day",
                        fire(DAY, Flames.at(0.9, 0.9, 0.5).metres(3))),
                Arguments.of(
                        "three metres, by night",
                        fire(NIGHT, Flames.at(0.9, 0.9, 0.5).metres(3).seed(3))),
                Arguments.of(
                        "petrol, by night",
                        fire(NIGHT, Lights.petrol(0.8, 0.5, 0.12).between(2, 9))),
                Arguments.of(
                        "infrared",
                        fire(40, Flames.at(0.6, 0.7, 0.15).infrared()).format(PixelFormat.GRAY8)));
    }

    @BeforeAll
    static void judgeThemAll() {
        Map<String, Footage> all = Stream.of(fires(), lookAlikes(), disturbances())
                .flatMap(Function.identity())
                .collect(Collectors.toMap(each -> (String) each.get()[0], each -> (Footage) each.get()[1]));
        // On all cores: nearly all of the time is spent on painting.
        all.entrySet().parallelStream().forEach(each -> FINDINGS.put(each.getKey(), judge(each.getValue())));
    }

    @AfterAll
    static void forget() {
        FINDINGS.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fires")
    void aFireIsSignalledOnce(String what, Footage footage) {
        Findings findings = findings(what);

        assertThat(findings.occurrences()).as(what).hasSize(1);
        assertThat(findings.occurrences().get(0).raised()).isLessThan(10);
    }

    static Stream<Arguments> lookAlikes() {
        return Stream.of(
                        Arguments.of("a rotating beacon", Lights.beacon(0.6, 0.5, 0.05, 2)),
                        Arguments.of("an indicator", Lights.blinking(0.6, 0.5, 0.03, 1.5)),
                        Arguments.of("a strobe", Lights.blinking(0.6, 0.5, 0.06, 4)),
                        Arguments.of("a lamp out of order", Lights.brokenLamp(0.6, 0.4, 0.05)),
                        Arguments.of("a car that arrives", Lights.arrives(0.8, 0.6, 1.5)),
                        Arguments.of(
                                "a floodlight switched on",
                                Lights.flood(0.8, 0.4, 0.12, ORANGE).between(2, 9)),
                        Arguments.of("traffic", Lights.traffic(0.5, 2)),
                        Arguments.of("dense traffic", Lights.traffic(0.5, 5)),
                        Arguments.of("brake lights on a wet road", Lights.wetRoad(0.8, 0.5)),
                        Arguments.of("a lit sign", Lights.sign(0.4, 0.3, 0.1)),
                        Arguments.of("a wall of lamps", Lights.ledWall(0.3, 0.3, 0.12)),
                        Arguments.of("a burned-in clock in white", Lights.clock(Color.WHITE, false)),
                        Arguments.of("a burned-in clock in orange", Lights.clock(ORANGE, false)),
                        Arguments.of("a burned-in clock of tenths in orange", Lights.clock(ORANGE, true)),
                        Arguments.of("the sun through leaves", Lights.sunThroughLeaves(0.8, 0.3, 0.1)),
                        Arguments.of("glitter on water", Lights.glitter(0.2, 0.5, 1.2, 0.3)),
                        Arguments.of("a walker in red", Lights.walker(0.3, 1.2, 0.9, 0.5, new Color(200, 40, 30))),
                        Arguments.of("a worker who walks", Lights.walker(0.3, 1.2, 0.9, 0.5, new Color(255, 140, 30))),
                        Arguments.of("a worker who waves", Lights.walker(0.6, 0.62, 0.9, 0.5, new Color(255, 140, 30))),
                        Arguments.of("a red flag", Lights.flag(0.5, 0.3, 0.15, new Color(220, 40, 30))),
                        Arguments.of("an orange flag", Lights.flag(0.5, 0.3, 0.15, new Color(255, 140, 40))),
                        Arguments.of("steam", Lights.steam(0.6, 0.7, 0.3)),
                        Arguments.of("welding", Lights.welding(0.6, 0.6, 0.03)),
                        Arguments.of("a lantern carried along", Lights.carried(0.3, 1.3, 0.6, 0.03)))
                .flatMap(each -> Stream.of(NIGHT, DAY)
                        .map(level -> Arguments.of(
                                each.get()[0] + (level == DAY ? ", by day" : ", by night"),
                                footage(level, (Act) each.get()[1]))));
    }

    static Stream<Arguments> disturbances() {
        Act sign = Lights.sign(0.4, 0.3, 0.15);
        return Stream.of(
                Arguments.of("a slow swing of the exposure", footage(90, sign).act(Lights.exposureSwing(1, 0.4))),
                Arguments.of("a fast swing of the exposure", footage(90, sign).act(Lights.exposureSwing(3, 0.3))),
                Arguments.of("a coder's blocks", footage(90, sign).act(Lights.blocks(20))),
                Arguments.of(
                        "a floodlight to which the exposure adapts",
                        footage(NIGHT, Lights.flood(0.8, 0.4, 0.12, ORANGE).between(2, 9))
                                .act(Lights.adapting(2))),
                Arguments.of(
                        "somebody walks before a floodlight",
                        footage(NIGHT, Lights.flood(0.8, 0.5, 0.14, ORANGE).between(2, 9))
                                .act(Lights.walker(0.2, 1.4, 0.9, 0.6, new Color(50, 50, 60)))),
                Arguments.of(
                        "lightning", footage(NIGHT, Lights.petrol(0.8, 0.2, 0.3).between(3, 3.4))),
                Arguments.of("traffic in infrared", grey(Lights.traffic(0.5, 2))),
                Arguments.of("glitter in infrared", grey(Lights.glitter(0.2, 0.5, 1.2, 0.3))),
                Arguments.of("welding in infrared", grey(Lights.welding(0.6, 0.6, 0.03))),
                Arguments.of("steam in infrared", grey(Lights.steam(0.6, 0.7, 0.3))),
                Arguments.of("a strobe in infrared", grey(Lights.blinking(0.6, 0.5, 0.06, 4))),
                Arguments.of("a clock of tenths in infrared", grey(Lights.clock(Color.WHITE, true))),
                Arguments.of("noise of a dark picture", footage(NIGHT, NOTHING).grain(9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lookAlikes", "disturbances"})
    void aLookAlikeIsNotSignalled(String what, Footage footage) {
        assertThat(findings(what).occurrences()).as(what).isEmpty();
    }

    private static Findings findings(String what) {
        return Objects.requireNonNull(FINDINGS.get(what), what);
    }

    private static Footage fire(int level, Act act) {
        return Footage.of(320, 180, 12.5, 10.5).act(Lights.backdrop(level)).act(act);
    }

    /** Of twice the size, for the sake of the classifier, which looks at the camera's pixels. */
    private static Footage large(int level, Act act) {
        return Footage.of(640, 360, 12.5, 10.5).act(Lights.backdrop(level)).act(act);
    }

    /** Two memories of the flicker and twice the proof. */
    private static Footage footage(int level, Act act) {
        return Footage.of(320, 180, 12.5, 8).act(Lights.backdrop(level)).act(act);
    }

    private static Footage grey(Act act) {
        return footage(40, act).format(PixelFormat.GRAY8);
    }

    private static Findings judge(Footage footage) {
        Luma luma = new Luma();
        SceneBuilder builder = new SceneBuilder();
        DetectorHarness harness = DetectorHarness.of(new FireStartProvider(), FireStartParameters.in(Zone.frame()));
        try (FlameExtractor extractor = new FlameExtractor(luma)) {
            footage.play(frame -> {
                builder.begin("camera", frame.mediaNanos(), 0, frame.layout().aspect(), frame.height());
                luma.load(frame);
                Table table = extractor.extract(frame, builder.lend());
                if (table != null) {
                    builder.feature(FlameCandidates.KEY, table);
                }
                harness.show(builder.lend());
            });
        }
        return harness.findings();
    }
}
