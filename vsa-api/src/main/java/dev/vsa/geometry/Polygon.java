package dev.vsa.geometry;

import java.util.List;

/**
 * A simple polygon, possibly with holes, in normalised image coordinates. The direction in which a ring is walked does not
 * matter. All points lie in the picture.
 *
 * @param outer the outer boundary: at least three points, not closed by repeating the first, not crossing itself
 * @param holes rings that are cut out, each checked like the outer one and lying inside it
 */
public record Polygon(List<Point> outer, List<List<Point>> holes) {

    /**
     * Checks the rings.
     *
     * @throws InvalidGeometryException if a ring has fewer than three points, repeats a point, leaves the picture, encloses
     *     nothing or crosses itself, or if a hole meets another ring, lies in another hole or outside the outer ring; the message names the ring and
     *     the vertex
     */
    public Polygon {
        outer = List.copyOf(outer);
        holes = holes.stream().map(List::copyOf).toList();
        Ring.check(InvalidGeometryException.NONE, outer);
        for (int i = 0; i < holes.size(); i++) {
            List<Point> hole = holes.get(i);
            Ring.check(i, hole);
            checkApart(i, hole, "the outer boundary", outer);
            if (!Ring.encloses(outer, hole)) {
                throw wrong("hole " + i + " lies outside the polygon", i);
            }
            for (int j = 0; j < i; j++) {
                checkApart(i, hole, "hole " + j, holes.get(j));
                if (Ring.encloses(hole, holes.get(j)) || Ring.encloses(holes.get(j), hole)) {
                    throw wrong("hole " + i + " and hole " + j + " lie one in the other", i);
                }
            }
        }
    }

    /**
     * A polygon without holes.
     *
     * @param outer the boundary
     */
    public Polygon(List<Point> outer) {
        this(outer, List.of());
    }

    /**
     * A polygon without holes from a flat list of coordinates.
     *
     * @param xy x and y in turn; an even number of values
     * @throws InvalidGeometryException if the count is odd or the ring is not valid
     */
    public static Polygon of(double... xy) {
        return new Polygon(Line.points(xy));
    }

    /** The whole picture. */
    public static Polygon picture() {
        return of(0, 0, 1, 0, 1, 1, 0, 1);
    }

    /** The share of the picture's area that the polygon covers, holes taken out. */
    public double area() {
        return Ring.area(outer) - holes.stream().mapToDouble(Ring::area).sum();
    }

    /** The smallest upright box that holds the polygon. */
    public Box boundingBox() {
        return Ring.box(outer);
    }

    private static InvalidGeometryException wrong(String message, int hole) {
        return new InvalidGeometryException(message, hole, InvalidGeometryException.NONE);
    }

    private static void checkApart(int hole, List<Point> a, String nameB, List<Point> b) {
        for (int i = 0; i < a.size(); i++) {
            Point p = a.get(i);
            Point q = a.get((i + 1) % a.size());
            for (int j = 0; j < b.size(); j++) {
                Point r = b.get(j);
                Point s = b.get((j + 1) % b.size());
                if (Segments.meet(p.x(), p.y(), q.x(), q.y(), r.x(), r.y(), s.x(), s.y())) {
                    String side = " at the side from vertex " + i + " " + Ring.text(p);
                    throw new InvalidGeometryException(Ring.name(hole) + " meets " + nameB + side, hole, i);
                }
            }
        }
    }
}
