package dev.vsa.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void needsTwoPoints() {
        assertThatThrownBy(() -> Line.of("gate", 0.5, 0.5))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("line 'gate' has 1 points; at least 2 are needed");
    }

    @Test
    void needsAnId() {
        assertThatThrownBy(() -> Line.of("", 0, 0, 1, 1)).isInstanceOf(InvalidGeometryException.class);
    }

    @Test
    void aPointOutsideThePictureIsRefusedByItsIndex() {
        InvalidGeometryException refusal =
                catchThrowableOfType(InvalidGeometryException.class, () -> Line.of("gate", 0, 0, -0.1, 1));

        assertThat(refusal.vertex()).isEqualTo(1);
    }

    @Test
    void aRepeatedPointIsRefusedByItsIndex() {
        assertThatThrownBy(() -> Line.of("gate", 0, 0, 1, 1, 1, 1))
                .isInstanceOf(InvalidGeometryException.class)
                .hasMessage("line 'gate', vertex 2 repeats the one before");
    }

    @Test
    void mayCrossItself() {
        assertThat(Line.of("knot", 0, 0, 1, 1, 1, 0, 0, 1).points()).hasSize(4);
    }

    @Test
    void laterChangesOfTheListDoNotReachTheLine() {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0), new Point(1, 1)));
        Line line = new Line("gate", points);
        points.clear();

        assertThat(line).isEqualTo(Line.of("gate", 0, 0, 1, 1));
    }
}
