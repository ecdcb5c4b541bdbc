package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Footage.Act;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Simulated mishaps right before a lens, and behind it. */
public final class Lens {

    private Lens() {}

    /** A hand laid on the lens: dark, reddish, out of focus, with light at one side. */
    public static Act hand() {
        return (g, seconds) -> {
            g.setPaint(new GradientPaint(0, 0, new Color(70, 30, 25), 2, 1.2f, new Color(25, 10, 8)));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
        };
    }

    /**
     * A torch held into the lens: a glare that drowns the picture.
     *
     * @param radius of what is saturated, picture heights
     */
    public static Act torch(double radius) {
        return (g, seconds) -> {
            g.setPaint(
                    new RadialGradientPaint(0.9f, 0.5f, (float) (2.5 * radius), new float[] {0, 0.4f, 1}, new Color[] {
                        Color.WHITE, Color.WHITE, new Color(200, 200, 200)
                    }));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
        };
    }

    /** What a recorder shows that has lost its camera. */
    public static Act noSignal() {
        return (g, seconds) -> {
            g.setColor(new Color(20, 20, 120));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            g.setColor(Color.WHITE);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(0.1f));
            g.fill(new Rectangle2D.Double(0.6, 0.47, 0.02, 0.08));
            g.fill(new Rectangle2D.Double(0.7, 0.47, 0.1, 0.015));
            g.fill(new Rectangle2D.Double(0.9, 0.47, 0.02, 0.08));
        };
    }

    /** Colour bars. */
    public static Act bars() {
        int[] rgb = {0xbfbfbf, 0xbfbf00, 0x00bfbf, 0x00bf00, 0xbf00bf, 0xbf0000, 0x0000bf};
        return (g, seconds) -> {
            for (int k = 0; k < rgb.length; k++) {
                g.setColor(new Color(rgb[k]));
                g.fill(new Rectangle2D.Double(k * 0.26, -1, 0.27, 3));
            }
        };
    }

    /** A date and a name written into the picture. */
    public static Act overlay() {
        return (g, seconds) -> {
            Random random = new Random((long) seconds);
            g.setColor(Color.WHITE);
            for (int k = 0; k < 14; k++) {
                double x = 0.05 + 0.03 * k;
                g.fill(new Rectangle2D.Double(x, 0.04, 0.006, 0.035));
                g.fill(new Rectangle2D.Double(x, 0.04 + 0.01 * random.nextInt(3), 0.018, 0.006));
            }
        };
    }

    /**
     * A lorry that stops right before the camera.
     *
     * @param from its left side, picture heights
     * @param to its right side
     */
    public static Act lorry(double from, double to) {
        return (g, seconds) -> {
            g.setColor(new Color(205, 208, 210));
            g.fill(new Rectangle2D.Double(from, 0.05, to - from, 0.8));
            g.setColor(new Color(60, 60, 70));
            for (double x = from + 0.1; x < to - 0.05; x += 0.12) {
                g.fill(new Rectangle2D.Double(x, 0.3 + 0.1 * Math.sin(9 * x), 0.05, 0.2));
                g.fill(new Rectangle2D.Double(x, 0.72, 0.01, 0.13));
            }
            g.setColor(new Color(15, 15, 15));
            g.fill(new Rectangle2D.Double(from, 0.85, to - from, 0.15));
        };
    }
}
