package dev.vsa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapTest {

    private static final Box LEFT = new Box(0, 0, 0.5, 1);

    @Test
    void laterChangesOfTheCellsDoNotReachIt() {
        float[] cells = {1, 2, 3, 0.25f};
        HeatMap map = new HeatMap("persons", LEFT, Grid.over(2, 2, cells));
        cells[2] = 9;

        assertThat(map.most()).isEqualTo(3);
        assertThat(map).isEqualTo(new HeatMap("persons", LEFT, Grid.over(2, 2, new float[] {1, 2, 3, 0.25f})));
        assertThat(map).isNotEqualTo(new HeatMap("persons", LEFT, Grid.over(2, 2, cells)));
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, Float.NaN, Float.POSITIVE_INFINITY})
    void cellsAreCounts(float cell) {
        Grid cells = Grid.over(2, 1, new float[] {1, cell});

        assertThatIllegalArgumentException().isThrownBy(() -> new HeatMap("persons", LEFT, cells));
    }

    @Test
    void anAlertTravelsFarAndSoAMapIsSmall() {
        Grid cells = Grid.over(205, 5, new float[1025]);

        assertThatIllegalArgumentException().isThrownBy(() -> new HeatMap("persons", LEFT, cells));
    }
}
