package dev.vsa.testkit.simulation;

import dev.vsa.scene.Rounding;
import dev.vsa.scene.StaticRegions;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.View;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/**
 * Simulated things that are put down and taken away, and what looks like them: as static regions of scenes, and painted. Painted
 * ones are in picture heights, as {@link Footage} is.
 */
public final class Belongings {

    /** A region is listed so many seconds after it was put down. */
    public static final double NOTICED_S = 3;

    private Belongings() {}

    /**
     * A thing in a {@link Scenario}.
     *
     * @param id the region's number
     * @param x where it stands: the middle of its lower side, normalised
     * @param y the same
     * @param width picture heights
     * @param height picture heights
     * @param from second at which it was put down
     * @param to second at which it is no longer there
     * @param outline see {@link StaticRegions#OUTLINE}
     */
    public record Thing(
            long id, double x, double y, double width, double height, double from, double to, double outline) {

        /** A bag of a fifth of a person's height who is 0.3 picture heights tall. */
        public static Thing bag(long id, double x, double y, double from, double to) {
            return new Thing(id, x, y, 0.06, 0.06, from, to, 0.6);
        }

        /**
         * The same in another size.
         *
         * @param newWidth picture heights
         * @param newHeight picture heights
         */
        public Thing sized(double newWidth, double newHeight) {
            return new Thing(id, x, y, newWidth, newHeight, from, to, outline);
        }
    }

    /**
     * The static regions of a scenario.
     *
     * @param things what is put down
     */
    public static Scenario.Feature<Table> regions(Thing... things) {
        List<Thing> all = List.of(things);
        return (second, view) -> {
            Table.Builder table = new Table.Builder(StaticRegions.COLUMNS);
            all.stream()
                    .filter(t -> second >= t.from + NOTICED_S - 1e-9 && second < t.to)
                    .forEach(t -> add(table, t, view));
            return table.lend().copy();
        };
    }

    private static void add(Table.Builder table, Thing t, View view) {
        double width = t.width * view.scale() / view.toAspect();
        double x = view.x(t.x);
        double y = view.y(t.y);
        table.add()
                .set(StaticRegions.ID, t.id)
                .set(StaticRegions.LEFT, Rounding.position(x - width / 2))
                .set(StaticRegions.TOP, Rounding.position(y - t.height * view.scale()))
                .set(StaticRegions.RIGHT, Rounding.position(x + width / 2))
                .set(StaticRegions.BOTTOM, Rounding.position(y))
                .set(StaticRegions.SINCE, t.from)
                .set(StaticRegions.FILL, 0.75)
                .set(StaticRegions.OUTLINE, t.outline)
                .set(StaticRegions.CONTRAST, 0.2)
                .set(StaticRegions.VISIBLE, 1);
    }

    /**
     * A floor of slabs, no two alike.
     *
     * @param seed what their brightness is drawn from
     */
    public static Footage.Act floor(long seed) {
        return (g, seconds) -> {
            Random random = new Random(seed);
            double side = 0.09;
            for (double y = 0; y < 1; y += side) {
                for (double x = 0; x < 4; x += side) {
                    fill(g, 105 + random.nextInt(40), x, y, side, side);
                }
            }
        };
    }

    /**
     * A bag: a dark body, a lighter flap.
     *
     * @param x its left side
     * @param bottom its lower side
     * @param size its height; it is as wide
     */
    public static Footage.Act bag(double x, double bottom, double size) {
        return (g, seconds) -> {
            fill(g, 45, x, bottom - size, size, size);
            fill(g, 80, x + 0.1 * size, bottom - 0.9 * size, 0.8 * size, 0.35 * size);
        };
    }

    /**
     * A person of three parts who walks from one place to another, and stands there before and after.
     *
     * @param fromX where the middle of the feet is
     * @param toX where it is at the end
     * @param bottom where the feet are
     * @param height how tall
     * @param from when the walk begins
     * @param to when it ends
     */
    public static Footage.Act person(double fromX, double toX, double bottom, double height, double from, double to) {
        return (g, seconds) -> {
            double t = Math.max(0, Math.min(1, (seconds - from) / (to - from)));
            double x = fromX + t * (toX - fromX);
            fill(g, 60, x - 0.1 * height, bottom - 0.5 * height, 0.2 * height, 0.5 * height);
            fill(g, 190, x - 0.15 * height, bottom - 0.85 * height, 0.3 * height, 0.4 * height);
            g.setColor(new Color(150, 120, 100));
            g.fill(new Ellipse2D.Double(x - 0.07 * height, bottom - height, 0.14 * height, 0.16 * height));
        };
    }

    /**
     * Shade, or light, over a part of what was painted before.
     *
     * @param level 0 for shade, 255 for light
     * @param strength 0 to 1: how much of it
     */
    public static Footage.Act light(double x, double y, double width, double height, int level, double strength) {
        return (g, seconds) -> {
            g.setColor(new Color(level, level, level, (int) Math.round(255 * strength)));
            g.fill(new Rectangle2D.Double(x, y, width, height));
        };
    }

    /** A door in a wall that stands open: a dark way in, and the leaf beside it. */
    public static Footage.Act openDoor(double x, double bottom, double height) {
        return (g, seconds) -> {
            fill(g, 25, x, bottom - height, 0.4 * height, height);
            fill(g, 165, x + 0.4 * height, bottom - 0.97 * height, 0.12 * height, height);
        };
    }

    /** A tree that sways. */
    public static Footage.Act tree(double x, double y, double size) {
        return (g, seconds) -> {
            Random random = new Random(5);
            for (int leaf = 0; leaf < 120; leaf++) {
                double sway = 0.12 * size * StrictMath.sin(2.1 * seconds + leaf * 0.05);
                double lx = x + size * random.nextGaussian() / 3 + sway;
                double ly = y + size * random.nextGaussian() / 3;
                g.setColor(new Color(20 + random.nextInt(60), 60 + random.nextInt(60), 30));
                g.fill(new Ellipse2D.Double(lx, ly, 0.12 * size, 0.1 * size));
            }
        };
    }

    /** Rain: streaks that are elsewhere in each picture. */
    public static Footage.Act rain(int drops) {
        return (g, seconds) -> {
            Random random = new Random(Double.hashCode(seconds));
            for (int k = 0; k < drops; k++) {
                fill(g, 200, 2 * random.nextDouble(), random.nextDouble(), 0.004, 0.06);
            }
        };
    }

    /** A clock burned into the picture: seconds, and minutes that change at a moment and stay. */
    public static Footage.Act clock(double x, double y, double size) {
        return (g, seconds) -> {
            int second = 50 + (int) seconds;
            g.setColor(Color.WHITE);
            g.setFont(g.getFont().deriveFont((float) size));
            g.drawString(String.format("12:%02d:%02d", 9 + second / 60, second % 60), (float) x, (float) y);
        };
    }

    private static void fill(Graphics2D g, int grey, double x, double y, double width, double height) {
        g.setColor(new Color(grey, grey, grey));
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }
}
