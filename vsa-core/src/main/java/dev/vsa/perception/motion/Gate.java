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
    /** Every second row of the picture that was looked at. */
    private int[][] looked = {};

    private int[] columns = {};
    private int[] line = {};
    private int samples;
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
        return luma.width() != width || luma.width() * luma.height() != samples || changed(luma);
    }

    private boolean changed(Luma luma) {
        int[] values = luma.values();
        for (int top = 0; top < luma.height(); top += CELL) {
            Arrays.fill(columns, 0);
            int bottom = Math.min(luma.height(), top + CELL);
            for (int y = top; y < bottom; y += STEP) {
                System.arraycopy(values, y * width, line, 0, width);
                count(line, looked[y / STEP], columns);
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

    /**
     * Adds 1 to each column whose sample differs. Without a branch and with one index for all arrays the compiler makes vector
     * instructions of it; where one of them began elsewhere it would not, and take four times as long: hence the copies of rows.
     */
    private static void count(int[] line, int[] was, int[] columns) {
        for (int x = 0; x < columns.length; x++) {
            int limit = THRESHOLD + (was[x] >> RELATIVE_SHIFT);
            columns[x] += (limit - Math.abs(line[x] - was[x])) >>> 31;
        }
    }

    /**
     * Objects were looked for in this picture.
     *
     * @param luma the picture
     * @param now its media time
     */
    public void looked(Luma luma, long now) {
        if (luma.width() * luma.height() != samples || width != luma.width()) {
            samples = luma.width() * luma.height();
            width = luma.width();
            looked = new int[(luma.height() + STEP - 1) / STEP][width];
            columns = new int[width];
            line = new int[width];
        }
        for (int y = 0; y < luma.height(); y += STEP) {
            System.arraycopy(luma.values(), y * width, looked[y / STEP], 0, width);
        }
        lookedNanos = now;
        fresh = false;
    }

    /** Opens it: the picture or the stream is another. */
    public void reset() {
        fresh = true;
    }
}
