package dev.vsa.perception.luma;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The brightness of a frame at analysis resolution: averages over small rectangles, in 1/256 of a level (0 to 65,280). Reads
 * the luma plane where there is one, else computes it from blue, green and red (BT.601 weights). A camera has one, loaded once a
 * frame, which everything that looks at brightness reads. Not thread-safe.
 */
public final class Luma {

    /** Samples on the long side; a smaller picture keeps its own size. */
    public static final int LONG_SIDE = 320;

    /** Rows read for one row of samples: more would only average noise that is averaged enough. */
    private static final int MOST_ROWS = 4;

    private static final long EVEN_BYTES = 0x00ff_00ff_00ff_00ffL;
    private static final int BLUE = 29;
    private static final int GREEN = 150;
    private static final int RED = 77;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int frameWidth;
    private int frameHeight;
    private int width;
    private int height;
    private int[] values = {};
    private int[] columnStart = {};
    private int[] columnSum = {};
    private int reciprocalRows;
    private int[] reciprocal = {};
    private int[] sumBefore = {};
    private byte[] line = {};
    private long[] evenSums = {};
    private long[] oddSums = {};

    /** Creates one that has seen nothing: no samples. */
    public Luma() {}

    /** Samples in a row. */
    public int width() {
        return width;
    }

    /** Rows of samples. */
    public int height() {
        return height;
    }

    /** {@code width() * height()} samples, row by row; lent until the next frame, and another array after a change of size. Read only. */
    public int[] values() {
        return values;
    }

    /**
     * Takes over the brightness of a frame.
     *
     * @param frame any format
     * @return whether the frame's size differs from the one before
     */
    public boolean load(Frame frame) {
        boolean resized = frame.width() != frameWidth || frame.height() != frameHeight;
        if (resized) {
            resize(frame.width(), frame.height());
        }
        ByteBuffer plane = frame.plane(0);
        int stride = frame.stride(0);
        if (width == frameWidth && height == frameHeight && frame.format() != PixelFormat.BGR24) {
            copy(plane, stride);
            return resized;
        }
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

    /** A small picture keeps its size: nothing to average. */
    private void copy(ByteBuffer plane, int stride) {
        for (int y = 0; y < height; y++) {
            plane.get(y * stride, line);
            int out = y * width;
            int eights = width & -8;
            for (int x = 0; x < eights; x += 8) {
                long eight = (long) EIGHT.get(line, x);
                int low = (int) eight;
                int high = (int) (eight >>> 32);
                values[out + x] = low << 8 & 0xff00;
                values[out + x + 1] = low & 0xff00;
                values[out + x + 2] = low >>> 8 & 0xff00;
                values[out + x + 3] = low >>> 16 & 0xff00;
                values[out + x + 4] = high << 8 & 0xff00;
                values[out + x + 5] = high & 0xff00;
                values[out + x + 6] = high >>> 8 & 0xff00;
                values[out + x + 7] = high >>> 16 & 0xff00;
            }
            for (int x = eights; x < width; x++) {
                values[out + x] = (line[x] & 0xff) << 8;
            }
        }
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
        reciprocalRows = 0;
        reciprocal = new int[width];
        sumBefore = new int[newWidth + 1];
        line = new byte[newWidth];
        columnSum = new int[newWidth];
        evenSums = new long[newWidth / 8];
        oddSums = new long[newWidth / 8];
    }

    /** Sums some rows of a band column by column, eight columns a step: even and odd ones each in four 16-bit lanes. */
    private void addRows(ByteBuffer plane, int stride, int first, int past, int rows) {
        Arrays.fill(evenSums, 0);
        Arrays.fill(oddSums, 0);
        int words = evenSums.length;
        for (int r = 0; r < rows; r++) {
            plane.get((first + r * (past - first) / rows) * stride, line);
            for (int k = 0; k < words; k++) {
                long eight = (long) EIGHT.get(line, 8 * k);
                evenSums[k] += eight & EVEN_BYTES;
                oddSums[k] += (eight >>> 8) & EVEN_BYTES;
            }
            for (int x = 8 * words; x < frameWidth; x++) {
                columnSum[x] += line[x] & 0xff;
            }
        }
        for (int k = 0; k < words; k++) {
            long even = evenSums[k];
            long odd = oddSums[k];
            int x = 8 * k;
            columnSum[x] = (int) even & 0xffff;
            columnSum[x + 1] = (int) odd & 0xffff;
            columnSum[x + 2] = (int) even >>> 16;
            columnSum[x + 3] = (int) odd >>> 16;
            columnSum[x + 4] = (int) (even >>> 32) & 0xffff;
            columnSum[x + 5] = (int) (odd >>> 32) & 0xffff;
            columnSum[x + 6] = (int) (even >>> 48);
            columnSum[x + 7] = (int) (odd >>> 48);
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

    /** Divides by multiplying: 2²⁴ over the number of samples, rounded up, gives 1/256 of a level after 16 bits are cut. */
    private void average(int y, int rows) {
        if (rows != reciprocalRows) {
            reciprocalRows = rows;
            for (int x = 0; x < width; x++) {
                reciprocal[x] = (1 << 24) / ((columnStart[x + 1] - columnStart[x]) * rows) + 1;
            }
        }
        int sum = 0;
        for (int x = 0; x < frameWidth; x++) {
            sum += columnSum[x];
            sumBefore[x + 1] = sum;
        }
        int out = y * width;
        int before = 0;
        for (int x = 0; x < width; x++) {
            int upTo = sumBefore[columnStart[x + 1]];
            values[out + x] = ((upTo - before) * reciprocal[x]) >>> 16;
            before = upTo;
        }
    }
}
