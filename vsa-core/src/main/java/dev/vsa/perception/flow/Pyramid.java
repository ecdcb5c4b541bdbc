package dev.vsa.perception.flow;

/** A picture at full, half and quarter resolution, in 1/256 of a level, and in whole levels for matching. */
final class Pyramid {

    static final int LEVELS = 3;

    private static final int NONE = Integer.MIN_VALUE;

    private final int[] widths = new int[LEVELS];
    private final int[] heights = new int[LEVELS];
    private final int[][] values = new int[LEVELS][0];
    private final byte[][] bytes = new byte[LEVELS][0];

    /** By how much the bytes are darker than the values, in levels; {@link #NONE} where they are not made yet. */
    private int darker = NONE;

    int width(int level) {
        return widths[level];
    }

    int height(int level) {
        return heights[level];
    }

    int[] values(int level) {
        return values[level];
    }

    /** In whole levels, as {@link #makeBytes} made them. */
    byte[] bytes(int level) {
        return bytes[level];
    }

    void resize(int width, int height) {
        for (int level = 0; level < LEVELS; level++) {
            widths[level] = Math.max(1, width >> level);
            heights[level] = Math.max(1, height >> level);
            values[level] = new int[widths[level] * heights[level]];
            bytes[level] = new byte[widths[level] * heights[level]];
        }
        darker = NONE;
    }

    void load(int[] picture) {
        System.arraycopy(picture, 0, values[0], 0, values[0].length);
        for (int level = 1; level < LEVELS; level++) {
            halve(values[level - 1], widths[level - 1], heights[level - 1], level);
        }
        darker = NONE;
    }

    /** Makes the bytes, darker than the picture by so many levels; nothing is done where they are that already. */
    void makeBytes(int levels) {
        if (darker == levels) {
            return;
        }
        darker = levels;
        int rounding = 128 - (levels << 8);
        for (int level = 0; level < LEVELS; level++) {
            int[] from = values[level];
            byte[] to = bytes[level];
            for (int i = 0; i < to.length; i++) {
                to[i] = (byte) Math.max(0, Math.min(255, from[i] + rounding >> 8));
            }
        }
    }

    private void halve(int[] from, int fromWidth, int fromHeight, int level) {
        int[] to = values[level];
        int w = widths[level];
        int right = fromWidth > 1 ? 1 : 0;
        int down = fromHeight > 1 ? fromWidth : 0;
        for (int y = 0; y < heights[level]; y++) {
            int above = 2 * y * fromWidth;
            int out = y * w;
            for (int x = 0; x < w; x++) {
                int at = above + 2 * x;
                to[out + x] = (from[at] + from[at + right] + from[at + down] + from[at + down + right]) >> 2;
            }
        }
    }
}
