package dev.vsa.detectors.crowddensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.HeatMap;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Scenario;
import org.junit.jupiter.api.Test;

/** By simulated scenes. */
class CrowdDensityHeatMapTest {

    private static final Zone LOWER_HALF = Zone.of("lower half", 0, 0.5, 1, 0.5, 1, 1, 0, 1);

    private static HeatMap first(int max, Scenario scenario) {
        Findings findings = DetectorHarness.of(
                        new CrowdDensityProvider(), CrowdDensityParameters.counting(LOWER_HALF, max))
                .show(scenario.filmedAt(5))
                .findings();
        assertThat(findings.signals()).isNotEmpty();
        return findings.signals().get(0).signal().explanation().heatMap().orElseThrow();
    }

    private static double sum(Grid cells) {
        double sum = 0;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                sum += cells.at(column, row);
            }
        }
        return sum;
    }

    @Test
    void headsAreWhereTheyWereCountedAndOnlyThoseInTheZone() {
        HeatMap map = first(20, Scenario.lasting(10).feature(HeadCount.KEY, (second, view) -> {
            float[] cells = new float[48 * 27];
            cells[5 * 48 + 10] = 40; // above the zone
            cells[26 * 48 + 47] = 30; // the lower right corner
            cells[14 * 48] = 1.3f; // at the left, just within
            return Grid.over(48, 27, cells);
        }));

        assertThat(map.what()).isEqualTo("persons");
        assertThat(map.over()).isEqualTo(new Box(0, 0.5, 1, 1));
        Grid cells = map.cells();
        assertThat(cells.at(cells.columns() - 1, cells.rows() - 1)).isEqualTo(30);
        assertThat(cells.at(0, 0)).isEqualTo(1.25f);
        assertThat(sum(cells)).isEqualTo(31.25);
    }

    @Test
    void withoutAHeadCountPersonsAreWhereTheyStand() {
        Actor[] actors = new Actor[12];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = Actor.person(i + 1).at(0, 0.8 + 0.015 * i, 0.7).at(20, 0.8 + 0.015 * i, 0.7);
        }

        HeatMap map = first(10, Scenario.lasting(10).with(actors));

        assertThat(sum(map.cells())).isCloseTo(12, within(1e-9));
        assertThat(map.cells().at(0.5, 0.5)).isZero();
        assertThat(map.cells().at(0, 0)).isZero();
    }

    @Test
    void theSameScenesGiveTheSameMap() {
        Scenario scenario = Scenario.lasting(10).feature(HeadCount.KEY, (second, view) -> {
            float[] cells = new float[48 * 27];
            for (int i = 700; i < 1000; i++) {
                cells[i] = (i % 7) / 7f;
            }
            return Grid.over(48, 27, cells);
        });

        assertThat(first(20, scenario)).isEqualTo(first(20, scenario));
    }
}
