package dev.vsa.perception.flame;

import dev.vsa.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Cuts a square out of a frame and scales it for the classifier: red, green and blue, 0 to 255. Not thread-safe. */
final class Crop {

    /** Samples a side. */
    static final int SIDE = 64;

    /** Pixels averaged for one sample, each way, at most. */
    private static final int MOST = 3;
    /** Half of the square's side over the longer side of the box: what the classifier was trained on. */
    private static final double MARGIN = 0.75;

    private static final double LEAST_PIXELS = 16;

    private Crop() {}

    /** Writes the square round a box, given normalised; beyond the picture its border goes on. */
    static void write(Frame frame, double left, double top, double right, double bottom, FloatBuffer out) {
        double w = (right - left) * frame.width();
        double h = (bottom - top) * frame.height();
        double half = Math.max(LEAST_PIXELS / 2, MARGIN * Math.max(w, h));
        double x0 = (left + right) / 2 * frame.width() - half;
        double y0 = (top + bottom) / 2 * frame.height() - half;
        double step = 2 * half / SIDE;
        int n = (int) Math.max(1, Math.min(MOST, Math.round(step)));
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                sample(frame, x0 + column * step, y0 + row * step, step, n, out, row * SIDE + column);
            }
        }
    }

    private static void sample(Frame frame, double x, double y, double step, int n, FloatBuffer out, int at) {
        int a = 0;
        int b = 0;
        int c = 0;
        for (int i = 0; i < n; i++) {
            int py = clip((int) Math.floor(y + (i + 0.5) * step / n), frame.height());
            for (int k = 0; k < n; k++) {
                int px = clip((int) Math.floor(x + (k + 0.5) * step / n), frame.width());
                switch (frame.format()) {
                    case GRAY8 -> a += level(frame, 0, py, px);
                    case BGR24 -> {
                        a += level(frame, 0, py, 3 * px + 2);
                        b += level(frame, 0, py, 3 * px + 1);
                        c += level(frame, 0, py, 3 * px);
                    }
                    case NV12 -> {
                        a += level(frame, 0, py, px);
                        b += level(frame, 1, py / 2, px / 2 * 2);
                        c += level(frame, 1, py / 2, px / 2 * 2 + 1);
                    }
                    case I420 -> {
                        a += level(frame, 0, py, px);
                        b += level(frame, 1, py / 2, px / 2);
                        c += level(frame, 2, py / 2, px / 2);
                    }
                }
            }
        }
        float scale = 1f / (n * n);
        switch (frame.format()) {
            case BGR24 -> put(out, at, a * scale, b * scale, c * scale);
            case GRAY8 -> put(out, at, a * scale, a * scale, a * scale);
            case NV12, I420 -> {
                float luma = 1.164f * (a * scale - 16);
                float u = b * scale - 128;
                float v = c * scale - 128;
                put(out, at, luma + 1.596f * v, luma - 0.392f * u - 0.813f * v, luma + 2.017f * u);
            }
        }
    }

    private static void put(FloatBuffer out, int at, float red, float green, float blue) {
        out.put(at, limit(red));
        out.put(SIDE * SIDE + at, limit(green));
        out.put(2 * SIDE * SIDE + at, limit(blue));
    }

    private static float limit(float level) {
        return Math.max(0, Math.min(255, level));
    }

    private static int clip(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    private static int level(Frame frame, int plane, int row, int offset) {
        ByteBuffer buffer = frame.plane(plane);
        return buffer.get(row * frame.stride(plane) + offset) & 0xff;
    }
}
