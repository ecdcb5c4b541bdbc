package dev.vsa.perception.flame;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The colour of a frame at half the resolution of its luma samples: by how much blue is lacking and red is in excess, in levels
 * (−128 to 127), averaged over up to four places of each sample. Not thread-safe.
 */
final class Chroma {

    /** How many luma samples one chroma sample spans, in each direction. */
    static final int SPAN = 2;

    /** From here on, in levels away from grey, a sample has a colour of its own and not a trace of the coder's. */
    private static final int COLOURED = 5;
    /** The picture is cut into so many tiles a side to tell whether it has colour. */
    private static final int TILES = 8;
    /** Colour in fewer tiles is a burned-in text, not a picture in colour. */
    private static final double COLOURED_TILES = 0.1;
    /** The share of a tile's samples that makes it coloured. */
    private static final double COLOURED_SHARE = 0.04;

    private int width;
    private int height;
    private byte[] blueLack = {};
    private byte[] redExcess = {};
    private final int[] coloured = new int[TILES * TILES];
    private boolean grey;

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** 128 − Cb of each sample, row by row. */
    byte[] blueLack() {
        return blueLack;
    }

    /** Cr − 128 of each sample, row by row. */
    byte[] redExcess() {
        return redExcess;
    }

    /** Whether the picture has no colour, but for a burned-in text perhaps: infrared, or a monochrome camera. */
    boolean grey() {
        return grey;
    }

    /** Reads a frame whose luma has the given samples. */
    void load(Frame frame, int lumaWidth, int lumaHeight) {
        int w = (lumaWidth + SPAN - 1) / SPAN;
        int h = (lumaHeight + SPAN - 1) / SPAN;
        if (w != width || h != height) {
            width = w;
            height = h;
            blueLack = new byte[w * h];
            redExcess = new byte[w * h];
        }
        switch (frame.format()) {
            case GRAY8 -> {} // stays as it was made: no colour
            case I420 -> planes(frame.plane(1), frame.stride(1), frame.plane(2), frame.stride(2), 1, frame);
            case NV12 -> planes(frame.plane(1), frame.stride(1), frame.plane(1), frame.stride(1), 2, frame);
            case BGR24 -> bgr(frame);
        }
        grey = frame.format() == PixelFormat.GRAY8 || colourless();
    }

    private void planes(ByteBuffer u, int strideU, ByteBuffer v, int strideV, int step, Frame frame) {
        int columns = (frame.width() + 1) / 2;
        int rows = (frame.height() + 1) / 2;
        int offset = step - 1; // of V behind U where they share a plane
        for (int y = 0; y < height; y++) {
            int top = (4 * y + 1) * rows / (4 * height);
            int bottom = (4 * y + 3) * rows / (4 * height);
            for (int x = 0; x < width; x++) {
                int left = (4 * x + 1) * columns / (4 * width) * step;
                int right = (4 * x + 3) * columns / (4 * width) * step;
                int cb = level(u, top * strideU + left)
                        + level(u, top * strideU + right)
                        + level(u, bottom * strideU + left)
                        + level(u, bottom * strideU + right);
                int cr = level(v, top * strideV + left + offset)
                        + level(v, top * strideV + right + offset)
                        + level(v, bottom * strideV + left + offset)
                        + level(v, bottom * strideV + right + offset);
                set(y * width + x, (512 - cb) >> 2, (cr - 512) >> 2);
            }
        }
    }

    private static int level(ByteBuffer plane, int at) {
        return plane.get(at) & 0xff;
    }

    private void bgr(Frame frame) {
        ByteBuffer plane = frame.plane(0);
        int stride = frame.stride(0);
        for (int y = 0; y < height; y++) {
            int top = (4 * y + 1) * frame.height() / (4 * height) * stride;
            int bottom = (4 * y + 3) * frame.height() / (4 * height) * stride;
            for (int x = 0; x < width; x++) {
                int left = 3 * ((4 * x + 1) * frame.width() / (4 * width));
                int right = 3 * ((4 * x + 3) * frame.width() / (4 * width));
                int blue = four(plane, top, bottom, left, right);
                int green = four(plane, top, bottom, left + 1, right + 1);
                int red = four(plane, top, bottom, left + 2, right + 2);
                // BT.601, limited range, in 1/1024 of a level: 4 places are summed.
                set(
                        y * width + x,
                        (38 * red + 74 * green - 112 * blue) >> 10,
                        (112 * red - 94 * green - 18 * blue) >> 10);
            }
        }
    }

    private static int four(ByteBuffer plane, int top, int bottom, int left, int right) {
        return level(plane, top + left)
                + level(plane, top + right)
                + level(plane, bottom + left)
                + level(plane, bottom + right);
    }

    private void set(int i, int lack, int excess) {
        blueLack[i] = (byte) Math.min(127, lack);
        redExcess[i] = (byte) excess;
    }

    private boolean colourless() {
        Arrays.fill(coloured, 0);
        for (int y = 0; y < height; y++) {
            int tileRow = y * TILES / height * TILES;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (Math.abs(blueLack[i]) + Math.abs(redExcess[i]) > COLOURED) {
                    coloured[tileRow + x * TILES / width]++;
                }
            }
        }
        int tiles = 0;
        double enough = COLOURED_SHARE * width * height / (TILES * TILES);
        for (int count : coloured) {
            tiles += count > enough ? 1 : 0;
        }
        return tiles < COLOURED_TILES * TILES * TILES;
    }
}
