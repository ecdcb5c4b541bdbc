package dev.vsa.perception.objects;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Frames for tests: of a picture among the resources, or of noise. */
public final class Pictures {

    private Pictures() {}

    /** The street of street.jpg, 768x576, with eight persons, a van and a car. */
    public static BufferedImage street() {
        try (InputStream in = Objects.requireNonNull(Pictures.class.getResourceAsStream("street.jpg"))) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of another size: the same one scaled. */
    public static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return out;
    }

    /** A picture as a frame, by BT.601 of limited range where the format has chroma; rows are padded by eleven bytes. */
    public static Frame frame(BufferedImage picture, PixelFormat format) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        BufferedImage bgr = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        bgr.createGraphics().drawImage(picture, 0, 0, null);
        byte[] pixels = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
        return frame(format, w, h, 11, (plane, row, column) -> switch (format) {
            case BGR24 -> pixels[row * 3 * w + column];
            case GRAY8 -> luma(pixels, row * w + column, 1, 0);
            case I420 ->
                plane == 0 ? luma(pixels, row * w + column, 219.0 / 255, 16) : chroma(pixels, w, h, row, column, plane);
            case NV12 ->
                plane == 0
                        ? luma(pixels, row * w + column, 219.0 / 255, 16)
                        : chroma(pixels, w, h, row, column / 2, 1 + column % 2);
        });
    }

    private static byte luma(byte[] bgr, int pixel, double scale, int black) {
        double y = 0.114 * (bgr[3 * pixel] & 255)
                + 0.587 * (bgr[3 * pixel + 1] & 255)
                + 0.299 * (bgr[3 * pixel + 2] & 255);
        return (byte) Math.round(y * scale + black);
    }

    private static byte chroma(byte[] bgr, int w, int h, int row, int column, int plane) {
        int at = 3 * (Math.min(2 * row, h - 1) * w + Math.min(2 * column, w - 1));
        double y = 0.114 * (bgr[at] & 255) + 0.587 * (bgr[at + 1] & 255) + 0.299 * (bgr[at + 2] & 255);
        double difference = plane == 1 ? ((bgr[at] & 255) - y) / 1.772 : ((bgr[at + 2] & 255) - y) / 1.402;
        return (byte) Math.round(difference * 224 / 255 + 128);
    }

    /** A frame of noise. */
    static Frame noise(PixelFormat format, int width, int height, int padding, Random random) {
        return frame(format, width, height, padding, (plane, row, column) -> (byte) random.nextInt(256));
    }

    /** A frame whose every sample is the same function of its value in a plane. */
    static Frame plain(PixelFormat format, int width, int height, IntUnaryOperator sampleOfPlane) {
        return frame(format, width, height, 0, (plane, row, column) -> (byte) sampleOfPlane.applyAsInt(plane));
    }

    /** The sample at a place. */
    interface Samples {
        byte at(int plane, int row, int column);
    }

    static Frame frame(PixelFormat format, int width, int height, int padding, Samples samples) {
        List<Integer> strides = new ArrayList<>();
        List<ByteBuffer> planes = new ArrayList<>();
        for (int p = 0; p < format.planes(); p++) {
            int bytes = format.rowBytes(p, width);
            int rows = format.rows(p, height);
            int stride = bytes + padding;
            strides.add(stride);
            ByteBuffer plane = ByteBuffer.allocateDirect(stride * (rows - 1) + bytes);
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < bytes; x++) {
                    plane.put(y * stride + x, samples.at(p, y, x));
                }
            }
            planes.add(plane);
        }
        return Frame.wrap(new Frame.Layout(format, width, height, strides, 1), planes, 0, 0, () -> {});
    }
}
