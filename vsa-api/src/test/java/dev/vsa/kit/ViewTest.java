package dev.vsa.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.geometry.Heading;
import dev.vsa.geometry.InvalidGeometryException;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.PreparedLine;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Track;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewTest {

    private final View original = View.original(2);

    /** A record such as a detector's parameters. */
    record Places(Zone zone, Optional<Line> line, List<Zone> more, Heading heading, double other) {}

    @Test
    void originalChangesNothing() {
        assertThat(original.x(0.3)).isCloseTo(0.3, within(1e-12));
        assertThat(original.y(0.3)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void shapesStaySimilarOnSquarePixels() {
        View view = original.mirror().scaled(0.5).shifted(0.1, -0.05).inAspect(1.5);
        double across = Math.abs(view.x(0.8) - view.x(0.2)) * 1.5;
        double down = Math.abs(view.y(0.8) - view.y(0.2));
        assertThat(across).isCloseTo(0.5 * 0.6 * 2, within(1e-12));
        assertThat(down).isCloseTo(0.5 * 0.6, within(1e-12));
    }

    @Test
    void filmedActorStaysInTheFilmedZone() {
        View view = original.mirror().scaled(0.8).inAspect(1.2);
        Zone zone = view.zone(Zone.of("z", 0.2, 0.5, 0.4, 0.5, 0.4, 0.9, 0.2, 0.9));
        Track track = Scenario.lasting(1)
                .picture(2, 100)
                .with(Actor.person(1).at(0, 0.21, 0.6).stays(1))
                .filmedAt(1, view)
                .get(0)
                .tracks()
                .get(0);
        List<Point> corners = zone.polygon().outer();
        assertThat(track.centreX())
                .isBetween(
                        corners.stream().mapToDouble(Point::x).min().orElseThrow(),
                        corners.stream().mapToDouble(Point::x).max().orElseThrow());
        assertThat(track.height()).isCloseTo(0.16, within(1e-12));
    }

    @Test
    void mirroredLineKeepsTheSideThatAnObjectComesFrom() {
        Line line = Line.of("l", 0.5, 0.2, 0.6, 0.8);
        View mirrored = original.mirror();
        double before = PreparedLine.of(line).signedDistance(0.3, 0.5, 2);
        double after = PreparedLine.of(mirrored.line(line)).signedDistance(mirrored.x(0.3), mirrored.y(0.5), 2);
        assertThat(after).isCloseTo(before, within(1e-12));
    }

    @Test
    void placesInParametersAreMappedAndNothingElse() {
        Zone zone = Zone.of("z", 0.2, 0.5, 0.4, 0.5, 0.4, 0.9);
        Line line = Line.of("l", 0.5, 0.2, 0.6, 0.8);
        Places places = new Places(zone, Optional.of(line), List.of(zone), new Heading(1, 1), 7);
        Places mapped = original.mirror().parameters(places);
        assertThat(mapped.zone()).isEqualTo(original.mirror().zone(zone));
        assertThat(mapped.line()).contains(original.mirror().line(line));
        assertThat(mapped.more()).containsExactly(mapped.zone());
        assertThat(mapped.heading()).isEqualTo(new Heading(-1, 1));
        assertThat(mapped.other()).isEqualTo(7);
    }

    @Test
    void zoneThatLeavesThePictureIsRefused() {
        assertThatThrownBy(() -> original.shifted(0, 0.5).zone(Zone.frame()))
                .isInstanceOf(InvalidGeometryException.class);
    }
}
