package dev.vsa.testkit;

import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Another way to film the same play: mirrored, scaled about the middle, shifted, in a picture of another shape. It maps
 * places of the original picture to places of the new one; shapes stay similar on square pixels, so a rule that judges by
 * geometry and object heights must come to the same result once its zones are mapped along. Immutable.
 *
 * @param fromAspect width over height of the original picture
 * @param toAspect width over height of the new picture
 * @param mirrored whether left and right are exchanged
 * @param scale the size of things in the new picture, as a factor on their share of the picture's height
 * @param right how far everything is moved to the right, in picture heights
 * @param down how far everything is moved down, in picture heights
 */
public record View(double fromAspect, double toAspect, boolean mirrored, double scale, double right, double down) {

    /**
     * The original view.
     *
     * @param aspect width over height of the picture
     */
    public static View original(double aspect) {
        return new View(aspect, aspect, false, 1, 0, 0);
    }

    /** This view with left and right exchanged. */
    public View mirror() {
        return new View(fromAspect, toAspect, !mirrored, scale, right, down);
    }

    /**
     * This view with everything larger or smaller about the middle of the picture.
     *
     * @param factor below 1 to shrink
     */
    public View scaled(double factor) {
        return new View(fromAspect, toAspect, mirrored, scale * factor, right, down);
    }

    /**
     * This view with everything shifted.
     *
     * @param byRight in picture heights
     * @param byDown in picture heights
     */
    public View shifted(double byRight, double byDown) {
        return new View(fromAspect, toAspect, mirrored, scale, right + byRight, down + byDown);
    }

    /**
     * This view in a picture of another shape; what was in the middle stays there.
     *
     * @param aspect width over height
     */
    public View inAspect(double aspect) {
        return new View(fromAspect, aspect, mirrored, scale, right, down);
    }

    /**
     * Maps a place.
     *
     * @param x normalised, in the original picture
     * @return normalised, in the new picture
     */
    public double x(double x) {
        double fromMiddle = (mirrored ? -1 : 1) * scale * (x - 0.5) * fromAspect;
        return 0.5 + (fromMiddle + right) / toAspect;
    }

    /**
     * Maps a place.
     *
     * @param y normalised, in the original picture
     * @return normalised, in the new picture
     */
    public double y(double y) {
        return 0.5 + scale * (y - 0.5) + down;
    }

    /**
     * Maps a zone; its id stays.
     *
     * @param zone a zone of the original picture
     * @throws dev.vsa.geometry.InvalidGeometryException if it does not lie in the new picture
     */
    public Zone zone(Zone zone) {
        return new Zone(
                zone.id(),
                new Polygon(
                        points(zone.polygon().outer()),
                        zone.polygon().holes().stream().map(this::points).toList()));
    }

    /**
     * Maps a line; its id stays, and so does the side that an object comes from: a mirrored line is walked the other way.
     *
     * @param line a line of the original picture
     * @throws dev.vsa.geometry.InvalidGeometryException if it does not lie in the new picture
     */
    public Line line(Line line) {
        List<Point> points = new ArrayList<>(points(line.points()));
        if (mirrored) {
            Collections.reverse(points);
        }
        return new Line(line.id(), points);
    }

    /**
     * Maps a heading.
     *
     * @param heading a heading in the original picture
     */
    public Heading heading(Heading heading) {
        return new Heading(mirrored ? -heading.dx() : heading.dx(), heading.dy());
    }

    /**
     * Maps the zones, lines and headings in a record of parameters; everything else stays.
     *
     * @param parameters the parameters for the original picture
     * @param <P> their type
     */
    public <P extends Record> P parameters(P parameters) {
        return Parameters.rebuild(parameters, this::component);
    }

    private Object component(RecordComponent component, Object value) {
        return mapped(value);
    }

    private Object mapped(Object value) {
        if (value instanceof Zone zone) {
            return zone(zone);
        } else if (value instanceof Line line) {
            return line(line);
        } else if (value instanceof Heading heading) {
            return heading(heading);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(this::mapped);
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::mapped).toList();
        }
        return value;
    }

    private List<Point> points(List<Point> points) {
        return points.stream().map(p -> new Point(x(p.x()), y(p.y()))).toList();
    }
}
