package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Footage.Act;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Simulated lights and other things that are taken for fires. Places and sizes in picture heights. */
public final class Lights {

    private static final Color WARM_WHITE = new Color(255, 235, 190);
    private static final Color AMBER = new Color(255, 150, 20);
    private static final Color RED = new Color(255, 40, 25);

    private Lights() {}

    /**
     * A scene's backdrop, evenly lit.
     *
     * @param level 0 to 255: 20 is night, 150 day
     */
    public static Act backdrop(int level) {
        return (g, seconds) -> {
            g.setColor(new Color(level, level, level));
            g.fill(new Rectangle2D.Double(0, 0, 4, 1));
            g.setColor(new Color(level * 3 / 4, level * 3 / 4, level * 3 / 4 + 4));
            g.fill(new Rectangle2D.Double(0, 0.6, 4, 0.4));
        };
    }

    /** A round light with its halo. */
    static void glow(Graphics2D g, double x, double y, double radius, Color colour, double strength) {
        int alpha = (int) (255 * Math.max(0, Math.min(1, strength)));
        Color full = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
        Color core = new Color(255, (colour.getGreen() + 255) / 2, (colour.getBlue() + 160) / 2, alpha);
        Color none = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) (2 * radius), new float[] {0, 0.3f, 0.5f, 1}, new Color[] {
                    core, core, full, none
                }));
        g.fill(new Ellipse2D.Double(x - 2 * radius, y - 2 * radius, 4 * radius, 4 * radius));
    }

    /** A lamp so strong that it is white in the picture, and lights what is around. */
    public static Act flood(double x, double y, double radius, Color colour) {
        return (g, seconds) -> flood(g, x, y, radius, colour);
    }

    private static void flood(Graphics2D g, double x, double y, double radius, Color colour) {
        Color none = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) (4 * radius), new float[] {0, 0.24f, 0.3f, 1}, new Color[] {
                    Color.WHITE, Color.WHITE, colour, none
                }));
        g.fill(new Ellipse2D.Double(x - 4 * radius, y - 4 * radius, 8 * radius, 8 * radius));
    }

    /** Petrol that burns: white in the picture, its light on everything around, its size never at rest. */
    public static Act petrol(double x, double y, double radius) {
        return (g, seconds) -> {
            double swell = 1 + 0.9 * (Noise.at(2.2 * seconds, 0, 0, 21) - 0.5);
            flood(g, x, y, radius * swell, new Color(255, 130, 50));
        };
    }

    /** A car that drives up, its headlights on, and stops with its indicators flashing. */
    public static Act arrives(double x, double y, double hertz) {
        return (g, seconds) -> {
            double near = Math.min(1, 0.2 + seconds / 4);
            double half = 0.22 * near;
            double at = x + 0.5 * (1 - near);
            if (seconds * hertz % 1 < 0.5) {
                glow(g, at - 1.4 * half, y, 0.05 * near, AMBER, 1);
                glow(g, at + 1.4 * half, y, 0.05 * near, AMBER, 1);
            }
            flood(g, at - half, y, 0.06 * near, new Color(235, 240, 255));
            flood(g, at + half, y, 0.06 * near, new Color(235, 240, 255));
        };
    }

    /** A rotating beacon: bright once a turn. */
    public static Act beacon(double x, double y, double radius, double hertz) {
        return (g, seconds) -> glow(
                g, x, y, radius, AMBER, 0.15 + 0.85 * Math.pow(0.5 + 0.5 * Math.cos(2 * Math.PI * hertz * seconds), 4));
    }

    /** A light that is switched on and off in even turns: an indicator, a warning lamp. */
    public static Act blinking(double x, double y, double radius, double hertz) {
        return (g, seconds) -> {
            if (seconds * hertz % 1 < 0.5) {
                glow(g, x, y, radius, AMBER, 1);
            }
        };
    }

    /** Cars that pass one after another, towards the camera on one lane and away on the other. */
    public static Act traffic(double y, double perSecond) {
        return (g, seconds) -> {
            double lane = 2.4;
            for (int i = 0; i < 6; i++) {
                double at = (seconds * perSecond + i) % 6 / 6 * lane - 0.3;
                glow(g, at, y, 0.012, WARM_WHITE, 1);
                glow(g, at + 0.05, y, 0.012, WARM_WHITE, 1);
                double away = lane - 0.3 - at;
                glow(g, away, y + 0.12, 0.01, RED, 1);
                glow(g, away + 0.05, y + 0.12, 0.01, RED, 1);
            }
        };
    }

    /** A car that waits and brakes now and then, with its reflection on a wet road whose ripples never rest. */
    public static Act wetRoad(double x, double y) {
        return (g, seconds) -> {
            boolean brakes = seconds % 4 < 2.5;
            double strength = brakes ? 1 : 0.45;
            glow(g, x, y, 0.015, RED, strength);
            glow(g, x + 0.09, y, 0.015, RED, strength);
            for (int row = 1; row < 22; row++) {
                double ripple = Noise.at(row * 0.7, 2.2 * seconds, 0, 5) - 0.5;
                double width = 0.022 + 0.012 * ripple;
                float alpha = (float) Math.max(0, strength * (0.5 - 0.018 * row) * (0.8 + 0.6 * ripple));
                g.setColor(new Color(1f, 0.3f, 0.18f, Math.min(1, alpha)));
                for (double lamp : new double[] {x, x + 0.09}) {
                    g.fill(new Rectangle2D.Double(
                            lamp - width / 2 + 0.015 * ripple, y + 0.02 + 0.011 * row, width, 0.011));
                }
            }
        };
    }

    /** A lit sign, whose letters do not change. */
    public static Act sign(double x, double y, double size) {
        return (g, seconds) -> {
            g.setColor(new Color(90, 10, 5));
            g.fill(new Rectangle2D.Double(x, y, 4 * size, size));
            g.setColor(new Color(255, 120, 30));
            text(g, "HOTEL", x + 0.15 * size, y + 0.85 * size, size);
        };
    }

    /** A wall of lamps on which text runs in fire's colours. */
    public static Act ledWall(double x, double y, double size) {
        return (g, seconds) -> {
            g.setColor(new Color(15, 5, 5));
            g.fill(new Rectangle2D.Double(x, y, 5 * size, 1.2 * size));
            g.clip(new Rectangle2D.Double(x, y, 5 * size, 1.2 * size));
            g.setColor(new Color(255, 150, 40));
            text(g, "SALE TODAY  SALE TODAY  SALE TODAY", x + size * (5 - seconds * 2 % 20), y + size, size);
        };
    }

    /**
     * A burned-in clock whose digits change.
     *
     * @param colour of the digits
     * @param tenths whether tenths of a second run, or seconds alone
     */
    public static Act clock(Color colour, boolean tenths) {
        return (g, seconds) -> {
            g.setColor(colour);
            int whole = (int) seconds;
            String words = String.format(Locale.ROOT, "2024-07-26 21:%02d:%02d", whole / 60, whole % 60);
            text(g, tenths ? words + "." + (int) (seconds * 10) % 10 : words, 0.05, 0.08, 0.05);
        };
    }

    private static void text(Graphics2D g, String words, double x, double y, double size) {
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 100));
        g.translate(x, y);
        g.scale(size / 100, size / 100);
        g.drawString(words, 0, 0);
    }

    /** A low sun behind leaves that move in the wind. */
    public static Act sunThroughLeaves(double x, double y, double radius) {
        return (g, seconds) -> {
            glow(g, x, y, radius, new Color(255, 170, 70), 1);
            for (int i = 0; i < 60; i++) {
                double a = Noise.hash(i, 1, 0, 9) * 2 - 1;
                double b = Noise.hash(i, 2, 0, 9) * 2 - 1;
                double sway =
                        0.25 * radius * Math.sin(2 * Math.PI * (0.5 + 0.3 * Noise.hash(i, 3, 0, 9)) * seconds + i);
                g.setColor(new Color(25, 45, 20));
                g.fill(new Ellipse2D.Double(x + 2 * radius * a + sway, y + 2 * radius * b, 0.3 * radius, 0.2 * radius));
            }
        };
    }

    /** Water in the evening sun: glints that come and go. */
    public static Act glitter(double x, double y, double width, double height) {
        return (g, seconds) -> {
            for (int i = 0; i < 260; i++) {
                double u = Noise.hash(i, 1, 0, 3);
                double v = Noise.hash(i, 2, 0, 3);
                double shine = Noise.at(i * 3.7, 2.5 * seconds, 0, 4);
                if (shine > 0.6) {
                    g.setColor(new Color(255, 225, 170));
                    g.fill(new Ellipse2D.Double(x + u * width, y + v * height, 0.012, 0.004));
                }
            }
        };
    }

    /** Somebody in a garment of a colour who walks to and fro, or stays and waves the arms. */
    public static Act walker(double fromX, double toX, double y, double height, Color garment) {
        return (g, seconds) -> {
            double way = seconds / 6 % 2;
            double x = fromX + (toX - fromX) * (way < 1 ? way : 2 - way);
            double step = Math.sin(2 * Math.PI * 1.8 * seconds);
            g.setColor(new Color(205, 150, 125));
            g.fill(new Ellipse2D.Double(x - 0.06 * height, y - height, 0.12 * height, 0.14 * height));
            g.setColor(garment);
            g.fill(new Rectangle2D.Double(x - 0.12 * height, y - 0.86 * height, 0.24 * height, 0.4 * height));
            g.setStroke(new BasicStroke((float) (0.07 * height)));
            g.draw(new Line2D.Double(x, y - 0.8 * height, x + 0.18 * step * height, y - 0.5 * height));
            g.setColor(new Color(40, 40, 60));
            g.fill(new Rectangle2D.Double(
                    x - 0.1 * height + 0.05 * step * height, y - 0.47 * height, 0.09 * height, 0.47 * height));
            g.fill(new Rectangle2D.Double(
                    x + 0.01 * height - 0.05 * step * height, y - 0.47 * height, 0.09 * height, 0.47 * height));
        };
    }

    /** A flag in the wind. */
    public static Act flag(double x, double y, double size, Color colour) {
        return (g, seconds) -> {
            GeneralPath cloth = new GeneralPath();
            for (int side = 0; side < 2; side++) {
                for (int i = 0; i <= 20; i++) {
                    double along = (side == 0 ? i : 20 - i) / 20.0;
                    double wave = 0.12 * along * Math.sin(2 * Math.PI * (1.2 * along - 1.4 * seconds));
                    double px = x + 1.5 * size * along;
                    double py = y + size * (side + wave);
                    if (side == 0 && i == 0) {
                        cloth.moveTo(px, py);
                    } else {
                        cloth.lineTo(px, py);
                    }
                }
            }
            cloth.closePath();
            g.setColor(colour);
            g.fill(cloth);
            g.clip(cloth);
            for (int i = 0; i < 20; i++) {
                double fold = Math.sin(2 * Math.PI * (1.2 * i / 20.0 - 1.4 * seconds));
                g.setColor(new Color(0, 0, 0, (int) (45 + 40 * fold)));
                g.fill(new Rectangle2D.Double(x + 1.5 * size * i / 20, y - size, 1.5 * size / 20, 3 * size));
            }
        };
    }

    /** A camera whose exposure swings: everything before it darker and lighter by turns. */
    public static Act exposureSwing(double hertz, double depth) {
        return (g, seconds) -> {
            double dark = depth * (0.5 + 0.5 * Math.sin(2 * Math.PI * hertz * seconds));
            g.setColor(new Color(0f, 0f, 0f, (float) dark));
            g.fill(new Rectangle2D.Double(0, 0, 4, 1));
        };
    }

    /** A camera that was dazzled from a second on, and closes its iris over the next two. */
    public static Act adapting(double from) {
        return (g, seconds) -> {
            double dark = seconds < from ? 0 : 0.45 * (1 - Math.exp(-1.5 * (seconds - from)));
            g.setColor(new Color(0f, 0f, 0f, (float) dark));
            g.fill(new Rectangle2D.Double(0, 0, 4, 1));
        };
    }

    /** Steam: soft white puffs that rise and fade. */
    public static Act steam(double x, double y, double size) {
        return (g, seconds) -> {
            for (int i = 0; i < 12; i++) {
                double age = (seconds / 2.5 + i / 12.0) % 1;
                double r = size * (0.15 + 0.4 * age);
                double drift = 0.3 * size * (Noise.at(i * 2.3, seconds * 0.5, 0, 6) - 0.5);
                float alpha = (float) (0.5 * (1 - age));
                Color white = new Color(1f, 1f, 1f, alpha);
                g.setPaint(new RadialGradientPaint(
                        (float) (x + drift), (float) (y - age * size), (float) r, new float[] {0, 1}, new Color[] {
                            white, new Color(1f, 1f, 1f, 0f)
                        }));
                g.fill(new Ellipse2D.Double(x + drift - r, y - age * size - r, 2 * r, 2 * r));
            }
        };
    }

    /** An arc welder: white-blue, at random, with its light on what is around. */
    public static Act welding(double x, double y, double radius) {
        return (g, seconds) -> {
            double arc = Noise.hash((long) (seconds * 30), 0, 0, 8);
            if (seconds % 5 < 3.5 && arc > 0.25) {
                glow(g, x, y, radius * (0.6 + 0.5 * arc), new Color(200, 225, 255), 0.6 + 0.4 * arc);
            }
        };
    }

    /** A coder's blocks: squares that pulse a little, in step with key frames. */
    public static Act blocks(double levels) {
        return (g, seconds) -> {
            long key = (long) (seconds * 2);
            double faded = 1 - seconds * 2 % 1;
            for (int row = 0; row < 30; row++) {
                for (int column = 0; column < 60; column++) {
                    double off = (2 * Noise.hash(column, row, key, 2) - 1) * levels / 255 * faded;
                    g.setColor(off > 0 ? new Color(1f, 1f, 1f, (float) off) : new Color(0f, 0f, 0f, (float) -off));
                    g.fill(new Rectangle2D.Double(column / 30.0, row / 30.0, 1 / 30.0, 1 / 30.0));
                }
            }
        };
    }

    /** A bright thing that is carried along. */
    public static Act carried(double fromX, double toX, double y, double radius) {
        return (g, seconds) -> {
            double way = seconds / 8 % 2;
            double x = fromX + (toX - fromX) * (way < 1 ? way : 2 - way);
            glow(g, x, y + 0.01 * Math.sin(2 * Math.PI * 1.8 * seconds), radius, new Color(255, 190, 90), 1);
        };
    }

    /** A lamp that is out of order: on and off at random, all of it at once. */
    public static Act brokenLamp(double x, double y, double radius) {
        return (g, seconds) ->
                glow(g, x, y, radius, new Color(255, 200, 120), Noise.at(7 * seconds, 0, 0, 12) > 0.5 ? 1 : 0.2);
    }
}
