package dev.vsa.bench;

import dev.vsa.geometry.Location;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.PreparedPolygon;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A zone's questions, per point, box or path: ours against the JTS Topology Suite and java.awt. Points are spread over the
 * picture; the zone is a star-shaped ring around its middle that covers about a third of it. Its spikes leave no cell of the
 * grid pure where they reach, so many corners are as hard as can be.
 *
 * <p>Tried without gain: cells as 16-bit numbers (the time is spent on mixed cells, not on the cells' codes); 128 cells a side
 * for 1,024 corners (a quarter slower than 256); 16 cells a side for 4 corners instead of 32 (a tenth slower).
 *
 * <p>{@code java -jar benchmarks.jar Zone -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class ZoneBenchmark {

    private static final int POINTS = 4096;
    private static final long SEED = 20230828;

    /** Corners of the zone. */
    @Param({"4", "16", "64", "1024"})
    public int vertices;

    private final double[] xs = new double[POINTS];
    private final double[] ys = new double[POINTS];
    private final Coordinate[] coordinates = new Coordinate[POINTS];
    private PreparedPolygon zone;
    private PreparedPolygon picture;
    private IndexedPointInAreaLocator jts;
    private Path2D awt;

    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        List<Point> ring = star(random, vertices);
        zone = PreparedPolygon.of(new Polygon(ring));
        picture = PreparedPolygon.of(Polygon.picture());
        Coordinate[] closed = new Coordinate[vertices + 1];
        awt = new Path2D.Double();
        for (int i = 0; i <= vertices; i++) {
            Point p = ring.get(i % vertices);
            closed[i] = new Coordinate(p.x(), p.y());
            if (i == 0) {
                awt.moveTo(p.x(), p.y());
            } else {
                awt.lineTo(p.x(), p.y());
            }
        }
        jts = new IndexedPointInAreaLocator(new GeometryFactory().createPolygon(closed));
        for (int i = 0; i < POINTS; i++) {
            xs[i] = random.nextDouble();
            ys[i] = random.nextDouble();
            coordinates[i] = new Coordinate(xs[i], ys[i]);
        }
    }

    static List<Point> star(Random random, int vertices) {
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / vertices;
            double radius = 0.25 + 0.2 * random.nextDouble();
            ring.add(new Point(0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)));
        }
        return ring;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int locate() {
        int inside = 0;
        for (int i = 0; i < POINTS; i++) {
            inside += zone.locate(xs[i], ys[i]) == Location.INSIDE ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int locateInThePicture() {
        int inside = 0;
        for (int i = 0; i < POINTS; i++) {
            inside += picture.locate(xs[i], ys[i]) == Location.INSIDE ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int locateByJts() {
        int inside = 0;
        for (int i = 0; i < POINTS; i++) {
            inside += jts.locate(coordinates[i]) == org.locationtech.jts.geom.Location.INTERIOR ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int locateByAwt() {
        int inside = 0;
        for (int i = 0; i < POINTS; i++) {
            inside += awt.contains(xs[i], ys[i]) ? 1 : 0;
        }
        return inside;
    }

    /** A step of an object: a hundredth of the picture. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int sweep() {
        int swept = 0;
        for (int i = 0; i < POINTS; i++) {
            swept += zone.sweptBy(xs[i], ys[i], xs[i] + 0.008, ys[i] - 0.006) ? 1 : 0;
        }
        return swept;
    }

    /** The box of a person: a sixteenth wide, an eighth high. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double overlap() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += zone.overlap(xs[i], ys[i], xs[i] + 0.0625, ys[i] + 0.125);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double distanceToBoundary() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += zone.distanceToBoundary(xs[i], ys[i], 16.0 / 9);
        }
        return sum;
    }
}
