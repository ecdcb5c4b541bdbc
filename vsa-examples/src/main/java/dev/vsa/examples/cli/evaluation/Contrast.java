package dev.vsa.examples.cli.evaluation;

import dev.vsa.geometry.Box;
import java.awt.image.BufferedImage;

/**
 * How much a box in a picture stands out: the root mean square deviation of its brightness from the mean brightness around it (a
 * ring half as wide as the box on each side), as a share of full brightness. 0 is a flat patch like its surroundings; a person in
 * daylight reaches 0.15 to 0.3. Brightness is luma (BT.601) of the shown picture.
 */
final class Contrast {

    /** Samples along each side of a box: enough for a mean, whatever the size. */
    private static final int SAMPLES = 48;

    private Contrast() {}

    /** The contrast of a box; NaN if it holds no pixel. */
    static double of(BufferedImage picture, Box box) {
        double mean = mean(picture, box);
        if (Double.isNaN(mean)) {
            return Double.NaN;
        }
        double sum = 0;
        int count = 0;
        for (int j = 0; j < SAMPLES; j++) {
            for (int i = 0; i < SAMPLES; i++) {
                double x = box.left() + (i + 0.5) / SAMPLES * box.width();
                double y = box.top() + (j + 0.5) / SAMPLES * box.height();
                if (inside(x) && inside(y)) {
                    double off = luma(picture, x, y) - mean;
                    sum += off * off;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }

    /** The mean around a box; of the box itself where it fills the picture. */
    private static double mean(BufferedImage picture, Box box) {
        double around = 0;
        double within = 0;
        int aroundCount = 0;
        int withinCount = 0;
        for (int j = 0; j < 2 * SAMPLES; j++) {
            for (int i = 0; i < 2 * SAMPLES; i++) {
                double x = box.left() + ((i + 0.5) / SAMPLES - 0.5) * box.width();
                double y = box.top() + ((j + 0.5) / SAMPLES - 0.5) * box.height();
                if (!inside(x) || !inside(y)) {
                    continue;
                }
                double luma = luma(picture, x, y);
                if (x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom()) {
                    within += luma;
                    withinCount++;
                } else {
                    around += luma;
                    aroundCount++;
                }
            }
        }
        return aroundCount > 0 ? around / aroundCount : withinCount > 0 ? within / withinCount : Double.NaN;
    }

    private static boolean inside(double share) {
        return share >= 0 && share < 1;
    }

    private static double luma(BufferedImage picture, double x, double y) {
        int rgb = picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight()));
        return (0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff)) / 255;
    }
}
