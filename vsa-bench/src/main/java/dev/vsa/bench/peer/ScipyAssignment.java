package dev.vsa.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** SciPy's assignment in a process of its own, which is asked once a line. */
public final class ScipyAssignment implements AutoCloseable {

    private static final String SCRIPT = """
            import sys, numpy
            from scipy.optimize import linear_sum_assignment
            m = numpy.fromfile(sys.argv[1], dtype='<f4').reshape(int(sys.argv[2]), -1).astype(float)
            m = numpy.minimum(m, float(sys.argv[3]))
            print('ready', flush=True)
            for line in sys.stdin:
                rows, columns = linear_sum_assignment(m)
                print(columns[-1], flush=True)
            """;

    private static final String MODULE = "scipy.optimize";

    private final LineProcess process;

    private ScipyAssignment(LineProcess process) {
        this.process = process;
    }

    /** What is missing to run it, for people; "" if nothing. */
    public static String missing() {
        return Peers.python(MODULE).isPresent() ? "" : "python3 with SciPy is not here (Debian: python3-scipy)";
    }

    /**
     * Starts it on a matrix.
     *
     * @param matrix prices, row by row
     * @param n rows
     * @param most greater prices count as this
     * @throws IOException if it does not start
     */
    public static ScipyAssignment start(float[] matrix, int n, double most) throws IOException {
        String python = Peers.python(MODULE).orElseThrow(() -> new IOException(missing()));
        Path file = Files.createTempFile("prices", ".f4");
        try {
            ByteBuffer bytes = ByteBuffer.allocate(4 * matrix.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(matrix);
            Files.write(file, bytes.array());
            return new ScipyAssignment(new LineProcess(
                    "SciPy", List.of(python, "-c", SCRIPT, file.toString(), String.valueOf(n), String.valueOf(most))));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Solves it once.
     *
     * @return the column of the last row
     * @throws IOException if the process ended
     */
    public int solve() throws IOException {
        return Integer.parseInt(process.work());
    }

    @Override
    public void close() {
        process.close();
    }
}
