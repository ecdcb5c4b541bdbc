package dev.vsa.examples.cli.picture;

import dev.vsa.sink.video.VideoWriter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A video of pictures, opened by the first of them and of its size, at most {@value #MOST_WIDTH} wide; pictures of another size
 * are fitted in. Not thread-safe.
 */
public final class VideoFile implements AutoCloseable {

    private static final int MOST_WIDTH = 1280;

    private final Path file;
    private final double rate;
    private @Nullable VideoWriter writer;
    private @Nullable BufferedImage fitted;
    private int width;
    private int height;
    private boolean broken;

    /**
     * A file that is made when the first picture comes.
     *
     * @param file where to
     * @param rate about how many pictures there are to a second of media time
     */
    public VideoFile(Path file, double rate) {
        this.file = file;
        this.rate = rate;
    }

    /**
     * Adds a picture. After a failure nothing more is written, and nothing more is said.
     *
     * @param picture the picture, from {@link FrameImage}
     * @param mediaNanos its media time; later than that of the picture before
     * @throws IOException if it cannot be written
     */
    public void add(BufferedImage picture, long mediaNanos) throws IOException {
        if (broken) {
            return;
        }
        try {
            VideoWriter open = writer;
            if (open == null) {
                width = Math.min(MOST_WIDTH, picture.getWidth());
                height = Math.max(2, picture.getHeight() * width / picture.getWidth());
                open = VideoWriter.open(file, width, height, rate);
                writer = open;
            }
            open.write(FrameImage.pixels(fit(picture)), mediaNanos);
        } catch (IOException | RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    private BufferedImage fit(BufferedImage picture) {
        if (picture.getWidth() == width && picture.getHeight() == height) {
            return picture;
        }
        BufferedImage target = fitted;
        if (target == null) {
            target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            fitted = target;
        }
        double scale = Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
        int w = (int) Math.round(picture.getWidth() * scale);
        int h = (int) Math.round(picture.getHeight() * scale);
        Graphics2D g = target.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.clearRect(0, 0, width, height);
        g.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h, null);
        g.dispose();
        return target;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
