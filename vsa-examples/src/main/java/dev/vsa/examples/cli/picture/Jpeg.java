package dev.vsa.examples.cli.picture;

import dev.vsa.geometry.Box;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as JPEG. Stateless. */
public final class Jpeg {

    private static final float QUALITY = 0.86f;

    private Jpeg() {}

    /** A picture as JPEG; nothing but its pixels goes into it. */
    public static byte[] of(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * A JPEG that is no wider than allowed.
     *
     * @param jpeg the picture
     * @param mostWidth its greatest width, in pixels
     */
    public static byte[] narrowed(byte[] jpeg, int mostWidth) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        if (picture == null) {
            throw new IOException("not a picture");
        }
        if (picture.getWidth() <= mostWidth) {
            return jpeg;
        }
        int height = Math.max(1, picture.getHeight() * mostWidth / picture.getWidth());
        return of(scaled(picture, mostWidth, height));
    }

    /**
     * A part of a picture with some of what is around it, enlarged where it is small.
     *
     * @param picture the picture
     * @param box the part, normalised
     * @param height rows of what comes of it
     */
    public static BufferedImage closeUp(BufferedImage picture, Box box, int height) {
        double margin = 0.15 * Math.max(box.width() * picture.getWidth(), box.height() * picture.getHeight());
        int left = (int) Math.max(0, box.left() * picture.getWidth() - margin);
        int top = (int) Math.max(0, box.top() * picture.getHeight() - margin);
        int right = (int) Math.min(picture.getWidth(), Math.ceil(box.right() * picture.getWidth() + margin));
        int bottom = (int) Math.min(picture.getHeight(), Math.ceil(box.bottom() * picture.getHeight() + margin));
        if (right - left < 1 || bottom - top < 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "the box %s lies outside the picture", box));
        }
        BufferedImage part = picture.getSubimage(left, top, right - left, bottom - top);
        return scaled(part, Math.max(1, part.getWidth() * height / part.getHeight()), height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }
}
