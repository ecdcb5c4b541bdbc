package dev.vsa.perception.motion;

import java.util.Arrays;

/** Sums over bands of rows, by loops without branches or strides, which the compiler turns into vector instructions. */
final class Sums {

    private Sums() {}

    /**
     * Sums each column of a band.
     *
     * @param values rows of {@code width} samples
     * @param width samples in a row
     * @param first the band's first row
     * @param past the row after its last
     * @param sums where to, at least {@code width} long; 0 past the width
     */
    static void ofColumns(int[] values, int width, int first, int past, int[] sums) {
        Arrays.fill(sums, 0);
        for (int y = first; y < past; y++) {
            add(values, y * width, width, sums);
        }
    }

    /**
     * Whether a band is all 0, as most of a mask is: found out by an intrinsic of the JVM at the speed of memory.
     *
     * @param zeros as many zeros as there are samples in the band, at least
     */
    static boolean isBlank(int[] values, int width, int first, int past, int[] zeros) {
        return Arrays.mismatch(values, first * width, past * width, zeros, 0, (past - first) * width) < 0;
    }

    private static void add(int[] values, int from, int count, int[] sums) {
        for (int x = 0; x < count; x++) {
            sums[x] += values[from + x];
        }
    }
}
