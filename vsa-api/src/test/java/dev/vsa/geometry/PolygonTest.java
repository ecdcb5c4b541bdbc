package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.operation.valid.IsValidOp;

class PolygonTest {

    private static final List<Point> SQUARE = Line.points(0.1, 0.1, 0.9, 0.1, 0.9, 0.9, 0.1, 0.9);

    @Test
    void theBoundingBoxTouchesItsOutermostPoints() {
        assertThat(Polygon.of(0.1, 0.5, 0.4, 0.2, 0.9, 0.3, 0.5, 0.8).boundingBox())
                .isEqualTo(new Box(0.1, 0.2, 0.9, 0.8));
    }

    @Test
    void needsThreePoints() {
        assertThatThrownBy(() -> Polygon.of(0, 0, 1, 1))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("the polygon has 2 points; at least 3 are needed");
    }

    @Test
    void needsCoordinatesInPairs() {
        assertThatThrownBy(() -> Polygon.of(0, 0, 1, 1, 0))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("coordinates come in pairs; got 5 values");
    }

    @Test
    void aRepeatedPointIsRefusedByItsIndex() {
        InvalidGeometryException refusal = refusal(0, 0, 1, 0, 1, 0, 1, 1);

        assertThat(List.of(refusal.vertex(), refusal.hole())).containsExactly(1, InvalidGeometryException.NONE);
    }

    @Test
    void aRingClosedByItsFirstPointIsRefused() {
        assertThat(refusal(0, 0, 1, 0, 1, 1, 0, 0))
                .hasMessageContaining("vertex 3")
                .hasMessageContaining("repeated");
    }

    @Test
    void negativeZeroRepeatsZero() {
        assertThat(refusal(0.0, 0.0, -0.0, 0.0, 1, 0, 1, 1)).hasMessageContaining("vertex 0: (0.0, 0.0) is repeated");
    }

