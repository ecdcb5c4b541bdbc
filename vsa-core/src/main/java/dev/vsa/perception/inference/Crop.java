package dev.vsa.perception.inference;

import dev.vsa.frame.Frame;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes a rectangle of a frame at full resolution and brings it to a small square: red, green and blue samples, 0 to 255, black where
 * the rectangle lies outside the picture. Each sample is made of four: neighbours, weighted by their distance, where the
 * rectangle is stretched, or four spread over the sample's area where it shrinks by more than two. Past set-up nothing is allocated. Not
 * thread-safe.
 */
public final class Crop {

    private final int side;
    private final int[] blue;
    private final int[] green;
    private final int[] red;
    private final Axis lumaX;
    private final Axis lumaY;
    private final Axis chromaX;
    private final Axis chromaY;
    private final int[] y;
    private final int[] u;
    private final int[] v;
    private final int[][] row;
    private ColourMatrix matrix = ColourMatrix.forRows(0);
    private int rows;

    /** Where the samples of one side of the square lie in a plane; −1 outside. */
    private static final class Axis {
        final int[] first;
        final int[] second;
        final int[] weight;

        Axis(int side) {
            first = new int[side];
            second = new int[side];
            weight = new int[side];
        }

        /**
         * Plans.
         *
         * @param start of the rectangle, in samples of the plane
         * @param length of the rectangle, in samples of the plane
         * @param samples of the plane
         */
        void plan(double start, double length, int samples) {
            double step = length / first.length;
            for (int i = 0; i < first.length; i++) {
                double at = start + (i + 0.5) * step;
                if (!(at >= 0 && at < samples)) {
                    first[i] = -1;
                    continue;
                }
                if (step > 2) {
                    first[i] = clamp((int) Math.floor(at - step / 4), samples);
                    second[i] = clamp((int) Math.floor(at + step / 4), samples);
                    weight[i] = 4;
                } else {
                    int near = (int) Math.floor(at - 0.5);
                    first[i] = clamp(near, samples);
                    second[i] = clamp(near + 1, samples);
                    weight[i] = (int) Math.round((at - 0.5 - near) * 8);
                }
            }
        }

        private static int clamp(int at, int samples) {
            return Math.max(0, Math.min(samples - 1, at));
        }
    }

    /**
     * Makes one.
     *
     * @param side columns and rows of the square, at least 1
     */
    public Crop(int side) {
        this.side = side;
        this.blue = new int[side * side];
        this.green = new int[side * side];
        this.red = new int[side * side];
        this.lumaX = new Axis(side);
        this.lumaY = new Axis(side);
        this.chromaX = new Axis(side);
        this.chromaY = new Axis(side);
        this.y = new int[side];
        this.u = new int[side];
        this.v = new int[side];
        this.row = new int[3][side];
    }

    /** Blue, row by row; overwritten by the next {@link #read}. */
    public int[] blue() {
        return blue;
    }

    /** Green, row by row; overwritten by the next {@link #read}. */
    public int[] green() {
        return green;
    }

    /** Red, row by row; overwritten by the next {@link #read}. */
    public int[] red() {
        return red;
    }

    /**
     * Reads a rectangle of a frame; each side is stretched to the square's on its own.
     *
     * @param frame any format
     * @param left normalised; may lie outside the picture, as may the others
     * @param top normalised
     * @param width normalised, above 0
     * @param height normalised, above 0
     */
    public void read(Frame frame, double left, double top, double width, double height) {
        int columns = frame.width();
        lumaX.plan(left * columns, width * columns, columns);
        lumaY.plan(top * frame.height(), height * frame.height(), frame.height());
        int halfColumns = (columns + 1) / 2;
        int halfRows = (frame.height() + 1) / 2;
        chromaX.plan(left * columns / 2, width * columns / 2, halfColumns);
        chromaY.plan(top * frame.height() / 2, height * frame.height() / 2, halfRows);
        if (frame.height() != rows) {
            rows = frame.height();
            matrix = ColourMatrix.forRows(rows);
        }
        for (int i = 0; i < side; i++) {
            if (lumaY.first[i] < 0) {
                clear(i);
            } else {
                readRow(frame, i);
            }
        }
    }

    private void clear(int i) {
        Arrays.fill(blue, i * side, (i + 1) * side, 0);
        Arrays.fill(green, i * side, (i + 1) * side, 0);
        Arrays.fill(red, i * side, (i + 1) * side, 0);
    }

    private void readRow(Frame frame, int i) {
        switch (frame.format()) {
            case I420 -> {
                sample(frame, 0, i, 1, 0, y);
                sample(frame, 1, i, 1, 0, u);
                sample(frame, 2, i, 1, 0, v);
                matrix.convert(y, u, v, row[0], row[1], row[2]);
            }
            case NV12 -> {
                sample(frame, 0, i, 1, 0, y);
                sample(frame, 1, i, 2, 0, u);
                sample(frame, 1, i, 2, 1, v);
                matrix.convert(y, u, v, row[0], row[1], row[2]);
            }
            case GRAY8 -> {
                sample(frame, 0, i, 1, 0, row[0]);
                ColourMatrix.round(row[0]);
                System.arraycopy(row[0], 0, row[1], 0, side);
                System.arraycopy(row[0], 0, row[2], 0, side);
            }
            case BGR24 -> {
                for (int c = 0; c < 3; c++) {
                    sample(frame, 0, i, 3, c, row[c]);
                    ColourMatrix.round(row[c]);
                }
            }
        }
        int at = i * side;
        for (int x = 0; x < side; x++) {
            boolean inside = lumaX.first[x] >= 0;
            blue[at + x] = inside ? row[0][x] : 0;
            green[at + x] = inside ? row[1][x] : 0;
            red[at + x] = inside ? row[2][x] : 0;
        }
    }

    /** Reads a row of samples, times 64. */
    private void sample(Frame frame, int plane, int i, int pixelBytes, int channel, int[] out) {
        Axis across = plane == 0 ? lumaX : chromaX;
        Axis down = plane == 0 ? lumaY : chromaY;
        ByteBuffer bytes = frame.plane(plane);
        int upper = down.first[i] * frame.stride(plane) + channel;
        int lower = down.second[i] * frame.stride(plane) + channel;
        int w = down.weight[i];
        for (int x = 0; x < out.length; x++) {
            int a = across.first[x] * pixelBytes;
            if (a < 0 || upper < 0) {
                out[x] = 0;
                continue;
            }
            int b = across.second[x] * pixelBytes;
            int k = across.weight[x];
            int above = (8 - k) * (bytes.get(upper + a) & 255) + k * (bytes.get(upper + b) & 255);
            int below = (8 - k) * (bytes.get(lower + a) & 255) + k * (bytes.get(lower + b) & 255);
            out[x] = (8 - w) * above + w * below;
        }
    }
}
