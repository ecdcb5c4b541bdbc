package dev.vsa.perception.flame;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.nio.ByteBuffer;

/**
 * How much of a low box consists of strokes: the share of neighbouring pixels between which the brightness leaps by a third of the
 * box's range. A text that was burned into the picture never went through a lens: it is razor-sharp, and full of edges. The edges of
 * flames are soft, and few. Stateless.
 */
final class Strokes {

    /** Burned-in text is not higher than that, as a share of the picture's height. */
    private static final double HIGHEST = 0.1;

    /** A digit is at least half as wide as high; what is narrower is a gap through which something is seen. */
    private static final double NARROWEST = 0.5;

    /** A box is read at about so many rows, so that a line of text has strokes of a pixel or two whatever the picture's size. */
    private static final int ROWS = 16;

    private static final int MOST_COLUMNS = 96;
    /** What is a leap: this share of the box's range, and levels. */
    private static final double LEAP = 0.35;

    private static final int LEAST_LEAP = 24;

    private Strokes() {}

    /** The share of leaps, to the side or down, whichever has more, 0 to 1, in a box given normalised; −1 if it has no text's shape. */
    static double in(Frame frame, double left, double top, double right, double bottom) {
        if (bottom - top > HIGHEST || (right - left) * frame.width() < NARROWEST * (bottom - top) * frame.height()) {
            return -1;
        }
        int step = (int) Math.max(1, Math.round((bottom - top) * frame.height() / ROWS));
        int l = (int) Math.max(0, left * frame.width());
        int t = (int) Math.max(0, top * frame.height());
        int columns = Math.max(2, Math.min(MOST_COLUMNS, (int) ((right - left) * frame.width()) / step + 1));
        int rows = Math.max(2, (int) ((bottom - top) * frame.height()) / step + 1);
        columns = Math.min(columns, (frame.width() - 1 - l) / step + 1);
        rows = Math.min(rows, (frame.height() - 1 - t) / step + 1);
        if (columns < 2 || rows < 2) {
            return 0;
        }
        int least = 255;
        int most = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int level = level(frame, l + x * step, t + y * step);
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
        }
        double leap = Math.max(LEAST_LEAP, LEAP * (most - least));
        int aside = 0;
        int down = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int level = level(frame, l + x * step, t + y * step);
                if (x > 0 && Math.abs(level - level(frame, l + (x - 1) * step, t + y * step)) > leap) {
                    aside++;
                }
                if (y > 0 && Math.abs(level - level(frame, l + x * step, t + (y - 1) * step)) > leap) {
                    down++;
                }
            }
        }
        return Math.max((double) aside / ((columns - 1) * rows), (double) down / ((rows - 1) * columns));
    }

    /** Of a colour frame without a plane of luma, green. */
    private static int level(Frame frame, int x, int y) {
        ByteBuffer plane = frame.plane(0);
        int at = y * frame.stride(0) + (frame.format() == PixelFormat.BGR24 ? 3 * x + 1 : x);
        return plane.get(at) & 0xff;
    }
}
