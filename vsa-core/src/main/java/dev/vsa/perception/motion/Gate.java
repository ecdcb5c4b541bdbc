package dev.vsa.perception.motion;

import dev.vsa.perception.luma.Luma;
import java.util.Arrays;

/**
 * Tells whether the picture still is what it was when objects were last looked for. It is compared with that picture, not with the
 * one before, so that what changes slowly adds up; and after a while it has to be looked at in any case, so that what is too faint to
 * be noticed here is seen late instead of never.
 *
 * <p>Every second row of the luma is read. A cell of 20x20 samples counts as changed from {@value #LEAST_CHANGED} of its 200 on: a person
 * 20 rows high in a picture of 720 rows covers about eight. One thread at a time; allocates nothing but when the size changes.
 */
public final class Gate {

    private static final int STEP = 2;
    private static final int CELL = 20;
    private static final int LEAST_CHANGED = 4;
    private static final int THRESHOLD = 11 << 8;
    private static final int RELATIVE_SHIFT = 5;

    private final long longestNanos;
    private int[] looked = {};
    private int[] columns = {};
    private int width;
    private long lookedNanos;
    private boolean fresh = true;

    /**
     * Creates a gate that is open.
     *
     * @param longestSeconds how long it may stay shut, media time; with 0 it is always open
     */
    public Gate(double longestSeconds) {
        longestNanos = Math.round(longestSeconds * 1e9);
    }

    /**
     * Whether objects have to be looked for.
     *
     * @param luma the picture
     * @param now its media time
     */
    public boolean open(Luma luma, long now) {
        if (fresh || now - lookedNanos >= longestNanos || now < lookedNanos) {
            return true;
        }
        return luma.width() != width || luma.width() * luma.height() != looked.length || changed(luma);
    }

    private boolean changed(Luma luma) {
        int[] values = luma.values();
        for (int top = 0; top < luma.height(); top += CELL) {
            Arrays.fill(columns, 0);
            int bottom = Math.min(luma.height(), top + CELL);
            for (int y = top; y < bottom; y += STEP) {
                count(values, looked, y * width, columns);
            }
            for (int left = 0; left < width; left += CELL) {
                int sum = 0;
                for (int x = left; x < Math.min(width, left + CELL); x++) {
                    sum += columns[x];
                }
                if (sum >= LEAST_CHANGED) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds 1 to each column whose sample differs: a loop without a branch, which the compiler turns into vector instructions. */
    private static void count(int[] values, int[] looked, int from, int[] columns) {
        for (int x = 0; x < columns.length; x++) {
            int was = looked[from + x];
            int limit = THRESHOLD + (was >> RELATIVE_SHIFT);
            columns[x] += (limit - Math.abs(values[from + x] - was)) >>> 31;
        }
    }

    /**
     * Objects were looked for in this picture.
     *
     * @param luma the picture
     * @param now its media time
     */
    public void looked(Luma luma, long now) {
        int samples = luma.width() * luma.height();
        if (looked.length != samples || width != luma.width()) {
            looked = new int[samples];
            width = luma.width();
            columns = new int[width];
        }
        System.arraycopy(luma.values(), 0, looked, 0, samples);
        lookedNanos = now;
        fresh = false;
    }

    /** Opens it: the picture or the stream is another. */
    public void reset() {
        fresh = true;
    }
}
