package dev.vsa.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A named, directed polyline: a tripwire. Walking from its first point to its last, <em>left</em> and <em>right</em> are
 * meant as seen on the screen. It has ends: an object that walks round an end has not crossed it.
 *
 * @param id the name by which configuration and alerts refer to it; not blank
 * @param points at least two points in the picture, no two neighbours equal
 */
public record Line(String id, List<Point> points) {

    /**
     * Checks the points.
     *
     * @throws InvalidGeometryException if the id is blank, there are fewer than two points, one lies outside the picture, or
     *     two neighbours are equal
     */
    public Line {
        points = List.copyOf(points);
        if (id.isBlank()) {
            throw new InvalidGeometryException("a line needs an id");
        }
        if (points.size() < 2) {
            throw new InvalidGeometryException(
                    "line '" + id + "' has " + points.size() + " points; at least 2 are needed");
        }
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).inPicture()) {
                String text = Ring.text(points.get(i));
                throw wrong("line '" + id + "', vertex " + i + ": " + text + " lies outside the picture (0 to 1)", i);
            }
            if (i > 0 && points.get(i).equals(points.get(i - 1))) {
                throw wrong("line '" + id + "', vertex " + i + " repeats the one before", i);
            }
        }
    }

    private static InvalidGeometryException wrong(String message, int vertex) {
        return new InvalidGeometryException(message, InvalidGeometryException.NONE, vertex);
    }

    /**
     * A line from a flat list of coordinates.
     *
     * @param id the name
     * @param xy x and y in turn
     * @throws InvalidGeometryException if the count is odd or the line is not valid
     */
    public static Line of(String id, double... xy) {
        return new Line(id, points(xy));
    }

    static List<Point> points(double... xy) {
        if (xy.length % 2 != 0) {
            throw new InvalidGeometryException("coordinates come in pairs; got " + xy.length + " values");
        }
        List<Point> points = new ArrayList<>(xy.length / 2);
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }
}
