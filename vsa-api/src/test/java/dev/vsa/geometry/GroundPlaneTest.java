package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.geometry.GroundPlane.Correspondence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundPlaneTest {

    /** Six metres up, looking a quarter of a right angle down: the horizon lies at y = 0.0858. */
    private static final Camera CAMERA = new Camera(6, Math.PI / 8, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fourKnownPointsGiveEveryOtherPlace(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int round = 0; round < 100; round++) {
            Camera camera = new Camera(random.between(2, 20), random.between(0.2, 1.2), random.between(0.5, 2));
            GroundPlane plane = GroundPlane.of(camera.corners(0.25, 0.55, 0.8, 0.95));
            for (int i = 0; i < 20; i++) {
                double x = random.between(0, 1);
                double y = random.between(Math.max(0, camera.horizon() + 0.1), 1.2);
                assertThat(Math.hypot(plane.east(x, y) - camera.east(x, y), plane.north(x, y) - camera.north(x, y)))
                        .as("seed %d: %s at (%s, %s)", seed, camera, x, y)
                        .isLessThan(1e-9 * Math.hypot(camera.height, camera.north(x, y)));
            }
        }
    }

    @Test
    void aSmallPatchOfKnownPointsIsEnoughWhenTheyAreExact() {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.50, 0.60, 0.52, 0.61));

        assertThat(plane.north(0.1, 0.9)).isCloseTo(CAMERA.north(0.1, 0.9), within(1e-6));
    }

    @Test
    void placesFarFromTheOriginOfTheirGridKeepTheirDistances() {
        List<Correspondence> points = CAMERA.corners(0.25, 0.55, 0.8, 0.95).stream()
                .map(c -> new Correspondence(c.picture(), c.eastMetres() + 448_252, c.northMetres() + 5_411_932))
                .toList();

        assertThat(GroundPlane.of(points).distance(0.3, 0.6, 0.7, 0.9))
                .isCloseTo(
                        Math.hypot(
                                CAMERA.east(0.3, 0.6) - CAMERA.east(0.7, 0.9),
                                CAMERA.north(0.3, 0.6) - CAMERA.north(0.7, 0.9)),
                        within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void manyPointsClickedByHandAverageTheirErrorsOut(long seed) {
        RandomShapes random = new RandomShapes(seed);
        List<Correspondence> points = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = random.between(0.05, 0.95);
            double y = random.between(0.45, 0.95);
            Point clicked = new Point(x + random.between(-0.002, 0.002), y + random.between(-0.002, 0.002));
            points.add(new Correspondence(clicked, CAMERA.east(x, y), CAMERA.north(x, y)));
        }

        // A single click of that error moves the place by up to 0.11 m.
        assertThat(GroundPlane.of(points).north(0.5, 0.6))
                .as("seed %d", seed)
                .isCloseTo(CAMERA.north(0.5, 0.6), within(0.02));
    }

    @Test
    void axesThatRunTheOtherWayRoundGiveTheSameDistances() {
        List<Correspondence> mirrored = CAMERA.corners(0.25, 0.55, 0.8, 0.95).stream()
                .map(c -> new Correspondence(c.picture(), -c.eastMetres(), c.northMetres()))
                .toList();

        assertThat(GroundPlane.of(mirrored).distance(0.3, 0.6, 0.7, 0.9))
                .isCloseTo(
                        GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95)).distance(0.3, 0.6, 0.7, 0.9),
                        within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.0857", "0.5, 0", "-3, -5", "0.5, -1e300"})
    void thereIsNoPlaceAtOrAboveTheHorizon(double x, double y) {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95));

        assertThat(List.of(plane.east(x, y), plane.north(x, y))).containsOnly(Double.NaN);
    }

    @Test
    void justBelowTheHorizonThePlaceIsFarAndFinite() {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95));

        assertThat(plane.north(0.5, CAMERA.horizon() + 1e-4)).isBetween(1e4, 1e6);
    }

    @Test
    void exactlyOnTheHorizonThereIsNoPlace() {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95));

        assertThat(plane.north(0.5, CAMERA.horizon())).isNaN();
    }

    @Test
    void aCameraHungUpsideDownSeesTheGroundAboveTheHorizon() {
        List<Correspondence> points = CAMERA.corners(0.25, 0.55, 0.8, 0.95).stream()
                .map(c -> new Correspondence(
                        new Point(1 - c.picture().x(), 1 - c.picture().y()), c.eastMetres(), c.northMetres()))
                .toList();
        GroundPlane plane = GroundPlane.of(points);

        assertThat(List.of(Math.round(plane.north(0.5, 0.2) * 1e6), Math.round(plane.north(0.5, 0.95))))
                .containsExactly(Math.round(CAMERA.north(0.5, 0.8) * 1e6), 0L);
    }

    @Test
    void aPlaceIsNoNumberWhereThePointIsNone() {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95));

        assertThat(List.of(plane.east(Double.NaN, 0.5), plane.north(0.5, Double.NaN)))
                .containsOnly(Double.NaN);
    }

    @Test
    void aDistanceToThePlaceThatIsNoneIsNoNumber() {
        GroundPlane plane = GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95));

        assertThat(plane.distance(0.5, 0.5, 0.5, 0)).isNaN();
    }

    @Test
    void threePointsAreTooFew() {
        assertThatThrownBy(() ->
                        GroundPlane.of(CAMERA.corners(0.25, 0.55, 0.8, 0.95).subList(0, 3)))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("a ground plane needs at least 4 known points; got 3");
    }

    @Test
    void threeOfFourPointsInLineInThePictureAreRefusedByTheirNumbers() {
        assertThatThrownBy(() -> GroundPlane.of(List.of(
                        known(0.2, 0.5, 0, 10), known(0.5, 0.9, 3, 1), known(0.4, 0.5, 2, 11), known(0.6, 0.5, 4, 9))))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("known points 0, 2 and 3 lie on one line in the picture");
    }

    @Test
    void threeOfFourPointsInLineOnTheGroundAreRefusedByTheirNumbers() {
        assertThatThrownBy(() -> GroundPlane.of(List.of(
                        known(0.2, 0.5, 0, 10), known(0.7, 0.6, 1, 10), known(0.5, 0.9, 2, 10), known(0.6, 0.5, 4, 9))))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("known points 0, 1 and 2 lie on one line on the ground");
    }

    @Test
    void aPointGivenTwiceIsNotTwoPoints() {
        assertThatThrownBy(() -> GroundPlane.of(List.of(
                        known(0.2, 0.5, 0, 10), known(0.2, 0.5, 0, 10), known(0.5, 0.9, 2, 3), known(0.6, 0.5, 4, 9))))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageContaining("known points 0, 1 and");
    }

    @Test
    void onePlaceSaidOfAllPointsIsRefused() {
        assertThatThrownBy(() -> GroundPlane.of(List.of(
                        known(0.2, 0.5, 7, 7), known(0.7, 0.6, 7, 7), known(0.5, 0.9, 7, 7), known(0.6, 0.5, 7, 7))))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageContaining("do not span a plane");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pointsOfWhichAllButOneLieInLineAreRefused(long seed) {
        RandomShapes random = new RandomShapes(seed);
        List<Correspondence> points = new ArrayList<>();
        double tilt = random.between(-0.5, 0.5);
        for (int i = 0; i < 6; i++) {
            double x = random.between(0, 1);
            double y = 0.6 + tilt * (x - 0.5) * 0.5;
            points.add(new Correspondence(new Point(x, y), CAMERA.east(x, y), CAMERA.north(x, y)));
        }
        points.add(new Correspondence(new Point(0.5, 0.95), CAMERA.east(0.5, 0.95), CAMERA.north(0.5, 0.95)));

        assertThatThrownBy(() -> GroundPlane.of(points))
                .as("seed %d", seed)
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageContaining("do not span a plane");
    }

    @Test
    void manyPlacesInLineOnTheGroundAreRefused() {
        RandomShapes random = new RandomShapes(5);
        List<Correspondence> points = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            points.add(known(random.between(0, 1), random.between(0.5, 1), 2 * i, 10 + 3 * i));
        }

        assertThatThrownBy(() -> GroundPlane.of(points))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageContaining("do not span a plane");
    }

    @Test
    void cornersNamedInTheWrongOrderAreRefused() {
        List<Correspondence> c = CAMERA.corners(0.25, 0.55, 0.8, 0.95);
        List<Correspondence> swapped = List.of(
                c.get(0),
                c.get(1),
                new Correspondence(
                        c.get(2).picture(), c.get(3).eastMetres(), c.get(3).northMetres()),
                new Correspondence(
                        c.get(3).picture(), c.get(2).eastMetres(), c.get(2).northMetres()));

        assertThatThrownBy(() -> GroundPlane.of(swapped))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageContaining("beyond the horizon of the others");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aPlaceThatIsNotFiniteIsRefused(double bad) {
        assertThatThrownBy(() -> known(0.5, 0.5, bad, 1)).isInstanceOf(InvalidGeometryException.class);
    }

    @Test
    void placesBeyondAllMeasureAreRefused() {
        assertThatThrownBy(() -> GroundPlane.of(List.of(
                        known(0.2, 0.5, -1e308, 1e308),
                        known(0.7, 0.6, 1e308, 1e308),
                        known(0.5, 0.9, 1e308, -1e308),
                        known(0.6, 0.5, -1e308, -1e308))))
                .isInstanceOf(InvalidGeometryException.class);
    }

    private static Correspondence known(double x, double y, double east, double north) {
        return new Correspondence(new Point(x, y), east, north);
    }

    /** A pinhole camera over level ground; an independent way from the picture to metres. */
    private record Camera(double height, double tilt, double focal) {

        /** Metres to the right of the camera. */
        double east(double x, double y) {
            return (x - 0.5) * scale(y);
        }

        /** Metres ahead of the camera. */
        double north(double x, double y) {
            return (focal * Math.cos(tilt) - (y - 0.5) * Math.sin(tilt)) * scale(y);
        }

        private double scale(double y) {
            return height / (focal * Math.sin(tilt) + (y - 0.5) * Math.cos(tilt));
        }

        double horizon() {
            return 0.5 - focal * Math.tan(tilt);
        }

        List<Correspondence> corners(double left, double top, double right, double bottom) {
            return List.of(at(left, top), at(right, top), at(right, bottom), at(left, bottom));
        }

        private Correspondence at(double x, double y) {
            return new Correspondence(new Point(x, y), east(x, y), north(x, y));
        }
    }
}
