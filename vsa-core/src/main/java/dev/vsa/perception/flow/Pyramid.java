package dev.vsa.perception.flow;

/** A picture at full, half and quarter resolution, in 1/256 of a level. */
final class Pyramid {

    static final int LEVELS = 3;

    private final int[] widths = new int[LEVELS];
    private final int[] heights = new int[LEVELS];
    private final int[][] values = new int[LEVELS][0];

    int width(int level) {
        return widths[level];
    }

    int height(int level) {
        return heights[level];
    }

    int[] values(int level) {
        return values[level];
    }

    void resize(int width, int height) {
        for (int level = 0; level < LEVELS; level++) {
            widths[level] = Math.max(1, width >> level);
            heights[level] = Math.max(1, height >> level);
            values[level] = new int[widths[level] * heights[level]];
        }
    }

    void load(int[] picture) {
        System.arraycopy(picture, 0, values[0], 0, values[0].length);
        for (int level = 1; level < LEVELS; level++) {
            halve(values[level - 1], widths[level - 1], heights[level - 1], level);
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
