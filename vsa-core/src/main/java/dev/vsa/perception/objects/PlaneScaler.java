package dev.vsa.perception.objects;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * Scales one plane of a picture, row by row: first the weighted sum of the source rows that a target row is made of, then along
 * that. Knows planes of one, two or three interleaved channels. Not thread-safe.
 *
 * <p>Sums are taken four bytes at a time: an {@code int} holds two lanes of 16 bits, for bytes 0 and 2 of four or for bytes 1 and
 * 3. Weights add up to 256 and a byte is at most 255, so no lane runs over into the next. The loops are of the kind that the
 * compiler turns into vector instructions, which it does not do for bytes.
 */
final class PlaneScaler {

    private static final int LANES = 0x00FF00FF;
    private static final int LOW = 0xFFFF;

    private final Resampling rows;
    private final Resampling columns;
    private final int channels;
    private final int width;
    private final byte[] bytes;
    private final IntBuffer bytesAsInts;
    private final int[] row;
    private final int[] even;
    private final int[] odd;
    private final int[] values;
    private final int[] scratch;

    /**
     * Makes one.
     *
     * @param width pixels in a row of the plane
     * @param height rows of the plane
     * @param channels bytes a pixel
     * @param targetWidth pixels wanted
     * @param targetHeight rows wanted
     */
    PlaneScaler(int width, int height, int channels, int targetWidth, int targetHeight) {
        this.rows = new Resampling(height, targetHeight);
        this.columns = new Resampling(width, targetWidth);
        this.channels = channels;
        this.width = width;
        int words = (width * channels + 3) / 4;
        this.bytes = new byte[4 * words];
        this.bytesAsInts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        this.row = new int[words];
        this.even = new int[words];
        this.odd = new int[words];
        this.values = new int[4 * words + 2];
        this.scratch = new int[4 * words + 2];
    }

    /**
     * Takes the source rows of a target row together.
     *
     * @param plane where they lie
     * @param stride bytes from one row to the next
     * @param target the target row
     */
    void sumRows(ByteBuffer plane, int stride, int target) {
        int first = rows.start(target);
        int taps = rows.taps(target);
        for (int k = 0; k < taps; k++) {
            plane.get((first + k) * stride, bytes, 0, width * channels);
            bytesAsInts.get(0, row);
            if (k == 0) {
                set(rows.weight(target, 0));
            } else {
                add(rows.weight(target, k));
            }
        }
        if (columns.area() && channels == 1) {
            unpackSums();
        } else {
            unpack();
        }
    }

    private void set(int weight) {
        for (int i = 0; i < row.length; i++) {
            even[i] = (row[i] & LANES) * weight;
            odd[i] = (row[i] >>> 8 & LANES) * weight;
        }
    }

    private void add(int weight) {
        for (int i = 0; i < row.length; i++) {
            even[i] += (row[i] & LANES) * weight;
            odd[i] += (row[i] >>> 8 & LANES) * weight;
        }
    }

    private void unpack() {
        for (int i = 0, x = 0; i < even.length; i++, x += 4) {
            int e = even[i];
            int o = odd[i];
            values[x] = e & LOW;
            values[x + 1] = o & LOW;
            values[x + 2] = e >>> 16;
            values[x + 3] = o >>> 16;
        }
    }

    private void unpackSums() {
        int sum = 0;
        for (int i = 0, x = 0; i < even.length; i++, x += 4) {
            int e = even[i];
            int o = odd[i];
            values[x] = sum;
            sum += e & LOW;
            values[x + 1] = sum;
            sum += o & LOW;
            values[x + 2] = sum;
            sum += e >>> 16;
            values[x + 3] = sum;
            sum += o >>> 16;
        }
        values[4 * even.length] = sum;
    }

    /**
     * Scales a channel of the rows taken together.
     *
     * @param channel which
     * @param out the target row, times 64
     */
    void scale(int channel, int[] out) {
        if (channels == 1) {
            if (columns.area()) {
                columns.areas(values, out);
            } else {
                columns.lines(values, out);
            }
        } else if (columns.area()) {
            int sum = 0;
            for (int x = 0, at = channel; x < width; x++, at += channels) {
                scratch[x] = sum;
                sum += values[at];
            }
            scratch[width] = sum;
            columns.areas(scratch, out);
        } else {
            for (int x = 0, at = channel; x < width; x++, at += channels) {
                scratch[x] = values[at];
            }
            columns.lines(scratch, out);
        }
    }
}
