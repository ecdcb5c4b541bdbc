package dev.vsa.examples.cli.picture;

import dev.vsa.frame.Frame;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures for people out of frames, over and over into the same memory. Pixels that are not square are stretched to be.
 * Not thread-safe.
 *
 * <p>A frame does not say which of the two common matrices its colours were made with. As players do, pictures of 720 and more
 * rows are taken for ITU-R BT.709, others for BT.601, both in limited range.
 */
public final class FrameImage {

    /** Fixed-point factors of a colour matrix, in 1/65536: luma, then what V and U add. */
    private record Matrix(int y, int rv, int gu, int gv, int bu) {

        static final Matrix BT601 = of(1.16438, 1.59603, 0.39176, 0.81297, 2.01723);
        static final Matrix BT709 = of(1.16438, 1.79274, 0.21325, 0.53291, 2.11240);

        private static Matrix of(double y, double rv, double gu, double gv, double bu) {
            return new Matrix(fixed(y), fixed(rv), fixed(gu), fixed(gv), fixed(bu));
        }

        private static int fixed(double factor) {
            return (int) Math.round(factor * 65_536);
        }
    }

    private @Nullable BufferedImage raw;
    private @Nullable BufferedImage square;
    private byte[] luma = {};
    private byte[] chromaU = {};
    private byte[] chromaV = {};

    /**
     * A picture of the frame that is the caller's own.
     *
     * @param frame the frame; stays the caller's
     */
    public static BufferedImage of(Frame frame) {
        return new FrameImage().paint(frame);
    }

    /**
     * The frame as a picture.
     *
     * @param frame the frame; stays the caller's
     * @return the picture, of type RGB without padding; valid until the next call
     */
    public BufferedImage paint(Frame frame) {
        BufferedImage target = sized(raw, frame.width(), frame.height());
        raw = target;
        int[] rgb = pixels(target);
        switch (frame.format()) {
            case BGR24 -> bgr(frame, rgb);
            case GRAY8 -> gray(frame, rgb);
            case I420 -> planar(frame, rgb);
            case NV12 -> interleaved(frame, rgb);
        }
        double pixelAspect = frame.layout().pixelAspect();
        int shown = (int) Math.round(frame.width() * pixelAspect);
        if (shown == frame.width() || shown < 1) {
            return target;
        }
        BufferedImage stretched = sized(square, shown, frame.height());
        square = stretched;
        Graphics2D g = stretched.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(target, 0, 0, shown, frame.height(), null);
        g.dispose();
        return stretched;
    }

    /** The pixels of a picture that this class made, row by row, as 0x00RRGGBB. */
    static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage sized(@Nullable BufferedImage last, int width, int height) {
        return last != null && last.getWidth() == width && last.getHeight() == height
                ? last
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private void bgr(Frame frame, int[] rgb) {
        int width = frame.width();
        luma = fit(luma, 3 * width);
        ByteBuffer plane = frame.plane(0);
        for (int y = 0, out = 0; y < frame.height(); y++) {
            plane.get(y * frame.stride(0), luma, 0, 3 * width);
            for (int x = 0; x < 3 * width; x += 3) {
                rgb[out++] = (luma[x + 2] & 0xff) << 16 | (luma[x + 1] & 0xff) << 8 | (luma[x] & 0xff);
            }
        }
    }

    private void gray(Frame frame, int[] rgb) {
        int width = frame.width();
        luma = fit(luma, width);
        ByteBuffer plane = frame.plane(0);
        for (int y = 0, out = 0; y < frame.height(); y++) {
            plane.get(y * frame.stride(0), luma, 0, width);
            for (int x = 0; x < width; x++) {
                rgb[out++] = (luma[x] & 0xff) * 0x010101;
            }
        }
    }

    private void planar(Frame frame, int[] rgb) {
        int chromaWidth = (frame.width() + 1) / 2;
        chromaU = fit(chromaU, chromaWidth);
        chromaV = fit(chromaV, chromaWidth);
        for (int y = 0; y < frame.height(); y++) {
            if (y % 2 == 0) {
                frame.plane(1).get(y / 2 * frame.stride(1), chromaU, 0, chromaWidth);
                frame.plane(2).get(y / 2 * frame.stride(2), chromaV, 0, chromaWidth);
            }
            row(frame, y, rgb);
        }
    }

    private void interleaved(Frame frame, int[] rgb) {
        int chromaWidth = (frame.width() + 1) / 2;
        chromaU = fit(chromaU, chromaWidth);
        chromaV = fit(chromaV, chromaWidth);
        luma = fit(luma, 2 * chromaWidth);
        for (int y = 0; y < frame.height(); y++) {
            if (y % 2 == 0) {
                frame.plane(1).get(y / 2 * frame.stride(1), luma, 0, 2 * chromaWidth);
                for (int x = 0; x < chromaWidth; x++) {
                    chromaU[x] = luma[2 * x];
                    chromaV[x] = luma[2 * x + 1];
                }
            }
            row(frame, y, rgb);
        }
    }

    /** One row of luma with the chroma that has been laid ready for it. */
    private void row(Frame frame, int y, int[] rgb) {
        int width = frame.width();
        Matrix m = frame.height() >= 720 ? Matrix.BT709 : Matrix.BT601;
        luma = fit(luma, width);
        frame.plane(0).get(y * frame.stride(0), luma, 0, width);
        for (int x = 0, out = y * width; x < width; x++) {
            int u = (chromaU[x >> 1] & 0xff) - 128;
            int v = (chromaV[x >> 1] & 0xff) - 128;
            int base = ((luma[x] & 0xff) - 16) * m.y + 32_768;
            rgb[out++] = clamp(base + m.rv * v) << 16 | clamp(base - m.gu * u - m.gv * v) << 8 | clamp(base + m.bu * u);
        }
    }

    private static int clamp(int fixed) {
        int value = fixed >> 16;
        return value < 0 ? 0 : Math.min(value, 255);
    }

    private static byte[] fit(byte[] last, int length) {
        return last.length >= length ? last : new byte[length];
    }
}
