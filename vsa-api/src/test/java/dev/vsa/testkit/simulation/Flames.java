package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Footage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Simulated flames: turbulent noise that rises through an envelope of tongues, coloured by its heat. Small ones flicker faster than
 * large ones, about as 1.5 Hz over the root of the width in metres does. Places and sizes in picture heights. Immutable: each
 * method gives a changed copy.
 */
public final class Flames implements Footage.Act {

    private static final int COLUMNS = 48;
    private static final int ROWS = 64;
    private static final double REDDEST = 0.25;

    private final double x;
    private final double y;
    private final double height;
    private final double growth;
    private final double metres;
    private final boolean grey;
    private final double strength;
    private final long seed;

    private Flames(
            double x, double y, double height, double growth, double metres, boolean grey, double strength, long seed) {
        this.x = x;
        this.y = y;
        this.height = height;
        this.growth = growth;
        this.metres = metres;
        this.grey = grey;
        this.strength = strength;
        this.seed = seed;
    }

    /**
     * Flames half a metre high, three quarters as wide, that burn steadily.
     *
     * @param x the middle of their foot
     * @param y their foot
     * @param height their height
     */
    public static Flames at(double x, double y, double height) {
        return new Flames(x, y, height, 0, 0.5, false, 1, 1);
    }

    /**
     * Flames that grow.
     *
     * @param perSecond by how much of their first height a second
     */
    public Flames growing(double perSecond) {
        return new Flames(x, y, height, perSecond, metres, grey, strength, seed);
    }

    /**
     * Flames of another true size: how fast they flicker depends on it.
     *
     * @param high metres
     */
    public Flames metres(double high) {
        return new Flames(x, y, height, growth, high, grey, strength, seed);
    }

    /** Flames as a camera for infrared sees them: white. */
    public Flames infrared() {
        return new Flames(x, y, height, growth, metres, true, strength, seed);
    }

    /**
     * Flames that are seen against bright daylight.
     *
     * @param share how much of their light covers what is behind, 0 to 1
     */
    public Flames paleBy(double share) {
        return new Flames(x, y, height, growth, metres, grey, share, seed);
    }

    /** Other flames. */
    public Flames seed(long value) {
        return new Flames(x, y, height, growth, metres, grey, strength, value);
    }

    @Override
    public void paint(Graphics2D g, double seconds) {
        double tall = height * (1 + growth * seconds);
        double wide = 0.75 * tall;
        double rise = 1.8 / Math.sqrt(metres);
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < ROWS; row++) {
            double up = 1 - (row + 0.5) / ROWS;
            for (int column = 0; column < COLUMNS; column++) {
                double across = 2 * (column + 0.5) / COLUMNS - 1;
                image.setRGB(column, row, colour(heat(across, up, seconds * rise)));
            }
        }
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = new AffineTransform(wide / COLUMNS, 0, 0, tall / ROWS, x - wide / 2, y - tall);
        g.drawImage(image, place, null);
    }

    /** 0 to 1 and more; across −1 to 1, up 0 to 1, time in rises of the flames' height. */
    private double heat(double across, double up, double time) {
        double sway = 0.35 * up * (2 * Noise.at(0.5, 1.3 * up - time, 0.4 * time, seed) - 1);
        double warp = 0.5 * (2 * Noise.at(2.5 * across, 2.5 * up - 2 * time, 0.7 * time, seed + 1) - 1) * up;
        double a = across + sway + warp;
        double tip = 0.45 + 0.75 * Noise.at(1.6 * across + 7, 0.7 * time, 0.9 * time, seed + 2);
        double envelope = 1 - Math.pow(Math.abs(a) / (0.9 - 0.45 * up), 2) - Math.pow(up / tip, 2.5);
        double grain = Noise.at(4 * a, 3.5 * up - 2.6 * time, time, seed + 3) - 0.5;
        return 1.1 * envelope + 0.9 * grain * (0.4 + up) + 0.25;
    }

    private int colour(double heat) {
        if (heat <= 0.1) {
            return 0;
        }
        double h = Math.min(1.1, heat);
        int alpha = (int) (255 * strength * Math.min(1, (heat - 0.1) / REDDEST));
        int red = level(170 + 400 * (h - 0.1));
        int green = level(20 + 260 * (h - 0.2));
        int blue = level(330 * (h - 0.65));
        if (grey) {
            int white = level(120 + 300 * (h - 0.1));
            return alpha << 24 | white << 16 | white << 8 | white;
        }
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }
}