    @Test
    void aPointOutsideThePictureIsRefusedByItsIndexAndCoordinates() {
        assertThat(refusal(0, 0, 1, 0, 1, 1.01))
                .hasMessage("the polygon, vertex 2: (1.0, 1.01) lies outside the picture (0 to 1)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aCoordinateThatIsNotFiniteIsRefused(double bad) {
        assertThat(refusal(0, 0, 1, 0, 1, bad)).hasMessageContaining("not a finite number");
    }

    @Test
    void aRingThatCrossesItselfIsRefusedByBothSides() {
        assertThat(refusal(0, 0, 1, 1, 1, 0, 0, 1))
                .hasMessage("the polygon crosses itself: the side from vertex 0 (0.0, 0.0) meets the side from vertex 2"
                        + " (1.0, 0.0)");
    }

    @Test
    void aRingThatTouchesItselfInAPointIsRefused() {
        assertThat(refusal(0, 0, 1, 0, 1, 1, 0.5, 0, 0, 1)).hasMessageContaining("crosses itself");
    }

    @Test
    void aSideThatFoldsBackOnTheOneBeforeIsRefused() {
        assertThat(refusal(0, 0, 1, 0, 0.5, 0, 0.5, 1)).hasMessageContaining("crosses itself");
    }

    @Test
    void aLastSideThatFoldsBackOnTheFirstIsRefused() {
        assertThat(refusal(0, 0, 0.5, 0, 0.5, 1, 1, 0)).hasMessageContaining("crosses itself");
    }

    @Test
    void pointsInLineAreRefused() {
        assertThat(refusal(0, 0, 0.25, 0.25, 0.75, 0.75))
                .hasMessage("the polygon encloses no area: all its points lie on one line");
    }

    @Test
    void aSliverIsRefused() {
        assertThat(refusal(0.1, 0.1, 0.4, 0.1, 0.4, 0.1 + 1e-12)).hasMessageContaining("less than a hundredth");
    }

    @Test
    void aPointInTheMiddleOfASideIsAllowed() {
        assertThat(Polygon.of(0, 0, 0.5, 0, 1, 0, 1, 1).area()).isEqualTo(0.5);
    }

    @Test
    void aHoleOutsideIsRefusedByItsIndex() {
        InvalidGeometryException refusal =
                refusal(Line.points(0.1, 0.1, 0.4, 0.1, 0.4, 0.4), List.of(Line.points(0.6, 0.6, 0.7, 0.6, 0.7, 0.7)));

        assertThat(refusal).hasMessage("hole 0 lies outside the polygon");
    }

    @Test
    void aHoleThatTouchesTheBoundaryIsRefusedByItsVertex() {
        InvalidGeometryException refusal = refusal(SQUARE, List.of(Line.points(0.5, 0.5, 0.9, 0.5, 0.5, 0.6)));

        assertThat(List.of(refusal.hole(), refusal.vertex())).containsExactly(0, 0);
    }

    @Test
    void holesThatMeetAreRefused() {
        assertThat(refusal(
                        SQUARE,
                        List.of(Line.points(0.2, 0.2, 0.5, 0.2, 0.5, 0.5), Line.points(0.4, 0.2, 0.8, 0.3, 0.8, 0.5))))
                .hasMessageStartingWith("hole 1 meets hole 0 at the side from vertex");
    }

    @Test
    void aHoleInAHoleIsRefused() {
        List<Point> large = Line.points(0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8);
        List<Point> small = Line.points(0.4, 0.4, 0.6, 0.4, 0.6, 0.6);

        assertThat(refusal(SQUARE, List.of(large, small))).hasMessage("hole 1 and hole 0 lie one in the other");
    }

    @Test
    void aHoleRoundAHoleIsRefused() {
        List<Point> large = Line.points(0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8);
        List<Point> small = Line.points(0.4, 0.4, 0.6, 0.4, 0.6, 0.6);

        assertThat(refusal(SQUARE, List.of(small, large))).hasMessage("hole 1 and hole 0 lie one in the other");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRingIsRefusedIfAndOnlyIfJtsFindsItInvalid(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 2000; i++) {
            List<Point> ring = new ArrayList<>();
            for (int k = 3 + random.below(4); k > 0; k--) {
                ring.add(new Point(random.below(5) / 4.0, random.below(5) / 4.0));
            }
            boolean repeats = false;
            for (int k = 0; k < ring.size(); k++) {
                repeats |= ring.get(k).equals(ring.get((k + 1) % ring.size()));
            }
            assertThat(accepted(ring))
                    .as("seed %d: %s", seed, ring)
                    .isEqualTo(!repeats && IsValidOp.isValid(Jts.FACTORY.createPolygon(Jts.ring(ring))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void areaIsThatOfJts(long seed) {
        RandomShapes random = new RandomShapes(seed);
        for (int i = 0; i < 50; i++) {
            Polygon polygon = random.polygon();
            assertThat(polygon.area())
                    .as("seed %d", seed)
                    .isCloseTo(Jts.polygon(polygon).getArea(), within(1e-14));
        }
    }

    @Test
    void theWholePictureHasTheAreaOne() {
        assertThat(Polygon.picture().area()).isEqualTo(1);
    }

    @Test
    void laterChangesOfTheListsDoNotReachThePolygon() {
        List<Point> points = new ArrayList<>(SQUARE);
        List<List<Point>> holes = new ArrayList<>();
        Polygon polygon = new Polygon(points, holes);
        points.clear();
        holes.add(SQUARE);

        assertThat(polygon).isEqualTo(new Polygon(SQUARE));
    }

    @Test
    void aZoneNamesItselfWhenItIsRefused() {
        assertThatThrownBy(() -> Zone.of("quay", 0, 0, 1, 0, 1, 2))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessageStartingWith("zone 'quay': the polygon, vertex 2:");
    }

    @Test
    void aZoneNeedsAnId() {
        assertThatThrownBy(() -> new Zone(" ", Polygon.picture())).isInstanceOf(InvalidGeometryException.class);
    }

    @Test
    void theZoneOfTheFrameIsTheWholePicture() {
        assertThat(Zone.frame()).isEqualTo(new Zone("frame", Polygon.picture()));
    }

    private static boolean accepted(List<Point> ring) {
        try {
            new Polygon(ring);
            return true;
        } catch (InvalidGeometryException e) {
            return false;
        }
    }

    private static InvalidGeometryException refusal(double... xy) {
        return catchThrowableOfType(InvalidGeometryException.class, () -> Polygon.of(xy));
    }

    private static InvalidGeometryException refusal(List<Point> outer, List<List<Point>> holes) {
        return catchThrowableOfType(InvalidGeometryException.class, () -> new Polygon(outer, holes));
    }
}
