package dev.vsa.perception.motion;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws frames of a grey road with some grain, seen by a camera of 640 by 360 pixels at 12.5 frames a second. */
final class Street {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final double FRAME_S = 0.08;

    private final byte[] road = new byte[WIDTH * HEIGHT];
    private final byte[] picture = new byte[WIDTH * HEIGHT];
    private final Random grain = new Random(3);
    private long mediaNanos;

    Street() {
        for (int i = 0; i < road.length; i++) {
            road[i] = (byte) (100 + grain.nextInt(9));
        }
        empty();
    }

    Street empty() {
        System.arraycopy(road, 0, picture, 0, road.length);
        return this;
    }

    /** Paints a box, in normalised coordinates, with a texture of its own. */
    Street paint(double left, double top, double width, double height, int level) {
        for (int y = row(top); y < row(top + height); y++) {
            for (int x = column(left); x < column(left + width); x++) {
                picture[y * WIDTH + x] = (byte) (level + (x + y) % 7);
            }
        }
        return this;
    }

    /** Darkens or brightens a box by a factor, as a shadow does. */
    Street shade(double left, double top, double width, double height, double factor) {
        for (int y = row(top); y < row(top + height); y++) {
            for (int x = column(left); x < column(left + width); x++) {
                int i = y * WIDTH + x;
                picture[i] = (byte) Math.min(255, Math.round((picture[i] & 0xff) * factor));
            }
        }
        return this;
    }

    /** The picture as luma only, a frame after the one before; noise of the sensor included. */
    Frame next() {
        return next(FRAME_S);
    }

    Frame next(double seconds) {
        mediaNanos += Math.round(seconds * 1e9);
        byte[] noisy = picture.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (byte) Math.max(0, Math.min(255, (noisy[i] & 0xff) + grain.nextInt(5) - 2));
        }
        return gray(noisy, mediaNanos);
    }

    static Frame gray(byte[] luma, long nanos) {
        ByteBuffer plane = ByteBuffer.allocateDirect(luma.length).put(0, luma);
        return Frame.wrap(
                Frame.Layout.packed(PixelFormat.GRAY8, WIDTH, HEIGHT),
                Collections.singletonList(plane),
                nanos,
                0,
                () -> {});
    }

    /** A picture of any format from its planes. */
    static Frame frame(Frame.Layout layout, List<ByteBuffer> planes) {
        return Frame.wrap(layout, planes, 1, 0, () -> {});
    }

    private static int row(double y) {
        return (int) Math.max(0, Math.min(HEIGHT, Math.round(y * HEIGHT)));
    }

    private static int column(double x) {
        return (int) Math.max(0, Math.min(WIDTH, Math.round(x * WIDTH)));
    }
}
