package dev.vsa.detectors.crowddensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.GroundPlane.Correspondence;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.View;
import dev.vsa.testkit.simulation.Crowds;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CrowdDensityCasesTest {

    private static final Zone HALL = Zone.of("hall", 0, 0.25, 1, 0.25, 1, 1, 0, 1);
    private static final GroundPlane TEN_METRES = GroundPlane.of(List.of(
            new Correspondence(new Point(0, 0), 0, 0),
            new Correspondence(new Point(1, 0), 10, 0),
            new Correspondence(new Point(1, 1), 10, 10),
            new Correspondence(new Point(0, 1), 0, 10)));

    private static Findings judge(CrowdDensityParameters parameters, Optional<GroundPlane> plane, Scenario scenario) {
        return DetectorHarness.of(new CrowdDensityProvider(), parameters, DetectorHarness.context(plane))
                .show(scenario.filmedAt(5))
                .findings();
    }

    /** A crowd that only the head count sees, spread over the lower half of the picture. */
    private static Scenario crowd(double seconds, DoubleUnaryOperator persons) {
        return Scenario.lasting(seconds).feature(HeadCount.KEY, (second, view) -> {
            float[] cells = new float[8 * 8];
            for (int i = 32; i < 64; i++) {
                cells[i] = (float) (persons.applyAsDouble(second) / 32);
            }
            return Grid.over(8, 8, cells);
        });
    }

    private static Findings count(int max, DoubleUnaryOperator persons) {
        return judge(CrowdDensityParameters.counting(HALL, max), Optional.empty(), crowd(30, persons));
    }

    @Test
    void asManyAsAreTooManyAreSignalledAfterTheDuration() {
        Findings findings = count(50, second -> second < 10 ? 10 : 80);

        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(it -> assertThat(it.raised()).isCloseTo(13, within(1.0)));
    }

    @Test
    void aFewTooFewAreNone() {
        assertThat(count(50, second -> 45).occurrences()).isEmpty();
    }

    @Test
    void aCountThatTremblesAtTheThresholdIsOneOccurrence() {
        assertThat(count(50, second -> 52 + 4 * Math.sin(3 * second)).occurrences())
                .hasSize(1);
    }

    @Test
    void aGroupThatOnlyPassesIsNone() {
        assertThat(count(50, second -> second > 10 && second < 11.5 ? 70 : 5).occurrences())
                .isEmpty();
    }

    @Test
    void itEndsWhenThereAreClearlyFewer() {
        assertThat(count(50, second -> second < 15 ? 60 : 20).occurrences())
                .singleElement()
                .satisfies(it -> assertThat(it.open()).isFalse());
    }

    @Test
    void headsOutsideTheZoneDoNotCount() {
        Zone upper = Zone.of("upper", 0, 0, 1, 0, 1, 0.45, 0, 0.45);

        assertThat(judge(CrowdDensityParameters.counting(upper, 10), Optional.empty(), crowd(10, second -> 100))
                        .occurrences())
                .isEmpty();
    }

    @Test
    void personsThatTheModelNamesCountWithoutAHeadCount() {
        Actor[] actors = new Actor[12];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = Actor.person(i + 1).at(0, 0.1 + 0.07 * i, 0.7).at(20, 0.12 + 0.07 * i, 0.7);
        }
        Scenario scenario = Scenario.lasting(20).with(actors);

        assertThat(judge(CrowdDensityParameters.counting(HALL, 10), Optional.empty(), scenario)
                        .occurrences())
                .hasSize(1);
        assertThat(judge(CrowdDensityParameters.counting(HALL, 13), Optional.empty(), scenario)
                        .occurrences())
                .isEmpty();
    }

    @Test
    void onACalibratedCameraPersonsToASquareMetreCount() {
        // The hall is 75 m²: 150 persons are two to a square metre.
        CrowdDensityParameters two = CrowdDensityParameters.perSquareMetre(HALL, 2);

        assertThat(judge(two, Optional.of(TEN_METRES), crowd(20, second -> 170))
                        .signals()
                        .get(0)
                        .signal()
                        .explanation()
                        .sentence())
                .contains("to a square metre");
        assertThat(judge(two, Optional.of(TEN_METRES), crowd(20, second -> 130)).occurrences())
                .isEmpty();
    }

    @Test
    void theAreaOfAZoneIsThatOfTheGround() {
        assertThat(Ground.area(PreparedPolygon.of(HALL.polygon()), TEN_METRES)).isCloseTo(75, within(0.5));
    }

    @Test
    void withoutALimitAndWithoutAGroundPlaneItIsRefused() {
        assertThatThrownBy(() -> new CrowdDensityProvider()
                        .create(
                                CrowdDensityParameters.perSquareMetre(HALL, 2),
                                DetectorHarness.context(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max-people")
                .hasMessageContaining("calibrate");
    }

    /** As a count of far persons goes: from a third of what there are to nearly all, from look to look. */
    @Test
    void aCountThatLeapsAboutButIsTooHighOnAverageIsOneOccurrence() {
        double[] looks = {48, 97, 22, 57, 98, 63, 136, 60, 90, 40};

        Findings findings = judge(
                CrowdDensityParameters.counting(HALL, 60),
                Optional.empty(),
                crowd(9, second -> looks[(int) Math.min(9, second)]));

        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(it -> assertThat(it.raised()).isLessThan(5));
    }

    @Test
    void aCountThatLeapsAboutButIsLowOnAverageIsNone() {
        double[] looks = {48, 30, 22, 57, 40, 35, 66, 30, 45, 20};

        assertThat(count(60, second -> looks[(int) second % 10]).occurrences()).isEmpty();
    }

    /** Three times as many as there may be, for half of the duration. */
    @Test
    void aRushIsNone() {
        assertThat(count(50, second -> second > 10 && second < 11 ? 150 : 5).occurrences())
                .isEmpty();
    }

    @Test
    void aCameraThatWasMovedEndsItAndSaysSo() {
        DetectorHarness harness = DetectorHarness.of(
                        new CrowdDensityProvider(),
                        CrowdDensityParameters.counting(HALL, 50),
                        DetectorHarness.context(Optional.empty()))
                .show(crowd(10, second -> 90).filmedAt(5));
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.CAMERA_MOVED, 10_000_000_000L, 10_200_000_000L, "test"));

        assertThat(harness.findings().occurrences())
                .singleElement()
                .satisfies(it -> assertThat(it.cause()).contains(EndCause.BLINDNESS));
        assertThat(harness.findings().blindness()).isNotEmpty();
    }

    /** The same crowds at other rates, mirrored, smaller, in another shape: the same alerts within two thirds of a second. */
    @Test
    void neitherRateNorViewMatters() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            double high = 70 + 50 * random.nextDouble(); // nearer to the limit, the moment is anybody's guess
            double from = 4 + 8 * random.nextDouble();
            double to = from + 8 + 6 * random.nextDouble();
            Scenario scenario = Scenario.lasting(40)
                    .feature(
                            HeadCount.KEY,
                            Crowds.heads(0.3, 0.4, 0.7, 0.8, second -> second > from && second < to ? high : 20));
            CrowdDensityParameters p =
                    CrowdDensityParameters.counting(Zone.of("part", 0.2, 0.3, 0.8, 0.3, 0.8, 0.9, 0.2, 0.9), 50);
            Findings.Occurrence expected = single(p, scenario.filmedAt(12.5), seed);
            for (double fps : new double[] {1, 5, 25}) {
                assertSame(single(p, scenario.filmedAt(fps), seed), expected, seed, fps);
            }
            View view = scenario.view();
            for (View other : List.of(
                    view.mirror(),
                    view.scaled(0.7).shifted(0.05, -0.05),
                    view.scaled(0.75).inAspect(1))) {
                assertSame(single(other.parameters(p), scenario.filmedAt(12.5, other), seed), expected, seed, 12.5);
            }
        }
    }

    private static Findings.Occurrence single(CrowdDensityParameters p, List<Scene> scenes, long seed) {
        Findings findings = DetectorHarness.of(new CrowdDensityProvider(), p, DetectorHarness.context(Optional.empty()))
                .show(scenes)
                .findings();
        assertThat(findings.occurrences()).as("seed " + seed).hasSize(1);
        return findings.occurrences().get(0);
    }

    private static void assertSame(Findings.Occurrence one, Findings.Occurrence other, long seed, double fps) {
        double step = 0.2 + 1.5 / fps; // a scene is waited for, and half a one is guessed
        assertThat(one.raised()).as("raised, seed " + seed + ", fps " + fps).isCloseTo(other.raised(), within(step));
        assertThat(one.ended().orElse(-1.0))
                .as("ended, seed " + seed + ", fps " + fps)
                .isCloseTo(other.ended().orElse(-1.0), within(2 * step));
    }

    /** Grids of any size, with cells that are no numbers: no exception, no alert but by what can be counted. */
    @Test
    void oddHeadCountsNeitherThrowNorAlert() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Scenario scenario = Scenario.lasting(8).feature(HeadCount.KEY, (second, view) -> {
                int columns = 1 + random.nextInt(60);
                int rows = 1 + random.nextInt(40);
                float[] cells = new float[columns * rows];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = random.nextBoolean() ? Float.NaN : -100 * random.nextFloat();
                }
                return random.nextInt(5) == 0 ? null : Grid.over(columns, rows, cells);
            });
            assertThat(judge(CrowdDensityParameters.counting(HALL, 5), Optional.empty(), scenario)
                            .occurrences())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void oneInfiniteCellIsForgotten() {
        assertThat(count(50, second -> second > 5 && second < 5.5 ? Double.POSITIVE_INFINITY : 20)
                        .occurrences())
                .isEmpty();
    }

    @Test
    void whereMostAreTooLowToBeFoundItSaysThatItCannotJudge() {
        Actor[] far = new Actor[8];
        for (int i = 0; i < far.length; i++) {
            far[i] = Actor.person(i + 1)
                    .sized(0.003, 0.008)
                    .at(0, 0.1 + 0.1 * i, 0.7)
                    .stays(10);
        }

        assertThat(judge(
                                CrowdDensityParameters.counting(HALL, 30),
                                Optional.empty(),
                                Scenario.lasting(10).with(far))
                        .blindness())
                .isNotEmpty();
        assertThat(count(50, second -> 20).blindness()).isEmpty();
    }
}
