package dev.vsa.perception.motion;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The brightness of a frame at analysis resolution: averages over small rectangles, in 1/256 of a level (0 to 65,280). Reads
 * the luma plane where there is one, else computes it from blue, green and red (BT.601 weights). Not thread-safe.
 */
final class Luma {

    /** Samples on the long side; a smaller picture keeps its own size. */
    static final int LONG_SIDE = 320;

    /** Rows read for one row of samples: more would only average noise that is averaged enough. */
    private static final int MOST_ROWS = 4;

    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;
    private static final int BLUE = 29;
    private static final int GREEN = 150;
    private static final int RED = 77;

    private int frameWidth;
    private int frameHeight;
    private int width;
    private int height;
    private int[] values = {};
    private int[] columnStart = {};
    private int[] columnSum = {};
    private long[] evenSums = {};
    private long[] oddSums = {};

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** {@code width() * height()} samples, row by row. */
    int[] values() {
        return values;
    }

    /**
     * Takes over the brightness of a frame.
     *
     * @return whether the frame's size differs from the one before
     */
    boolean load(Frame frame) {
        boolean resized = frame.width() != frameWidth || frame.height() != frameHeight;
        if (resized) {
            resize(frame.width(), frame.height());
        }
        ByteBuffer plane = frame.plane(0);
        int stride = frame.stride(0);
        for (int y = 0; y < height; y++) {
            int first = y * frameHeight / height;
            int past = (y + 1) * frameHeight / height;
            int rows = Math.min(MOST_ROWS, past - first);
            Arrays.fill(columnSum, 0);
            if (frame.format() == PixelFormat.BGR24) {
                for (int r = 0; r < rows; r++) {
                    addBgr(plane, (first + r * (past - first) / rows) * stride);
                }
            } else {
                addRows(plane, stride, first, past, rows);
            }
            average(y, rows);
        }
        return resized;
    }

    private void resize(int newWidth, int newHeight) {
        frameWidth = newWidth;
        frameHeight = newHeight;
        int longSide = Math.max(newWidth, newHeight);
        double scale = Math.min(1, (double) LONG_SIDE / longSide);
        width = Math.max(1, (int) Math.round(newWidth * scale));
        height = Math.max(1, (int) Math.round(newHeight * scale));
        values = new int[width * height];
        columnStart = new int[width + 1];
        for (int x = 0; x <= width; x++) {
            columnStart[x] = x * newWidth / width;
        }
        columnSum = new int[newWidth];
        evenSums = new long[newWidth / 8];
        oddSums = new long[newWidth / 8];
    }

    /** Sums some rows of a band column by column, eight columns a step: even and odd bytes each in four 16-bit lanes. */
    private void addRows(ByteBuffer plane, int stride, int first, int past, int rows) {
        Arrays.fill(evenSums, 0);
        Arrays.fill(oddSums, 0);
        int words = evenSums.length;
        for (int r = 0; r < rows; r++) {
            int at = (first + r * (past - first) / rows) * stride;
            for (int k = 0; k < words; k++) {
                long eight = plane.getLong(at + 8 * k);
                evenSums[k] += eight & EVEN_BYTES;
                oddSums[k] += (eight >>> 8) & EVEN_BYTES;
            }
            for (int x = 8 * words; x < frameWidth; x++) {
                columnSum[x] += plane.get(at + x) & 0xff;
            }
        }
        // The buffer is big-endian: the first of eight columns is the highest byte, an odd one.
        for (int k = 0; k < words; k++) {
            long even = evenSums[k];
            long odd = oddSums[k];
            for (int lane = 0; lane < 4; lane++) {
                columnSum[8 * k + 2 * lane] = (int) (odd >>> (48 - 16 * lane)) & 0xffff;
                columnSum[8 * k + 2 * lane + 1] = (int) (even >>> (48 - 16 * lane)) & 0xffff;
            }
        }
    }

    private void addBgr(ByteBuffer plane, int at) {
        for (int x = 0; x < frameWidth; x++) {
            int p = at + 3 * x;
            columnSum[x] +=
                    (BLUE * (plane.get(p) & 0xff) + GREEN * (plane.get(p + 1) & 0xff) + RED * (plane.get(p + 2) & 0xff))
                            >> 8;
        }
    }

    private void average(int y, int rows) {
        int out = y * width;
        for (int x = 0; x < width; x++) {
            int from = columnStart[x];
            int to = columnStart[x + 1];
            int sum = 0;
            for (int c = from; c < to; c++) {
                sum += columnSum[c];
            }
            values[out + x] = (sum << 8) / ((to - from) * rows);
        }
    }
}
