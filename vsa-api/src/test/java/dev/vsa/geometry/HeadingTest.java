package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "NaN, 1", "1, NaN", "Infinity, 0", "0, -Infinity", "NaN, Infinity"})
    void aVectorWithoutDirectionIsRefused(double dx, double dy) {
        assertThatThrownBy(() -> new Heading(dx, dy)).isInstanceOf(InvalidGeometryException.class);
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "3e300, 4e300", "3e-300, 4e-300", "3e-320, 4e-320"})
    void anyVectorIsScaledToLengthOne(double dx, double dy) {
        Heading heading = new Heading(dx, dy);

        assertThat(Math.hypot(heading.dx() - 0.6, heading.dy() - 0.8)).isLessThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aHeadingMadeOfAHeadingsPartsIsTheSame(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 5000; i++) {
            Heading heading = new Heading(random.between(-1, 1), random.between(-1, 1));
            assertThat(new Heading(heading.dx(), heading.dy()))
                    .as("seed %d", seed)
                    .isEqualTo(heading);
        }
    }

    @Test
    void equalDirectionsAreEqualValues() {
        assertThat(new Heading(-0.0, 2)).isEqualTo(new Heading(0.0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0, 1, 90", "-1, 0, 180", "0, -1, -90", "1, 1, 45"})
    void degreesRunClockwiseFromTheRight(double dx, double dy, double degrees) {
        assertThat(new Heading(dx, dy).degrees()).isCloseTo(degrees, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cosineIsThatOfTheAngleBetween(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 1000; i++) {
            double a = random.between(-Math.PI, Math.PI);
            double b = random.between(-Math.PI, Math.PI);
            double length = Math.pow(10, random.between(-9, 9));
            assertThat(new Heading(Math.cos(a), Math.sin(a)).cosine(length * Math.cos(b), length * Math.sin(b)))
                    .as("seed %d: %s %s", seed, a, b)
                    .isCloseTo(Math.cos(a - b), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cosineNeverLeavesTheRangeOfTheArcCosine(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 5000; i++) {
            Heading heading = new Heading(random.between(-1, 1), random.between(-1, 1));
            double scale = random.between(-3, 3);
            assertThat(heading.cosine(scale * heading.dx(), scale * heading.dy()))
                    .as("seed %d", seed)
                    .isBetween(-1.0, 1.0);
        }
    }

    @Test
    void cosineWithNothingIsZero() {
        assertThat(new Heading(1, 0).cosine(0, 0)).isZero();
    }

    @Test
    void cosineWithWhatIsNoNumberIsNoNumber() {
        assertThat(new Heading(1, 0).cosine(Double.NaN, 0)).isNaN();
    }
}
