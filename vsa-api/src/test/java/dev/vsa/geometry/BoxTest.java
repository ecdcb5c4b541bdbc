package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class BoxTest {

    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 1, 1",
        "0, NaN, 1, 1",
        "0, 0, NaN, 1",
        "0, 0, 1, NaN",
        "-Infinity, 0, 1, 1",
        "0, 0, Infinity, 1",
        "0, 0, 1, Infinity",
        "1, 0, 0, 1",
        "0, 1, 1, 0",
        "-1e308, -1, 1e308, 1",
        "-1e200, -1e200, 1e200, 1e200"
    })
    void whatIsNoBoxIsRefused(double left, double top, double right, double bottom) {
        assertThatThrownBy(() -> new Box(left, top, right, bottom)).isInstanceOf(InvalidGeometryException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "-3, -2, 5, 7", "1e308, 1e308, 1e308, 1e308", "0, 0, 1e-320, 1e-320"})
    void whatIsABoxHasAFiniteMiddleAndFoot(double left, double top, double right, double bottom) {
        Box box = new Box(left, top, right, bottom);

        assertThat(box.centre().x()).isEqualTo(box.foot().x()).isBetween(left, right);
    }

    @Test
    void theFootIsTheMiddleOfTheLowerSide() {
        assertThat(new Box(0.2, 0.1, 0.4, 0.9).foot()).isEqualTo(new Point(0.30000000000000004, 0.9));
    }

    @Test
    void areaIsWidthTimesHeight() {
        assertThat(new Box(0.25, 0.25, 0.75, 0.5).area()).isEqualTo(0.125);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void iouIsThatOfJts(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 500; i++) {
            Box a = random.box();
            Box b = new Box(
                    a.left() + a.width() * random.between(-1, 0.9),
                    a.top() + a.height() * random.between(-1, 0.9),
                    a.right(),
                    a.bottom());
            Geometry ga = Jts.box(a.left(), a.top(), a.right(), a.bottom());
            Geometry gb = Jts.box(b.left(), b.top(), b.right(), b.bottom());
            double expected = ga.intersection(gb).getArea() / ga.union(gb).getArea();
            assertThat(a.iou(b)).as("seed %d: %s %s", seed, a, b).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void iouWithItselfIsOne() {
        Box box = new Box(0.1, 0.2, 0.7, 0.9);

        assertThat(box.iou(box)).isEqualTo(1);
    }

    @Test
    void iouOfBoxesThatTouchIsZero() {
        assertThat(new Box(0, 0, 0.5, 1).iou(new Box(0.5, 0, 1, 1))).isZero();
    }

    @Test
    void iouOfEmptyBoxesIsZero() {
        Box empty = new Box(0.5, 0.5, 0.5, 0.5);

        assertThat(empty.iou(empty)).isZero();
    }

    @Test
    void iouOfBoxesWhoseAreaVanishesIsZero() {
        Box tiny = new Box(0, 0, 1e-200, 1e-200);

        assertThat(tiny.iou(tiny)).isZero();
    }

    @Test
    void iouOfTheLargestBoxWithItselfIsOne() {
        Box huge = new Box(0, 0, 1e153, 1e154);

        assertThat(huge.iou(huge)).isEqualTo(1);
    }

    @Test
    void negativeZeroIsTheSamePlaceAsZero() {
        assertThat(new Point(-0.0, -0.0)).isEqualTo(new Point(0.0, 0.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 1, true", "0.5, 1.0000001, false", "-1e-9, 0.5, false"})
    void aPointKnowsWhetherItLiesInThePicture(double x, double y, boolean inPicture) {
        assertThat(new Point(x, y).inPicture()).isEqualTo(inPicture);
    }
}
