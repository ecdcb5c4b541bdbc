package dev.vsa.perception.tracking;

import dev.vsa.bench.peer.ScipyAssignment;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cheapest matching of n rows to n columns: ours over the pairs that are possible at all, against SciPy's
 * linear_sum_assignment over the full matrix, where impossible pairs have the price of staying alone, so that both find the
 * same total. That ours needs no matrix is its point; {@code dense} gives it every pair. SciPy runs in a process of its own that
 * holds the matrix; each call costs one line through a pipe (some 20 µs) besides.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class AssignmentBenchmark {

    private static final double ALONE = 1;
    private static final long SEED = 20240726;

    /** Rows, and columns. */
    @Param({"300", "1000"})
    public int n;

    /** Prices: one less the overlap of jittered boxes, or random for every pair. */
    @Param({"overlap", "dense"})
    public String prices = "";

    private final Matching matching = new Matching();
    private float[] matrix = {};
    private ScipyAssignment scipy;

    /** Makes the prices. */
    @Setup
    public void prepare() throws IOException {
        Random random = new Random(SEED);
        matrix = new float[n * n];
        float[] x = new float[n];
        float[] y = new float[n];
        float size = 0.9f / (float) Math.sqrt(n);
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat();
            y[i] = random.nextFloat();
        }
        for (int row = 0; row < n; row++) {
            float atX = x[row] + size / 8 * (float) random.nextGaussian();
            float atY = y[row] + size / 8 * (float) random.nextGaussian();
            for (int column = 0; column < n; column++) {
                matrix[row * n + column] = prices.equals("dense")
                        ? random.nextFloat()
                        : 1 - overlap(Math.abs(atX - x[column]) / size, Math.abs(atY - y[column]) / size);
            }
        }
        scipy = ScipyAssignment.start(matrix, n, prices.equals("dense") ? Double.MAX_VALUE : ALONE);
    }

    private static float overlap(float dx, float dy) {
        float shared = Math.max(0, 1 - dx) * Math.max(0, 1 - dy);
        return shared / (2 - shared);
    }

    /** Ends SciPy's process. */
    @TearDown
    public void close() {
        scipy.close();
    }

    /** Ours. */
    @Benchmark
    public int ours() {
        matching.begin(n, n);
        double alone = prices.equals("dense") ? 2 : ALONE; // dense: nobody stays alone
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                float price = matrix[row * n + column];
                if (price < 1) {
                    matching.pair(row, column, price);
                }
            }
        }
        matching.solve(alone);
        return matching.columnOf(n - 1);
    }

    /** SciPy. */
    @Benchmark
    public int peerScipy() throws IOException {
        return scipy.solve();
    }
}
