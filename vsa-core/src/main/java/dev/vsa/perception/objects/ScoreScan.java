package dev.vsa.perception.objects;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Finds the few scores of a tensor that reach a threshold among the very many that do not. Not thread-safe.
 *
 * <p>Bits of floats from 0 up are ordered as the floats are, so the difference of bits has its sign set where a score is too low.
 * Blocks of rows are brought to the heap and folded onto themselves by "and" until a few numbers tell whether any sign is missing;
 * most blocks end there. Those loops become vector instructions, whereas a search for single scores stays scalar, and reading a
 * direct buffer score by score takes twice as long. Numbers below 0 and NaNs may slip through the fold, not through the comparison
 * that follows it. What is left of a block after folding also tells in which of 80 places of a sixteenth to search.
 */
final class ScoreScan {

    /** The most classes that there may be. Constants, because the compiler must see that the halves of a fold do not overlap. */
    static final int BLOCK = 1280;

    private static final int HALF = BLOCK / 2;
    private static final int QUARTER = BLOCK / 4;
    private static final int EIGHTH = BLOCK / 8;
    private static final int SIXTEENTH = BLOCK / 16;

    private final IntBuffer data;
    private final int offset;
    private final int rowLength;
    private final int classes;
    private final int rows;
    private final float least;
    private final int leastBits;
    private final int rowsInBlock;
    private final int[] block = new int[BLOCK];
    private final int[] folded = new int[HALF];
    /** Where in the block the threshold is reached, ascending. */
    private final int[] hits = new int[BLOCK];

    private final int[] places = new int[SIXTEENTH];
    private int row;
    private int hit;
    private int hitCount;
    private int blockRow;

    /**
     * Makes one for rows of scores in a buffer.
     *
     * @param data the floats' bits, seen as they change
     * @param offset of the first row's first score
     * @param rowLength from one row's first score to the next one's
     * @param classes scores in a row, at most {@link #BLOCK}
     * @param rows how many
     * @param least the threshold, above 0
     */
    ScoreScan(IntBuffer data, int offset, int rowLength, int classes, int rows, float least) {
        this.data = data;
        this.offset = offset;
        this.rowLength = rowLength;
        this.classes = classes;
        this.rows = rows;
        this.least = least;
        this.leastBits = Float.floatToRawIntBits(least);
        this.rowsInBlock = BLOCK / classes;
    }

    /** Begins at the first row. */
    void begin() {
        row = 0;
        hit = 0;
        hitCount = 0;
    }

    /**
     * Goes on to the next score that reaches the threshold.
     *
     * @return its row times the number of classes plus its class, in ascending order; -1 if there is none
     */
    int next() {
        while (true) {
            if (hit < hitCount) {
                return blockRow * classes + hits[hit++];
            }
            if (row >= rows) {
                return -1;
            }
            load();
        }
    }

    /** The score that {@link #next} went to. */
    float score() {
        return Float.intBitsToFloat(block[hits[hit - 1]]);
    }

    private void load() {
        int count = Math.min(rowsInBlock, rows - row);
        if (rowLength == classes) {
            data.get(offset + row * rowLength, block, 0, count * classes);
        } else {
            for (int r = 0; r < count; r++) {
                data.get(offset + (row + r) * rowLength, block, r * classes, classes);
            }
        }
        if (count < rowsInBlock) {
            Arrays.fill(block, count * classes, BLOCK, 0);
        }
        blockRow = row;
        row += count;
        hit = 0;
        hitCount = mayHold() ? collect() : 0;
    }

    private int collect() {
        int open = 0;
        for (int i = 0; i < SIXTEENTH; i++) {
            places[open] = i;
            open += folded[i] >= 0 ? 1 : 0;
        }
        int found = 0;
        for (int from = 0; from < BLOCK; from += SIXTEENTH) {
            for (int k = 0; k < open; k++) {
                int i = from + places[k];
                if (Float.intBitsToFloat(block[i]) >= least) {
                    hits[found++] = i;
                }
            }
        }
        return found;
    }

    /** Whether the block may hold a score that reaches the threshold. */
    private boolean mayHold() {
        fold(block, folded, leastBits);
        int all = -1;
        for (int i = 0; i < SIXTEENTH; i++) {
            all &= folded[i];
        }
        return all >= 0;
    }

    private static void fold(int[] block, int[] folded, int leastBits) {
        for (int i = 0; i < HALF; i++) {
            folded[i] = block[i] - leastBits & block[i + HALF] - leastBits;
        }
        for (int i = 0; i < QUARTER; i++) {
            folded[i] &= folded[i + QUARTER];
        }
        for (int i = 0; i < EIGHTH; i++) {
            folded[i] &= folded[i + EIGHTH];
        }
        for (int i = 0; i < SIXTEENTH; i++) {
            folded[i] &= folded[i + SIXTEENTH];
        }
    }
}
