package dev.vsa.detectors.crowddensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.GroundPlane.Correspondence;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Scenario;
import java.util.List;
import java.util.Optional;
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
}
