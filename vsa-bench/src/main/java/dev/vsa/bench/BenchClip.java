package dev.vsa.bench;

import dev.vsa.sink.video.VideoWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/**
 * A simulated clip of a street: texture, sensor noise, cars and walkers; the same for the same size. Made once in the folder for
 * temporary files, for a benchmark must not depend on data that a reader does not have.
 */
public final class BenchClip {

    public static final double FPS = 25;

    private static final int CARS = 6;
    private static final int WALKERS = 14;
    private static final long SEED = 20240726;

    private BenchClip() {}

    /**
     * The clip of a size.
     *
     * @param size as in 1280x720
     * @param seconds its length
     * @throws IOException if it cannot be made
     */
    public static Path of(String size, int seconds) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "vsa-bench");
        Path clip = folder.resolve("street-" + size + "-" + seconds + "s.mp4");
        if (Files.isRegularFile(clip)) {
            return clip;
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "part", ".mp4");
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        try (VideoWriter writer = VideoWriter.open(part, width, height, FPS)) {
            BufferedImage street = street(width, height);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            Random noise = new Random(SEED);
            for (int frame = 0; frame < seconds * FPS; frame++) {
                Graphics2D g = image.createGraphics();
                g.drawImage(street, 0, 0, null);
                traffic(g, width, height, frame / FPS);
                g.dispose();
                for (int i = noise.nextInt(3); i < pixels.length; i += 1 + noise.nextInt(5)) {
                    int step = noise.nextInt(5) - 2;
                    pixels[i] = shifted(pixels[i], step);
                }
                writer.write(pixels, Math.round(frame * 1e9 / FPS));
            }
        }
        Files.move(part, clip, StandardCopyOption.REPLACE_EXISTING);
        return clip;
    }

    private static BufferedImage street(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(SEED);
        int cell = Math.max(2, height / 90);
        for (int y = 0; y < height; y += cell) {
            for (int x = 0; x < width; x += cell) {
                int level = (y > height / 3 ? 90 : 150) + random.nextInt(40);
                int rgb = level << 16 | (level + random.nextInt(10)) << 8 | level - random.nextInt(10);
                for (int dy = 0; dy < cell && y + dy < height; dy++) {
                    for (int dx = 0; dx < cell && x + dx < width; dx++) {
                        image.setRGB(x + dx, y + dy, rgb);
                    }
                }
            }
        }
        return image;
    }

    private static void traffic(Graphics2D g, int width, int height, double seconds) {
        Random random = new Random(SEED);
        for (int i = 0; i < CARS; i++) {
            double speed = (0.1 + 0.2 * random.nextDouble()) * (i % 2 == 0 ? 1 : -1);
            double x = (((random.nextDouble() + speed * seconds) % 1 + 1) % 1 * 1.3 - 0.15) * width;
            int y = (int) (height * (0.45 + 0.08 * i));
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
            g.fillRoundRect((int) x, y, width / 7, height / 9, height / 40, height / 40);
            g.setColor(new Color(30, 30, 40));
            g.fillRect((int) x + width / 50, y + height / 80, width / 12, height / 30);
        }
        for (int i = 0; i < WALKERS; i++) {
            double speed = 0.03 * (random.nextDouble() - 0.5);
            double x = ((random.nextDouble() + speed * seconds) % 1 + 1) % 1 * width;
            int y = (int) (height * (0.3 + 0.5 * random.nextDouble()));
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.6f));
            g.fillRect((int) x, y, height / 22, height / 9);
            g.setColor(new Color(210, 170, 140));
            g.fillOval((int) x, y - height / 30, height / 26, height / 26);
        }
    }

    private static int shifted(int rgb, int step) {
        return shift(rgb >> 16, step) << 16 | shift(rgb >> 8, step) << 8 | shift(rgb, step);
    }

    private static int shift(int level, int step) {
        return Math.max(0, Math.min(255, (level & 0xff) + step));
    }
}
