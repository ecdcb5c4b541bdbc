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

    private static final int EVEN_BYTES = 0x00ff_00ff;
    private static final int LANE = 0xffff;
    private static final int BLUE = 29;
    private static final int GREEN = 150;
    private static final int RED = 77;

    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int frameWidth;
    private int frameHeight;
    private int width;
    private int height;
    private int[] values = {};
    /** The rows that are read for one row of samples, {@link #pitch} bytes each; zeros fill what is left of a row's last word. */
    private byte[] band = {};

    private int pitch;
    /** Sums over the rows of a band, two in a word: of pairs of columns, or of the even columns. */
    private int[] words = {};
    /** The same of the odd columns, where columns are not summed in pairs. */
    private int[] oddWords = {};
    /** The sums one by one, of single columns or of pairs. */
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
    /** A row of samples: a loop whose arrays share one index becomes vector instructions, one that starts elsewhere in one does not. */
    private int[] line = {};

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
        if (width == frameWidth && height == frameHeight) {
            for (int y = 0; y < height; y++) {
                read(frame, y, 0);
                copy(y * width);
            }
            return resized;
        }
        for (int y = 0; y < height; y++) {
            int first = y * frameHeight / height;
            int past = (y + 1) * frameHeight / height;
            int rows = Math.min(MOST_ROWS, past - first);
            for (int r = 0; r < rows; r++) {
                read(frame, first + r * (past - first) / rows, r * pitch);
            }
            average(y * width, rows);
        }
        return resized;
    }

    /** Reads the brightness of a row of the picture into the band. */
    private void read(Frame frame, int row, int to) {
        ByteBuffer plane = frame.plane(0);
        int from = row * frame.stride(0);
        if (frame.format() == PixelFormat.BGR24) {
            for (int x = 0, p = from; x < frameWidth; x++, p += 3) {
                int blue = plane.get(p) & 0xff;
                int green = plane.get(p + 1) & 0xff;
                int red = plane.get(p + 2) & 0xff;
                band[to + x] = (byte) ((BLUE * blue + GREEN * green + RED * red) >> 8);
            }
        } else {
            plane.get(from, band, to, frameWidth);
        }
    }

    /** A small picture keeps its size: nothing to average. */
    private void copy(int out) {
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
        pitch = (newWidth + 3) & -4;
        band = new byte[MOST_ROWS * pitch];
        words = new int[pitch / 4];
        oddWords = new int[pitch / 4];
        sums = new int[step == 2 ? pitch / 2 : pitch];
        line = new int[width];
        reciprocalRows = 0;
        reciprocal = new int[width];
        sumBefore = new int[sums.length + 1];
    }

    /** Makes a row of samples of the rows in the band. */
    private void average(int out, int rows) {
        if (rows != reciprocalRows) {
            // Divides by multiplying: 2^24 over the number of pixels, rounded up, gives 1/256 of a level after 16 bits
            // are cut.
            reciprocalRows = rows;
            for (int x = 0; x < width; x++) {
                reciprocal[x] = (1 << 24) / ((start[x + 1] - start[x]) * step * rows) + 1;
            }
        }
        if (step == 1) {
            sumColumns(rows);
            sumRuns();
        } else {
            sumPairs(rows);
            switch (each) {
                case 1 -> takeLanes(words, line, reciprocal[0]);
                case 2 -> takeWords(words, line, reciprocal[0]);
                case 3 -> takeThrees(words, line, reciprocal[0]);
                default -> {
                    for (int i = 0; i < words.length; i++) {
                        sums[2 * i] = words[i] & LANE;
                        sums[2 * i + 1] = words[i] >>> 16;
                    }
                    sumRuns();
                }
            }
        }
        System.arraycopy(line, 0, values, out, width);
    }

    /** Sums each pair of columns. The loops are vector instructions, by one index and no branch: hence one for each number of rows. */
    private void sumPairs(int rows) {
        switch (rows) {
            case 4 -> sumFour(band, pitch, words);
            case 2 -> sumTwo(band, pitch, words);
            default -> {
                Arrays.fill(words, 0);
                for (int r = 0; r < rows; r++) {
                    addPairs(band, r * pitch, words);
                }
            }
        }
    }

    private static void sumFour(byte[] band, int pitch, int[] words) {
        for (int i = 0; i < words.length; i++) {
            int a = (int) FOUR.get(band, 4 * i);
            int b = (int) FOUR.get(band, 4 * i + pitch);
            int c = (int) FOUR.get(band, 4 * i + 2 * pitch);
            int d = (int) FOUR.get(band, 4 * i + 3 * pitch);
            words[i] = (a & EVEN_BYTES)
                    + (a >>> 8 & EVEN_BYTES)
                    + (b & EVEN_BYTES)
                    + (b >>> 8 & EVEN_BYTES)
                    + (c & EVEN_BYTES)
                    + (c >>> 8 & EVEN_BYTES)
                    + (d & EVEN_BYTES)
                    + (d >>> 8 & EVEN_BYTES);
        }
    }

    private static void sumTwo(byte[] band, int pitch, int[] words) {
        for (int i = 0; i < words.length; i++) {
            int a = (int) FOUR.get(band, 4 * i);
            int b = (int) FOUR.get(band, 4 * i + pitch);
            words[i] = (a & EVEN_BYTES) + (a >>> 8 & EVEN_BYTES) + (b & EVEN_BYTES) + (b >>> 8 & EVEN_BYTES);
        }
    }

    private static void addPairs(byte[] band, int from, int[] words) {
        for (int i = 0; i < words.length; i++) {
            int four = (int) FOUR.get(band, from + 4 * i);
            words[i] += (four & EVEN_BYTES) + (four >>> 8 & EVEN_BYTES);
        }
    }

    /** Sums each column. */
    private void sumColumns(int rows) {
        Arrays.fill(words, 0);
        Arrays.fill(oddWords, 0);
        for (int r = 0; r < rows; r++) {
            addColumns(band, r * pitch, words, oddWords);
        }
        for (int i = 0; i < words.length; i++) {
            int even = words[i];
            int odd = oddWords[i];
            sums[4 * i] = even & LANE;
            sums[4 * i + 1] = odd & LANE;
            sums[4 * i + 2] = even >>> 16;
            sums[4 * i + 3] = odd >>> 16;
        }
    }

    private static void addColumns(byte[] band, int from, int[] even, int[] odd) {
        for (int i = 0; i < even.length; i++) {
            int four = (int) FOUR.get(band, from + 4 * i);
            even[i] += four & EVEN_BYTES;
            odd[i] += four >>> 8 & EVEN_BYTES;
        }
    }

    /** Samples of one pair. */
    private static void takeLanes(int[] words, int[] line, int reciprocal) {
        for (int i = 0; i < line.length / 2; i++) {
            int word = words[i];
            line[2 * i] = (word & LANE) * reciprocal >>> 16;
            line[2 * i + 1] = (word >>> 16) * reciprocal >>> 16;
        }
        if ((line.length & 1) != 0) {
            line[line.length - 1] = (words[line.length / 2] & LANE) * reciprocal >>> 16;
        }
    }

    /** Samples of two pairs. */
    private static void takeWords(int[] words, int[] line, int reciprocal) {
        for (int x = 0; x < line.length; x++) {
            line[x] = ((words[x] & LANE) + (words[x] >>> 16)) * reciprocal >>> 16;
        }
    }

    /** Samples of three pairs. */
    private static void takeThrees(int[] words, int[] line, int reciprocal) {
        for (int i = 0; i < line.length / 2; i++) {
            int first = words[3 * i];
            int shared = words[3 * i + 1];
            int last = words[3 * i + 2];
            line[2 * i] = ((first & LANE) + (first >>> 16) + (shared & LANE)) * reciprocal >>> 16;
            line[2 * i + 1] = ((shared >>> 16) + (last & LANE) + (last >>> 16)) * reciprocal >>> 16;
        }
        if ((line.length & 1) != 0) {
            int at = line.length / 2 * 3;
            line[line.length - 1] =
                    ((words[at] & LANE) + (words[at] >>> 16) + (words[at + 1] & LANE)) * reciprocal >>> 16;
        }
    }

    /** Samples of any number of sums. */
    private void sumRuns() {
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i];
            sumBefore[i + 1] = sum;
        }
        int before = 0;
        for (int x = 0; x < width; x++) {
            int upTo = sumBefore[start[x + 1]];
            line[x] = ((upTo - before) * reciprocal[x]) >>> 16;
            before = upTo;
        }
    }
}
