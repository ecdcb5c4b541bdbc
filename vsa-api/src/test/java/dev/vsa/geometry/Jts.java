package dev.vsa.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;

/** The same shapes in the JTS Topology Suite, the oracle of these tests. */
final class Jts {

    static final GeometryFactory FACTORY = new GeometryFactory();

    private Jts() {}

    static org.locationtech.jts.geom.Polygon polygon(Polygon polygon) {
        return FACTORY.createPolygon(
                ring(polygon.outer()), polygon.holes().stream().map(Jts::ring).toArray(LinearRing[]::new));
    }

    static LinearRing ring(List<Point> points) {
        Coordinate[] c = new Coordinate[points.size() + 1];
        for (int i = 0; i < c.length; i++) {
            Point p = points.get(i % points.size());
            c[i] = new Coordinate(p.x(), p.y());
        }
        return FACTORY.createLinearRing(c);
    }

    static LineString path(double ax, double ay, double bx, double by) {
        return FACTORY.createLineString(new Coordinate[] {new Coordinate(ax, ay), new Coordinate(bx, by)});
    }

    static Geometry box(double left, double top, double right, double bottom) {
        return FACTORY.toGeometry(new org.locationtech.jts.geom.Envelope(left, right, top, bottom));
    }

    static Location locate(org.locationtech.jts.geom.Polygon polygon, double x, double y) {
        return switch (SimplePointInAreaLocator.locate(new Coordinate(x, y), polygon)) {
            case org.locationtech.jts.geom.Location.INTERIOR -> Location.INSIDE;
            case org.locationtech.jts.geom.Location.BOUNDARY -> Location.BOUNDARY;
            default -> Location.OUTSIDE;
        };
    }

    static LineString line(Line line, double aspect) {
        return FACTORY.createLineString(line.points().stream()
                .map(p -> new Coordinate(p.x() * aspect, p.y()))
                .toArray(Coordinate[]::new));
    }

    /** 1 when c lies to the right of the line from a to b as seen on the screen (y down), −1 to the left, 0 on it. */
    static int orientation(Point a, Point b, Point c) {
        return Orientation.index(coordinate(a), coordinate(b), coordinate(c));
    }

    private static Coordinate coordinate(Point p) {
        return new Coordinate(p.x(), p.y());
    }
}
