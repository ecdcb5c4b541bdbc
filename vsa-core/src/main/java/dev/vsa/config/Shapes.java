package dev.vsa.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vsa.config.Composites.Either;
import dev.vsa.config.Composites.Group;
import dev.vsa.config.Composites.ListOf;
import dev.vsa.config.Node.Sequence;
import dev.vsa.config.Scalars.Decimal;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.GroundPlane.Correspondence;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.InvalidGeometryException;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kinds of geometry. */
final class Shapes {

    /** Checking a ring costs the square of its vertices; a hand draws fewer. */
    private static final int MOST_VERTICES = 256;

    private static final int MOST_HOLES = 32;
    private static final int MOST_KNOWN_POINTS = 256;

    private static final Decimal COORDINATE = new Decimal(0, 1, "");
    private static final Kind<Point> POINT = new Pair<>("a point [x, y], both from 0 to 1", COORDINATE, Point::new);
    private static final Kind<List<Point>> RING = new ListOf<>(POINT, 3, MOST_VERTICES);
    private static final Kind<List<Point>> POLYLINE = new ListOf<>(POINT, 2, MOST_VERTICES);

    private static final Field<List<Point>> OUTER =
            Field.mandatory("outer", RING, "The boundary, walked either way, without repeating the first point.");
    private static final Field<List<List<Point>>> HOLES = Field.mandatory(
            "holes", new ListOf<>(RING, 0, MOST_HOLES), "What is cut out; inside of the boundary, apart from it.");
    private static final Section ZONE = new Section("zone-with-holes", "A zone with parts cut out.", OUTER, HOLES);

    private static final Field<Point> PICTURE = Field.mandatory("picture", POINT, "Where the point is seen.");
    private static final Field<double[]> METRES = Field.mandatory(
            "metres",
            new Pair<>("two numbers [east, north]", new Decimal(-1e5, 1e5, "m"), (east, north) ->
                    new double[] {east, north}),
            "Where it is on the ground, along any two axes at a right angle, in metres.");
    private static final Section KNOWN_POINT = new Section(
            "known-point", "A point seen in the picture whose place on the ground is known.", PICTURE, METRES);
    private static final Kind<List<Correspondence>> KNOWN_POINTS =
            new ListOf<>(new Group<>(KNOWN_POINT, Shapes::knownPoint), 4, MOST_KNOWN_POINTS);

    /** A calibration by known points. */
    static final Kind<GroundPlane> GROUND_PLANE = new Checked<>(KNOWN_POINTS, GroundPlane::of);

    /** A direction on the screen. */
    static final Kind<Heading> HEADING = new Pair<>(
            "a direction [dx, dy], x to the right and y down, not both 0", new Decimal(-1e6, 1e6, ""), Heading::new);

    private Shapes() {}

    /** A zone, written as its boundary or with holes. */
    static Kind<Zone> zone(String id) {
        return new Either<>(new Checked<>(RING, ring -> new Zone(id, new Polygon(ring))), new Group<>(ZONE, fields -> {
            List<Point> outer = fields.get(OUTER);
            List<List<Point>> holes = fields.get(HOLES);
            return outer == null || holes == null ? null : zone(id, outer, holes, fields);
        }));
    }

    private static @Nullable Zone zone(String id, List<Point> outer, List<List<Point>> holes, Fields fields) {
        try {
            return new Zone(id, new Polygon(outer, holes));
        } catch (InvalidGeometryException e) {
            Cursor ring =
                    e.hole() == InvalidGeometryException.NONE ? fields.at(OUTER) : element(fields.at(HOLES), e.hole());
            reject(e, ring);
            return null;
        }
    }

    /** A tripwire. */
    static Kind<Line> line(String id) {
        return new Checked<>(POLYLINE, points -> new Line(id, points));
    }

    private static @Nullable Correspondence knownPoint(Fields fields) {
        Point picture = fields.get(PICTURE);
        double[] metres = fields.get(METRES);
        return picture == null || metres == null ? null : new Correspondence(picture, metres[0], metres[1]);
    }

    /** Reports what is wrong with a shape at the vertex where it is wrong. */
    private static void reject(InvalidGeometryException e, Cursor shape) {
        Cursor at = e.vertex() == InvalidGeometryException.NONE ? shape : element(shape, e.vertex());
        at.reject(Quote.reason(e), "a valid shape");
    }

    private static Cursor element(Cursor list, int index) {
        return list.node() instanceof Sequence sequence
                        && index < sequence.items().size()
                ? list.item(index, sequence.items().get(index))
                : list;
    }

    /** A list of points that geometry has to agree with. */
    private record Checked<P, T>(Kind<List<P>> points, Function<List<P>, T> make) implements Kind<T> {

        @Override
        public Class<? extends Node> form() {
            return points.form();
        }

        @Override
        public String expected() {
            return points.expected();
        }

        @Override
        public String documented() {
            return points.documented();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return points.schema(definitions);
        }

        @Override
        public @Nullable T read(Cursor at) {
            List<P> read = points.read(at);
            try {
                return read == null ? null : make.apply(read);
            } catch (InvalidGeometryException e) {
                reject(e, at);
                return null;
            }
        }
    }

    /**
     * Two numbers in a list.
     *
     * @param what what they are
     * @param range bounds of both
     * @param make makes the value; may refuse them
     */
    private record Pair<T>(String what, Decimal range, Maker<T> make) implements Kind<T> {

        /** Makes a value of two numbers. */
        interface Maker<T> {
            T make(double first, double second);
        }

        @Override
        public Class<? extends Node> form() {
            return Sequence.class;
        }

        @Override
        public String expected() {
            return what;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = Definitions.ofType("array").put("minItems", 2).put("maxItems", 2);
            schema.set("items", range.schema(definitions));
            return schema;
        }

        @Override
        public @Nullable T read(Cursor at) {
            if (!(at.node() instanceof Sequence pair)) {
                return at.reject(what);
            }
            if (pair.items().size() != 2) {
                return at.reject("a list of " + pair.items().size(), what);
            }
            Double first = range.read(at.item(0, pair.items().get(0)));
            Double second = range.read(at.item(1, pair.items().get(1)));
            try {
                return first == null || second == null ? null : make.make(first, second);
            } catch (InvalidGeometryException e) {
                return at.reject(Quote.reason(e), what);
            }
        }
    }
}
