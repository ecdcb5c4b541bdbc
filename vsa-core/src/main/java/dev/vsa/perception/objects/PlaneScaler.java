package dev.vsa.perception.objects;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Scales one plane of a picture, row by row: first the weighted sum of the source rows that a target row is made of, then along
 * that. Knows planes of one, two or three interleaved channels. Not thread-safe.
 *
 * <p>Sums are taken four bytes at a time: an {@code int} holds two lanes of 16 bits, for bytes 0 and 2 of four or for bytes 1 and
 * 3. Weights add up to 256 and a byte is at most 255, so no lane runs over into the next. The loops are of the kind that the
 * compiler turns into vector instructions, which it does not do for bytes.
 *
 * <p>Along a row of one channel, pixels are first taken together in twos where it shrinks by 3 or more, in fours where it shrinks by
 * 4 or more, which costs next to nothing in lanes. Where rows become fewer by 4 or more, every other one is read: half of all pixels
 * then count still, ten for each of the target's, and half the memory stays untouched.
 */
final class PlaneScaler {

    private static final int LANES = 0x00FF00FF;
    private static final int LOW = 0xFFFF;

    private final Resampling rows;
    private final Resampling columns;
    private final int channels;
    private final int width;
    private final int rowStep;
    private final int together;
    private final byte[] bytes;
    private final IntBuffer bytesAsInts;
    private final int[] row;
    private final int[] even;
    private final int[] odd;
    private final int[] values;
    private final int[] sums;
    private final int[][] scratch;

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
        double ratio = (double) width / targetWidth;
        this.together = channels > 1 || ratio < 3 ? 1 : ratio < 4 ? 2 : 4;
        this.rowStep = height < 4 * targetHeight ? 1 : 2;
        this.rows = new Resampling((double) height / rowStep, targetHeight);
        this.columns = new Resampling((double) width / together, targetWidth);
        this.channels = channels;
        this.width = width;
        int words = (width * channels + 3) / 4;
        this.bytes = new byte[4 * words];
        this.bytesAsInts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        this.row = new int[words];
        this.even = new int[words];
        this.odd = new int[words];
        this.values = new int[4 * words + 2];
        this.sums = new int[4 * words + 2];
        this.scratch = new int[2][targetWidth + 1];
    }

    /**
     * Takes the source rows of a target row together.
     *
     * @param plane where they lie
     * @param from the byte at which the first row begins
     * @param stride bytes from one row to the next
     * @param target the target row
     */
    void sumRows(ByteBuffer plane, int from, int stride, int target) {
        int first = rows.start(target);
        int taps = rows.taps(target);
        for (int k = 0; k < taps; k++) {
            int length = width * channels;
            plane.get(from + (first + k) * rowStep * stride, bytes, 0, length);
            if (together > 1 && length < bytes.length) {
                Arrays.fill(bytes, length, bytes.length, bytes[length - 1]);
            }
            bytesAsInts.get(0, row);
            if (k == 0) {
                set(rows.weight(target, 0));
            } else {
                add(rows.weight(target, k));
            }
        }
        if (channels > 1 || !columns.area()) {
            if (together == 4) {
                unpackFours();
            } else {
                unpack();
            }
        } else if (together == 1) {
            unpackSums();
        } else if (together == 2) {
            unpackSumsOfTwos();
        } else {
            unpackFours();
            sumUp(0, 1, row.length);
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

    private void unpackFours() {
        for (int i = 0; i < even.length; i++) {
            values[i] = (even[i] & LOW) + (even[i] >>> 16) + (odd[i] & LOW) + (odd[i] >>> 16) >>> 2;
        }
    }

    private void unpackSums() {
        int sum = 0;
        for (int i = 0, x = 0; i < even.length; i++, x += 4) {
            int e = even[i];
            int o = odd[i];
            sums[x] = sum;
            sum += e & LOW;
            sums[x + 1] = sum;
            sum += o & LOW;
            sums[x + 2] = sum;
            sum += e >>> 16;
            sums[x + 3] = sum;
            sum += o >>> 16;
        }
        sums[4 * even.length] = sum;
    }

    private void unpackSumsOfTwos() {
        int sum = 0;
        for (int i = 0, x = 0; i < even.length; i++, x += 2) {
            int e = even[i];
            int o = odd[i];
            sums[x] = sum;
            sum += (e & LOW) + (o & LOW) >>> 1;
            sums[x + 1] = sum;
            sum += (e >>> 16) + (o >>> 16) >>> 1;
        }
        sums[2 * even.length] = sum;
    }

    private void sumUp(int first, int step, int n) {
        int sum = 0;
        for (int i = 0, at = first; i < n; i++, at += step) {
            sums[i] = sum;
            sum += values[at];
        }
        sums[n] = sum;
    }

    /**
     * Scales a channel of the rows taken together.
     *
     * @param channel which
     * @param out the target row, times 64
     */
    void scale(int channel, int[] out) {
        if (columns.area()) {
            if (channels > 1) {
                sumUp(channel, channels, width);
            }
            columns.areas(sums, scratch, out);
        } else if (channels == 1) {
            columns.lines(values, scratch, out);
        } else {
            for (int x = 0, at = channel; x < width; x++, at += channels) {
                sums[x] = values[at];
            }
            columns.lines(sums, scratch, out);
        }
    }
}
