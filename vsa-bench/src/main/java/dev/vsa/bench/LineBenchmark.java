package dev.vsa.bench;

import dev.vsa.bench.mot.MotBox;
import dev.vsa.bench.peer.Supervision;
import dev.vsa.geometry.Crossing;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Location;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.PreparedLine;
import dev.vsa.geometry.PreparedPolygon;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A tripwire's questions, per step of an object: ours, with and without the hysteresis band, against a zone of four corners,
 * against java.awt (which gives no direction), and against supervision's LineZone in Python, where it was brought.
 *
 * <p>Tried without gain: one box around the whole wire instead of one a stretch; the path's box by {@code Math.min} and {@code
 * max}, which heed the sign of zero and cost more than the comparisons they save.
 *
 * <p>{@code java -jar benchmarks.jar Line -prof gc}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class LineBenchmark {

    private static final int STEPS = 4096;
    private static final double BAND = 0.02;
    private static final long SEED = 20230828;
    /** The walk as the paths of so many objects, and how long each is. */
    private static final int OBJECTS = 100;

    private static final int FRAMES = STEPS / OBJECTS;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Vertices of the tripwire. */
    @Param({"2", "4"})
    public int vertices;

    private final double[] xs = new double[STEPS + 1];
    private final double[] ys = new double[STEPS + 1];
    private PreparedLine wire;
    private double[] corners;
    private PreparedPolygon zone;
    private @Nullable Supervision supervision;

    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        corners = vertices == 2
                ? new double[] {0.2, 0.8, 0.7, 0.2}
                : new double[] {0.2, 0.8, 0.4, 0.6, 0.5, 0.3, 0.7, 0.2};
        wire = PreparedLine.of(Line.of("wire", corners));
        zone = PreparedPolygon.of(new Polygon(ZoneBenchmark.star(random, 4)));
        xs[0] = 0.5;
        ys[0] = 0.5;
        for (int i = 1; i <= STEPS; i++) {
            // A walk within the picture, a hundredth of it a step.
            double angle = 2 * Math.PI * random.nextDouble();
            xs[i] = Math.abs(1 - Math.abs(1 - xs[i - 1] - 0.01 * Math.cos(angle)));
            ys[i] = Math.abs(1 - Math.abs(1 - ys[i - 1] - 0.01 * Math.sin(angle)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int crossing() {
        int crossings = 0;
        for (int i = 0; i < STEPS; i++) {
            crossings += wire.crossing(xs[i], ys[i], xs[i + 1], ys[i + 1]) == Crossing.NONE ? 0 : 1;
        }
        return crossings;
    }

    /** Believed once the object has left the band, as a detector would. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int crossingWithBand() {
        int believed = 0;
        int sum = 0;
        for (int i = 0; i < STEPS; i++) {
            Crossing crossing = wire.crossing(xs[i], ys[i], xs[i + 1], ys[i + 1]);
            sum += (crossing.leftToRight() ? 1 : 0) - (crossing.rightToLeft() ? 1 : 0);
            if (sum != 0 && Math.abs(wire.signedDistance(xs[i + 1], ys[i + 1], 16.0 / 9)) > BAND) {
                believed++;
                sum = 0;
            }
        }
        return believed;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double signedDistance() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += wire.signedDistance(xs[i], ys[i], 16.0 / 9);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int locateInAZone() {
        int inside = 0;
        for (int i = 0; i < STEPS; i++) {
            inside += zone.locate(xs[i], ys[i]) == Location.INSIDE ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int crossingByAwt() {
        int crossings = 0;
        for (int i = 0; i < STEPS; i++) {
            for (int c = 0; c < corners.length - 2; c += 2) {
                crossings += Line2D.linesIntersect(
                                corners[c],
                                corners[c + 1],
                                corners[c + 2],
                                corners[c + 3],
                                xs[i],
                                ys[i],
                                xs[i + 1],
                                ys[i + 1])
                        ? 1
                        : 0;
            }
        }
        return crossings;
    }

    /** LineZone with a hundred objects in each frame, which walk the same steps; all frames at once, so that the pipe costs nothing. */
    @Benchmark
    @OperationsPerInvocation(OBJECTS * FRAMES)
    public long peerLineZone() throws IOException {
        if (supervision == null) {
            List<MotBox> feet = new ArrayList<>();
            for (int f = 0; f < FRAMES; f++) {
                for (int id = 0; id < OBJECTS; id++) {
                    double x = xs[id * FRAMES + f] * WIDTH;
                    double y = ys[id * FRAMES + f] * HEIGHT;
                    feet.add(new MotBox(f + 1, id, x - 10, y - 50, 20, 50, id, -1, 1));
                }
            }
            Point from = new Point(corners[0] * WIDTH, corners[1] * HEIGHT);
            Point to = new Point(corners[2] * WIDTH, corners[3] * HEIGHT);
            supervision = Supervision.start(new Supervision.Task(false, feet, FRAMES, 10, List.of(), from, to));
        }
        return supervision.run();
    }

    /** Ends the other process. */
    @TearDown
    public void close() throws IOException {
        if (supervision != null) {
            supervision.close();
        }
    }
}
