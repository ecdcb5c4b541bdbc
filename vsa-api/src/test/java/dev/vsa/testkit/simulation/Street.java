package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Footage.Act;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/** A simulated street that a fixed camera looks at: houses with windows, a kerb, a crossing, lamp posts. 2 picture heights wide. */
public final class Street {

    private static final double WIDTH = 3;

    private final long seed;
    private final double light;
    private final double shiftX;
    private final double shiftY;

    private Street(long seed, double light, double shiftX, double shiftY) {
        this.seed = seed;
        this.light = light;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
    }

    /**
     * A street by day.
     *
     * @param seed which
     */
    public static Street of(long seed) {
        return new Street(seed, 1, 0, 0);
    }

    /**
     * The same street in another light.
     *
     * @param share of daylight
     */
    public Street lit(double share) {
        return new Street(seed, share, shiftX, shiftY);
    }

    /**
     * The same street by a camera that was turned.
     *
     * @param dx picture heights by which what is seen went to the right
     * @param dy picture heights by which it went down
     */
    public Street turned(double dx, double dy) {
        return new Street(seed, light, dx, dy);
    }

    /** It as the background of a play. */
    public Act act() {
        return (g, seconds) -> paint(g);
    }

    /**
     * It out of focus.
     *
     * @param radius of a point's image, picture heights
     */
    public Act blurred(double radius) {
        int rows = 240;
        int reach = (int) Math.round(radius * rows);
        int margin = 2 * reach + 1;
        BufferedImage soft = new BufferedImage(2 * rows + 2 * margin, rows + 2 * margin, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = soft.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(margin, margin);
        g.scale(rows, rows);
        paint(g);
        g.dispose();
        int side = 2 * reach + 1;
        float[] weights = new float[side];
        Arrays.fill(weights, 1f / side);
        for (int pass = 0; pass < 2; pass++) {
            soft = new ConvolveOp(new Kernel(side, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(soft, null);
            soft = new ConvolveOp(new Kernel(1, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(soft, null);
        }
        BufferedImage seen = soft.getSubimage(margin, margin, 2 * rows, rows);
        AffineTransform inHeights = AffineTransform.getScaleInstance(1.0 / rows, 1.0 / rows);
        return (to, seconds) -> to.drawImage(seen, inHeights, null);
    }

    private void paint(Graphics2D to) {
        Graphics2D g = (Graphics2D) to.create();
        g.translate(shiftX, shiftY);
        Random random = new Random(seed);
        fill(g, 150, -1, -1, WIDTH + 2, 3);
        for (double x = -0.5; x < WIDTH; ) {
            double wide = 0.25 + 0.2 * random.nextDouble();
            fill(g, 70 + random.nextInt(120), x, 0.05 + 0.15 * random.nextDouble(), wide, 0.6);
            windows(g, random, x, wide);
            x += wide;
        }
        fill(g, 95, -1, 0.6, WIDTH + 2, 1.4);
        fill(g, 170, -1, 0.62 + 0.02 * random.nextDouble(), WIDTH + 2, 0.015);
        for (int k = 0; k < 8; k++) {
            fill(g, 215, 0.5 + 0.1 * random.nextDouble() + 0.07 * k, 0.75, 0.04, 0.2);
        }
        for (int k = 0; k < 6; k++) {
            double x = -0.3 + WIDTH * random.nextDouble();
            fill(g, 40, x, 0.1, 0.012, 0.55);
            g.setColor(grey(225));
            g.fill(new Ellipse2D.Double(x - 0.015, 0.08, 0.045, 0.04));
        }
        g.dispose();
    }

    private void windows(Graphics2D g, Random random, double x, double wide) {
        for (double wx = x + 0.03; wx < x + wide - 0.06; wx += 0.07 + 0.03 * random.nextDouble()) {
            for (double wy = 0.25; wy < 0.55; wy += 0.1) {
                fill(g, 30 + random.nextInt(180), wx, wy + 0.02 * random.nextDouble(), 0.04, 0.055);
            }
        }
    }

    private void fill(Graphics2D g, int level, double x, double y, double wide, double high) {
        g.setColor(grey(level));
        g.fill(new Rectangle2D.Double(x, y, wide, high));
    }

    private Color grey(int level) {
        int lit = (int) Math.max(0, Math.min(255, level * light));
        return new Color(lit, lit, lit);
    }
}
