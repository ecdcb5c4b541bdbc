package dev.vsa.testkit.simulation;

import dev.vsa.scene.Grid;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.Scenario.Feature;
import dev.vsa.testkit.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Simulated crowds as a head count sees them, and simulated pictures of what is many and small and no crowd. */
public final class Crowds {

    private static final int COLUMNS = 48;
    private static final int ROWS = 27;
    private static final int SAMPLES = 24;

    private Crowds() {}

    /**
     * A head count of a crowd that is spread evenly over an upright part of the picture.
     *
     * @param left normalised
     * @param top normalised
     * @param right normalised
     * @param bottom normalised
     * @param persons how many, by the second
     */
    public static Feature<Grid> heads(
            double left, double top, double right, double bottom, DoubleUnaryOperator persons) {
        return (second, view) -> grid(left, top, right, bottom, persons.applyAsDouble(second), view);
    }

    private static Grid grid(double left, double top, double right, double bottom, double persons, View view) {
        float[] cells = new float[COLUMNS * ROWS];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = view.x(left + (i % SAMPLES + 0.5) / SAMPLES * (right - left));
            double y = view.y(top + (i / SAMPLES + 0.5) / SAMPLES * (bottom - top));
            if (x >= 0 && x < 1 && y >= 0 && y < 1) {
                cells[(int) (y * ROWS) * COLUMNS + (int) (x * COLUMNS)] += (float) (persons / (SAMPLES * SAMPLES));
            }
        }
        return Grid.over(COLUMNS, ROWS, cells);
    }

    /** A floor with stripes, as of a crossing or of tiles. */
    public static Act stripes() {
        return (g, seconds) -> {
            g.setColor(new Color(60, 60, 62));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            g.setColor(new Color(225, 225, 220));
            for (double y = 0.1; y < 1; y += 0.02 + 0.03 * y) {
                g.fill(new Rectangle2D.Double(0.1, y, 1.6, 0.008 + 0.012 * y));
            }
        };
    }

    /** Trees whose leaves move in the wind. */
    public static Act foliage(long seed) {
        return (g, seconds) -> {
            g.setColor(new Color(150, 170, 190));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            Random random = new Random(seed);
            for (int i = 0; i < 2500; i++) {
                double x = 1.8 * random.nextDouble() + 0.006 * Math.sin(5 * seconds + 7 * random.nextDouble());
                double y = random.nextDouble();
                g.setColor(new Color(20 + random.nextInt(60), 50 + random.nextInt(90), 20 + random.nextInt(30)));
                g.fill(new Ellipse2D.Double(
                        x, y, 0.01 + 0.02 * random.nextDouble(), 0.01 + 0.02 * random.nextDouble()));
            }
        };
    }

    /** A flock of birds on a square, some of which fly up. */
    public static Act birds(int count, long seed) {
        return (g, seconds) -> {
            g.setColor(new Color(170, 168, 160));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            Random random = new Random(seed);
            for (int i = 0; i < count; i++) {
                double size = 0.012 + 0.012 * random.nextDouble();
                double rise = random.nextInt(3) == 0 ? 0.05 * seconds : 0;
                double x = 1.7 * random.nextDouble() + 0.02 * Math.sin(seconds + i);
                double y = 0.2 + 0.75 * random.nextDouble() - rise;
                g.setColor(new Color(40 + random.nextInt(50), 45 + random.nextInt(50), 60 + random.nextInt(50)));
                g.fill(new Ellipse2D.Double(x, y, 1.8 * size, size));
                g.fill(new Ellipse2D.Double(x + 1.5 * size, y - 0.4 * size, 0.6 * size, 0.6 * size));
            }
        };
    }

    /** Rows of empty seats. */
    public static Act seats() {
        return (g, seconds) -> {
            g.setColor(new Color(90, 88, 85));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            for (double y = 0.15; y < 0.95; y += 0.05 + 0.06 * y) {
                double wide = 0.03 + 0.05 * y;
                for (double x = 0.05; x < 1.7; x += 1.25 * wide) {
                    g.setColor(new Color(30, 50, 130));
                    g.fill(new Rectangle2D.Double(x, y, wide, wide));
                    g.setColor(new Color(20, 35, 95));
                    g.fill(new Rectangle2D.Double(x, y + wide, wide, 0.4 * wide));
                }
            }
        };
    }

    /** A wire fence before an empty yard. */
    public static Act fence() {
        return (g, seconds) -> {
            g.setColor(new Color(140, 135, 125));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            g.setColor(new Color(60, 65, 70));
            g.setStroke(new BasicStroke(0.003f));
            for (double x = -1; x < 3; x += 0.03) {
                g.draw(new Line2D.Double(x, 0, x + 1, 1));
                g.draw(new Line2D.Double(x, 0, x - 1, 1));
            }
            for (double x = 0; x < 2; x += 0.25) {
                g.fill(new Rectangle2D.Double(x, 0.05, 0.015, 0.95));
            }
        };
    }

    /** A car park from above, full. */
    public static Act cars(long seed) {
        return (g, seconds) -> {
            g.setColor(new Color(95, 95, 98));
            g.fill(new Rectangle2D.Double(-1, -1, 5, 3));
            Random random = new Random(seed);
            for (double y = 0.05; y < 0.9; y += 0.17) {
                for (double x = 0.03; x < 1.7; x += 0.075) {
                    car(g, x, y, new Color(random.nextInt(220), random.nextInt(220), random.nextInt(220)));
                }
            }
        };
    }

    private static void car(Graphics2D g, double x, double y, Color paint) {
        g.setColor(paint);
        g.fill(new Rectangle2D.Double(x, y, 0.055, 0.12));
        Path2D glass = new Path2D.Double();
        glass.moveTo(x + 0.006, y + 0.035);
        glass.lineTo(x + 0.049, y + 0.035);
        glass.lineTo(x + 0.044, y + 0.055);
        glass.lineTo(x + 0.011, y + 0.055);
        glass.closePath();
        g.setColor(new Color(25, 30, 35));
        g.fill(glass);
        g.fill(new Rectangle2D.Double(x + 0.009, y + 0.09, 0.037, 0.015));
    }
}
