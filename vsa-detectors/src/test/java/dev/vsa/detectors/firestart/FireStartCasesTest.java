package dev.vsa.detectors.firestart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Table;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.Needs;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Findings.Occurrence;
import dev.vsa.testkit.Scenario;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FireStartCasesTest {

    private static final FireStartParameters PARAMETERS = FireStartParameters.in(Zone.frame());

    @Test
    void aFlameIsSignalledOnceItHasBurntForTheProofTimeAndEndsAfterTheAbsence() {
        Findings findings = watch(scenario(20, 2, 10, Map.of()));

        assertThat(findings.occurrences()).hasSize(1);
        Occurrence fire = findings.occurrences().get(0);
        assertThat(fire.onset()).isCloseTo(2, within(0.1));
        assertThat(fire.raised()).isCloseTo(4, within(0.17));
        assertThat(fire.cause()).contains(EndCause.RULE);
        assertThat(fire.ended().orElseThrow()).isCloseTo(15, within(0.2));
    }

    @Test
    void everyMeasureIsToldWithItsThreshold() {
        Findings findings = watch(scenario(20, 2, 10, Map.of()));

        assertThat(findings.signals().get(0).signal().explanation().measures())
                .filteredOn(m -> !Double.isNaN(m.threshold()))
                .extracting(m -> m.name())
                .contains(
                        "burning",
                        "flicker",
                        "lit",
                        "brightness",
                        "outline change",
                        "unison, at most",
                        "drift, at most");
    }

    /** Each look-alike differs from a flame in one respect, and that one suffices. */
    @ParameterizedTest
    @CsvSource({
        "a warm wall with a shadow passing, 6, 1.2",
        "a strobe that beats in unison, 9, 0.95",
        "a rotating beacon, 10, 0.92",
        "a lit sign with fixed letters, 11, 0.01",
        "a person in red who walks, 12, 0.6",
        "brake lights that pass, 14, 0.1",
        "red cloth in the shade, 16, 0.55",
        "scattered specks, 8, 0.05",
        "a burned-in clock, 20, 0.15"
    })
    void aLookAlikeIsNotSignalled(String what, int column, double value) {
        Findings findings = watch(scenario(30, 2, 25, Map.of(column, value)));

        assertThat(findings.signals()).as(what).isEmpty();
        assertThat(findings.peakMargin()).as(what).isLessThan(1);
    }

    @Test
    void tapeThatFluttersIsNotSignalled() {
        Findings findings = watch(scenario(
                30,
                2,
                25,
                Map.of(
                        FlameCandidates.LEFT, 0.4,
                        FlameCandidates.RIGHT, 0.53,
                        FlameCandidates.TOP, 0.315,
                        FlameCandidates.BOTTOM, 0.335)));

        assertThat(findings.signals()).isEmpty();
    }

    @Test
    void whatTheClassifierIsSureOfMayFlickerSlowly() {
        Map<Integer, Double> slow = Map.of(FlameCandidates.RATE, 1.3, FlameCandidates.FLAME, 0.3);
        Map<Integer, Double> sure = Map.of(FlameCandidates.RATE, 1.3, FlameCandidates.FLAME, 0.9);

        assertThat(watch(scenario(20, 2, 15, slow)).signals()).isEmpty();
        assertThat(watch(scenario(20, 2, 15, sure)).occurrences()).hasSize(1);
    }

    @Test
    void whatTheClassifierIsSureOfMayHaveCaughtFireJustNow() {
        Map<Integer, Double> just = Map.of(FlameCandidates.LIT, 0.2, FlameCandidates.FLAME, 0.3);
        Map<Integer, Double> sure = Map.of(FlameCandidates.LIT, 0.2, FlameCandidates.FLAME, 0.9);

        assertThat(watch(scenario(20, 2, 15, just)).signals()).isEmpty();
        assertThat(watch(scenario(20, 2, 15, sure)).occurrences()).hasSize(1);
    }

    /** A blaze has but few measures, and one that differs suffices here as well. */
    @ParameterizedTest
    @CsvSource({
        "a lamp switched on, 6, 0.2",
        "lights that move, 14, 0.05",
        "headlights, 15, 0.1",
        "hazard lights, 10, 0.9",
        "nothing known yet of its rhythm, 10, -1"
    })
    void aBlazeIsSignalledAndWhatIsTakenForOneIsNot(String what, int column, double value) {
        Map<Integer, Double> blaze = new HashMap<>(Map.of(
                FlameCandidates.SURGE, 4.0,
                FlameCandidates.AGE, 2.5,
                FlameCandidates.RATE, 1.0,
                FlameCandidates.LIT, 0.4,
                FlameCandidates.COLOUR, 0.7,
                FlameCandidates.PERIODICITY, 0.2,
                FlameCandidates.SWING, -1.0,
                FlameCandidates.OUTLINE, -1.0));
        Findings burning = watch(scenario(20, 2, 10, blaze));
        blaze.put(column, value);

        assertThat(burning.occurrences()).hasSize(1);
        assertThat(burning.signals().get(0).signal().explanation().sentence()).startsWith("Light burst out");
        assertThat(watch(scenario(20, 2, 10, blaze)).signals()).as(what).isEmpty();
    }

    /** Without colour no glow can be asked for: it takes half as long again, and what rests or moves is none as before. */
    @ParameterizedTest
    @CsvSource({"a lamp switched on, 6, 0.2", "headlights that move, 14, 0.05", "hazard lights, 10, 0.9"})
    void aBlazeInAPictureWithoutColourIsSignalledAfterHalfAsLongAgain(String what, int column, double value) {
        Map<Integer, Double> blaze = new HashMap<>(Map.of(
                FlameCandidates.SURGE, 4.0,
                FlameCandidates.AGE, 0.0,
                FlameCandidates.RATE, 1.0,
                FlameCandidates.LIT, 0.4,
                FlameCandidates.COLOUR, 0.0,
                FlameCandidates.GREY, 1.0,
                FlameCandidates.PERIODICITY, 0.2,
                FlameCandidates.SWING, -1.0,
                FlameCandidates.OUTLINE, -1.0));
        Findings burning = watch(scenario(20, 2, 10, blaze));
        blaze.put(column, value);

        assertThat(burning.occurrences()).hasSize(1);
        assertThat(burning.occurrences().get(0).raised()).isCloseTo(5, within(0.2));
        assertThat(burning.signals().get(0).signal().explanation().sentence()).contains("no colour");
        assertThat(watch(scenario(20, 2, 10, blaze)).signals()).as(what).isEmpty();
    }

    @Test
    void whatTheClassifierDeniesIsNoneUnlessItIsTooSmallToTell() {
        Map<Integer, Double> large = Map.of(FlameCandidates.FLAME, 0.05);
        Map<Integer, Double> small = Map.of(
                FlameCandidates.FLAME, 0.05,
                FlameCandidates.LEFT, 0.6,
                FlameCandidates.RIGHT, 0.615,
                FlameCandidates.TOP, 0.6,
                FlameCandidates.BOTTOM, 0.63);

        assertThat(watch(scenario(20, 2, 15, large)).signals()).isEmpty();
        assertThat(watch(scenario(20, 2, 15, small)).occurrences()).hasSize(1);
    }

    @Test
    void theClassifierAloneSignalsNothing() {
        Map<Integer, Double> still = Map.of(
                FlameCandidates.FLAME,
                1.0,
                FlameCandidates.RATE,
                0.5,
                FlameCandidates.SWING,
                0.0,
                FlameCandidates.OUTLINE,
                0.0);

        assertThat(watch(scenario(20, 2, 15, still)).signals()).isEmpty();
    }

    @Test
    void nothingIsSignalledBeforeItIsKnownWhetherItRepeatsItself() {
        Map<Integer, Double> unknown = Map.of(FlameCandidates.PERIODICITY, -1.0);

        assertThat(watch(scenario(20, 2, 15, unknown)).signals()).isEmpty();
    }

    @Test
    void withoutColourItTakesLivelierFlickerAndLonger() {
        Findings dull = watch(scenario(20, 2, 15, Map.of(FlameCandidates.GREY, 1.0, FlameCandidates.RATE, 1.7)));
        Findings lively = watch(scenario(20, 2, 15, Map.of(FlameCandidates.GREY, 1.0, FlameCandidates.RATE, 2.2)));

        assertThat(dull.signals()).isEmpty();
        assertThat(lively.occurrences()).hasSize(1);
        assertThat(lively.occurrences().get(0).raised()).isCloseTo(5, within(0.17));
        assertThat(lively.signals().get(0).signal().explanation().sentence()).contains("no colour");
    }

    @Test
    void twoFlamesOfOneFireAreOneOccurrence() {
        Scenario two = Scenario.lasting(15).feature(FlameCandidates.KEY, (second, view) -> {
            Table one = Burning.table(view, second, Map.of());
            Table other = Burning.table(view, second, Map.of(FlameCandidates.ID, 8.0, FlameCandidates.LEFT, 0.1));
            double[] rows = new double[2 * FlameCandidates.COLUMNS];
            for (int c = 0; c < FlameCandidates.COLUMNS; c++) {
                rows[c] = one.at(0, c);
                rows[FlameCandidates.COLUMNS + c] = other.at(0, c);
            }
            return Table.of(FlameCandidates.COLUMNS, rows);
        });

        assertThat(watch(two).occurrences()).hasSize(1);
    }

    @Test
    void aFireOutsideTheZoneIsNotSignalled() {
        FireStartParameters left = FireStartParameters.in(Zone.of("left", 0, 0, 0.4, 0, 0.4, 1, 0, 1));

        assertThat(watch(scenario(20, 2, 10, Map.of()), left).signals()).isEmpty();
    }

    @Test
    void anObjectModelThatSeesFireThereConfirmsWhatIsALittleShortOfAFlame() {
        Scenario weak = scenario(20, 2, 10, Map.of(FlameCandidates.RATE, 1.3));

        assertThat(watch(weak).signals()).isEmpty();
        assertThat(harness()
                        .show(seen(weak, new Box(0.55, 0.5, 0.65, 0.7)))
                        .findings()
                        .signals())
                .isNotEmpty();
        assertThat(harness()
                        .show(seen(weak, new Box(0.1, 0.1, 0.2, 0.2)))
                        .findings()
                        .signals())
                .isEmpty();
    }

    @Test
    void theObjectModelRunsForItOnlyIfAsked() {
        Needs needs = new FireStartProvider().needs(PARAMETERS);
        Needs asked = new FireStartProvider()
                .needs(new FireStartParameters(Zone.frame(), Duration.ofSeconds(2), Duration.ofSeconds(5), true));

        assertThat(needs.tracks()).isEmpty();
        assertThat(needs.features()).containsExactly(FlameCandidates.KEY);
        assertThat(asked.tracks()).containsExactlyInAnyOrder(Role.FIRE, Role.SMOKE);
    }

    @Test
    void aShortInterruptionOfTheFlickerDoesNotEndTheFire() {
        Scenario gusts = Scenario.lasting(30)
                .feature(
                        FlameCandidates.KEY,
                        (second, view) -> second < 2 || second % 6 > 4
                                ? Burning.nothing()
                                : Burning.table(view, second - 2, Map.of()));

        assertThat(watch(gusts).occurrences()).hasSize(1);
    }

    @Test
    void aCameraThatMovedEndsTheFireAsBlindness() {
        DetectorHarness harness = harness().show(scenario(8, 1, 8, Map.of()).filmedAt(12.5));
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.CAMERA_MOVED, 8, 8, "test"));

        assertThat(harness.findings().occurrences().get(0).cause()).contains(EndCause.BLINDNESS);
    }

    @Test
    void aSceneWithoutTheFeatureIsNotJudged() {
        assertThat(watch(Scenario.lasting(1)).blindness()).isNotEmpty();
    }

    /** Tables of noise: no exception, no margin that is not a number; printed seed. */
    @Test
    void tablesOfNoiseThrowNothing() {
        long seed = 20_240;
        Random random = new Random(seed);
        Scenario noise = Scenario.lasting(60).feature(FlameCandidates.KEY, (second, view) -> {
            int rows = random.nextInt(20);
            double[] values = new double[rows * FlameCandidates.COLUMNS];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (random.nextInt(8)) {
                    case 0 -> Double.NaN;
                    case 1 -> Double.POSITIVE_INFINITY;
                    case 2 -> -random.nextDouble();
                    case 3 -> 1e300;
                    default -> random.nextDouble();
                };
            }
            return Table.of(FlameCandidates.COLUMNS, values);
        });

        assertThat(watch(noise).open()).as("seed " + seed).hasSizeLessThanOrEqualTo(1);
    }

    private static Scenario scenario(double seconds, double from, double to, Map<Integer, Double> changes) {
        return Scenario.lasting(seconds)
                .feature(
                        FlameCandidates.KEY,
                        (second, view) -> second < from || second >= to
                                ? Burning.nothing()
                                : Burning.table(view, second - from, changes));
    }

    private static List<Scene> seen(Scenario scenario, Box box) {
        return scenario.filmedAt(12.5).stream().map(scene -> seen(scene, box)).toList();
    }

    private static Scene seen(Scene scene, Box box) {
        SceneBuilder builder = new SceneBuilder();
        builder.begin(scene.cameraId(), scene.mediaNanos(), 0, scene.aspect(), scene.pictureHeight());
        builder.detection(new Detection(Role.FIRE, "fire", 0.6, box));
        Table table = scene.feature(FlameCandidates.KEY);
        if (table != null) {
            builder.feature(FlameCandidates.KEY, table);
        }
        return builder.build();
    }

    private static DetectorHarness harness() {
        return DetectorHarness.of(new FireStartProvider(), PARAMETERS);
    }

    private static Findings watch(Scenario scenario) {
        return harness().show(scenario.filmedAt(12.5)).findings();
    }

    private static Findings watch(Scenario scenario, FireStartParameters parameters) {
        return DetectorHarness.of(new FireStartProvider(), parameters)
                .show(scenario.filmedAt(12.5))
                .findings();
    }
}
