package dev.vsa.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    private final float[] values = {0, 1, 2, 10, 11, 12};
    private final Grid grid = Grid.over(3, 2, values);

    @Test
    void cellsLieRowByRowFromTheTopLeft() {
        assertThat(grid.at(2, 1)).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.33, 0.49, 0",
        "0.34, 0.49, 1",
        "0.99, 0.51, 12",
        "1, 1, 12",
        "-5, 0.6, 10",
        "9, -9, 2",
        "1e300, 1e300, 12",
        "-Infinity, Infinity, 10"
    })
    void aPointTakesItsCellAndOneOutsideTheNearest(double x, double y, float expected) {
        assertThat(grid.at(x, y)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "-1, 1", "0, 2", "0, -1"})
    void aCellThatIsNoneIsRefused(int column, int row) {
        assertThatThrownBy(() -> grid.at(column, row)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "3, 0", "-3, -2", "3, 3", "65536, 65536"})
    void sizesThatDoNotFitAreRefused(int columns, int rows) {
        assertThatThrownBy(() -> Grid.over(columns, rows, values)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sizesWhoseProductOverflowsToTheLengthAreRefused() {
        assertThatThrownBy(() -> Grid.over(65_536, 65_536, new float[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGridIsAViewOfItsArray() {
        values[0] = 42;

        assertThat(grid.at(0, 0)).isEqualTo(42);
    }

    @Test
    void aCopyIsNot() {
        Grid copy = grid.copy();
        values[0] = 42;

        assertThat(copy.at(0, 0)).isZero();
    }
}
