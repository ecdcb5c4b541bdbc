package dev.vsa.perception.objects;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The weighted sum of some rows of a plane, eight bytes at a time: four 16-bit lanes with the even bytes and four with the odd
 * ones share a {@code long} each. Weights add up to 256 and bytes are at most 255, so no lane runs over into the next.
 */
final class RowAccumulator {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    private final int bytes;
    private final byte[] row;
    private final long[] even;
    private final long[] odd;
    private final int[] values;

    /**
     * Makes one.
     *
     * @param bytes of a row that hold samples
     */
    RowAccumulator(int bytes) {
        int words = (bytes + 7) / 8;
        this.bytes = bytes;
        this.row = new byte[words * 8];
        this.even = new long[words];
        this.odd = new long[words];
        this.values = new int[words * 8];
    }

    /**
     * Computes the rows that a target row is made of.
     *
     * @param plane where they lie
     * @param stride bytes from one row to the next
     * @param rows which of them, with which weights
     * @param target the target row
     * @return the samples times 256; overwritten by the next call
     */
    int[] sum(ByteBuffer plane, int stride, Resampling rows, int target) {
        int first = rows.start(target);
        for (int k = 0; k < rows.taps(target); k++) {
            plane.get((first + k) * stride, row, 0, bytes);
            if (k == 0) {
                set(rows.weight(target, 0));
            } else {
                add(rows.weight(target, k));
            }
        }
        unpack();
        return values;
    }

    private void set(long weight) {
        for (int i = 0; i < even.length; i++) {
            long eight = (long) LONGS.get(row, i * 8);
            even[i] = (eight & EVEN) * weight;
            odd[i] = (eight >>> 8 & EVEN) * weight;
        }
    }

    private void add(long weight) {
        for (int i = 0; i < even.length; i++) {
            long eight = (long) LONGS.get(row, i * 8);
            even[i] += (eight & EVEN) * weight;
            odd[i] += (eight >>> 8 & EVEN) * weight;
        }
    }

    private void unpack() {
        for (int i = 0, x = 0; i < even.length; i++, x += 8) {
            long e = even[i];
            long o = odd[i];
            values[x] = (int) e & 0xFFFF;
            values[x + 1] = (int) o & 0xFFFF;
            values[x + 2] = (int) e >>> 16;
            values[x + 3] = (int) o >>> 16;
            values[x + 4] = (int) (e >>> 32) & 0xFFFF;
            values[x + 5] = (int) (o >>> 32) & 0xFFFF;
            values[x + 6] = (int) (e >>> 48);
            values[x + 7] = (int) (o >>> 48);
        }
    }
}
