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
    /** Sums over the rows of a band, of single columns or of pairs. */
    private int[] sums = {};
    /** Columns in one of these sums, 1 or 2. */
    private int step = 1;
    /** The first sum of each sample, and the number of all. */
    private int[] start = {};
    /** How many sums make a sample, if all samples have as many; else 0. */
    private int each;

    private int reciprocalRows;
    private int[] reciprocal = {};
    private int[] sumBefore = {};
    /** The rows that are read for one row of samples. */
    private byte[] band = {};

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
            if (frame.format() == PixelFormat.BGR24) {
                Arrays.fill(sums, 0);
                for (int r = 0; r < rows; r++) {
                    addBgr(plane, (first + r * (past - first) / rows) * stride);
                }
            } else {
                for (int r = 0; r < rows; r++) {
                    plane.get((first + r * (past - first) / rows) * stride, band, r * frameWidth, frameWidth);
                }
                sumRows(rows);
            }
            average(y, rows);
        }
        return resized;
    }

    /** A small picture keeps its size: nothing to average. */
    private void copy(ByteBuffer plane, int stride) {
        for (int y = 0; y < height; y++) {
            plane.get(y * stride, band, 0, width);
            int out = y * width;
            int eights = width & -8;
            for (int x = 0; x < eights; x += 8) {
                long eight = (long) EIGHT.get(band, x);
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
                values[out + x] = (band[x] & 0xff) << 8;
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
        step = newWidth % (2 * width) == 0 ? 2 : 1;
        each = newWidth % width == 0 ? newWidth / width / step : 0;
        start = new int[width + 1];
        for (int x = 0; x <= width; x++) {
            start[x] = x * newWidth / width / step;
        }
        sums = new int[newWidth / step];
        reciprocalRows = 0;
        reciprocal = new int[width];
        sumBefore = new int[sums.length + 1];
        band = new byte[MOST_ROWS * newWidth];
    }

    /** Sums the rows of a band, eight columns at a time: even and odd ones each in four 16-bit lanes. */
    private void sumRows(int rows) {
        int eights = frameWidth & -8;
        for (int x = 0; x < eights; x += 8) {
            long even;
            long odd;
            if (rows == MOST_ROWS) {
                // By hand: a loop of so few rounds costs more than what it does.
                long a = (long) EIGHT.get(band, x);
                long b = (long) EIGHT.get(band, x + frameWidth);
                long c = (long) EIGHT.get(band, x + 2 * frameWidth);
                long d = (long) EIGHT.get(band, x + 3 * frameWidth);
                even = (a & EVEN_BYTES) + (b & EVEN_BYTES) + (c & EVEN_BYTES) + (d & EVEN_BYTES);
                odd = (a >>> 8 & EVEN_BYTES) + (b >>> 8 & EVEN_BYTES) + (c >>> 8 & EVEN_BYTES) + (d >>> 8 & EVEN_BYTES);
            } else {
                even = 0;
                odd = 0;
                for (int r = 0, at = x; r < rows; r++, at += frameWidth) {
                    long eight = (long) EIGHT.get(band, at);
                    even += eight & EVEN_BYTES;
                    odd += eight >>> 8 & EVEN_BYTES;
                }
            }
            if (step == 2) {
                spread(even + odd, x / 2, 1);
            } else {
                spread(even, x, 2);
                spread(odd, x + 1, 2);
            }
        }
        for (int x = eights; x < frameWidth; x += step) {
            int sum = 0;
            for (int r = 0, at = x; r < rows; r++, at += frameWidth) {
                sum += (band[at] & 0xff) + (step == 2 ? band[at + 1] & 0xff : 0);
            }
            sums[x / step] = sum;
        }
    }

    private void spread(long lanes, int at, int by) {
        sums[at] = (int) lanes & 0xffff;
        sums[at + by] = (int) lanes >>> 16;
        sums[at + 2 * by] = (int) (lanes >>> 32) & 0xffff;
        sums[at + 3 * by] = (int) (lanes >>> 48);
    }

    private void addBgr(ByteBuffer plane, int at) {
        for (int x = 0; x < frameWidth; x++) {
            int p = at + 3 * x;
            sums[x / step] +=
                    (BLUE * (plane.get(p) & 0xff) + GREEN * (plane.get(p + 1) & 0xff) + RED * (plane.get(p + 2) & 0xff))
                            >> 8;
        }
    }

    /** Divides by multiplying: 2²⁴ over the number of samples, rounded up, gives 1/256 of a level after 16 bits are cut. */
    private void average(int y, int rows) {
        if (rows != reciprocalRows) {
            reciprocalRows = rows;
            for (int x = 0; x < width; x++) {
                reciprocal[x] = (1 << 24) / ((start[x + 1] - start[x]) * step * rows) + 1;
            }
        }
        int out = y * width;
        switch (each) {
            case 1 -> {
                for (int x = 0; x < width; x++) {
                    values[out + x] = (sums[x] * reciprocal[x]) >>> 16;
                }
            }
            case 2 -> {
                for (int x = 0; x < width; x++) {
                    values[out + x] = ((sums[2 * x] + sums[2 * x + 1]) * reciprocal[x]) >>> 16;
                }
            }
            case 3 -> {
                for (int x = 0; x < width; x++) {
                    values[out + x] = ((sums[3 * x] + sums[3 * x + 1] + sums[3 * x + 2]) * reciprocal[x]) >>> 16;
                }
            }
            default -> averageByPrefix(out);
        }
    }

    private void averageByPrefix(int out) {
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            sumBefore[i + 1] = sum;
        }
        int before = 0;
        for (int x = 0; x < width; x++) {
            int upTo = sumBefore[start[x + 1]];
            values[out + x] = ((upTo - before) * reciprocal[x]) >>> 16;
            before = upTo;
        }
    }
}
