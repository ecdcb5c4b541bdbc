package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Footage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A simulated crowd that strolls, walks off, runs apart, rushes one way or stops: as actors of a scenario, as optical flow, and as
 * painted pixels. Lengths are in picture heights, speeds in body heights a second. Each method gives a changed copy; the same seed
 * gives the same crowd.
 */
public final class Panic implements Footage.Act {

    private static final double WIDTH = 0.35;

    private final double aspect;
    private final double height;
    private final long seed;
    private final List<List<double[]>> paths;

    private Panic(double aspect, double height, long seed, List<List<double[]>> paths) {
        this.aspect = aspect;
        this.height = height;
        this.seed = seed;
        this.paths = paths;
    }

    /**
     * People who stand at random places.
     *
     * @param count how many
     * @param height how tall, in picture heights
     * @param aspect width over height of the picture
     * @param seed what their places and turns are drawn from
     * @param second from when on they are there
     * @param region left, top, right and bottom of where their feet are, in picture heights
     */
    public static Panic of(int count, double height, double aspect, long seed, double second, double... region) {
        Random random = new Random(seed);
        List<List<double[]>> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = region[0] + random.nextDouble() * (region[2] - region[0]);
            double y = region[1] + random.nextDouble() * (region[3] - region[1]);
            paths.add(List.of(new double[] {second, x, y}));
        }
        return new Panic(aspect, height, seed, paths);
    }

    /** How a person goes on from where he is. */
    @FunctionalInterface
    private interface Step {
        void take(int index, double[] from, List<double[]> path, Random random);
    }

    private Panic after(long salt, Step step) {
        List<List<double[]>> longer = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            List<double[]> path = new ArrayList<>(paths.get(i));
            step.take(i, path.get(path.size() - 1), path, new Random(seed * 31 + i * 7919L + salt));
            longer.add(path);
        }
        return new Panic(aspect, height, seed, longer);
    }

    /**
     * They stand where they are.
     *
     * @param until second
     */
    public Panic standing(double until) {
        return after(1, (i, from, path, random) -> path.add(new double[] {until, from[1], from[2]}));
    }

    /**
     * They stroll about, to and fro, turning every second or two.
     *
     * @param until second
     * @param speed body heights a second; each his own, by up to a fifth
     */
    public Panic strolling(double until, double speed) {
        return after(2, (i, from, path, random) -> {
            double t = from[0];
            double angle = random.nextDouble() * 2 * Math.PI;
            double own = speed * height * (0.8 + 0.4 * random.nextDouble());
            boolean back = false;
            double[] at = from;
            while (t < until) {
                double span = Math.min(until - t, 1.2 + random.nextDouble());
                t += span;
                double a = back ? angle + Math.PI : angle;
                at = new double[] {t, at[1] + span * own * Math.cos(a), at[2] + span * own * Math.sin(a)};
                path.add(at);
                back = !back;
            }
        });
    }

    /**
     * All go one way, each beginning within a moment.
     *
     * @param until second
     * @param speed body heights a second
     * @param degrees to the right is 0, down is 90
     * @param delay the longest time until somebody begins, seconds
     */
    public Panic going(double until, double speed, double degrees, double delay) {
        return after(3, (i, from, path, random) -> {
            double angle = Math.toRadians(degrees + 10 * (random.nextDouble() - 0.5));
            go(from, path, until, speed, angle, delay * random.nextDouble());
        });
    }

    /**
     * All run away from a place, each beginning within a moment.
     *
     * @param until second
     * @param speed body heights a second
     * @param x the place, picture heights from the left
     * @param y the place
     * @param delay the longest time until somebody begins, seconds
     */
    public Panic fleeing(double until, double speed, double x, double y, double delay) {
        return after(4, (i, from, path, random) -> {
            double angle = Math.atan2(from[2] - y, from[1] - x);
            go(from, path, until, speed, angle, delay * random.nextDouble());
        });
    }

    private void go(double[] from, List<double[]> path, double until, double speed, double angle, double delay) {
        double start = from[0] + Math.max(1e-3, delay);
        path.add(new double[] {start, from[1], from[2]});
        double way = (until - start) * speed * height;
        path.add(new double[] {until, from[1] + way * Math.cos(angle), from[2] + way * Math.sin(angle)});
    }

    /**
     * These people as actors.
     *
     * @param firstId the number of the first one's track
     */
    public Actor[] actors(long firstId) {
        Actor[] actors = new Actor[paths.size()];
        for (int i = 0; i < actors.length; i++) {
            Actor actor = Actor.person(firstId + i).sized(WIDTH * height, height);
            for (double[] at : paths.get(i)) {
                actor = actor.at(at[0], at[1] / aspect, at[2]);
            }
            actors[i] = actor;
        }
        return actors;
    }

    /** These people as what a flow is made of. */
    public List<Flows.Mover> movers() {
        List<Flows.Mover> movers = new ArrayList<>();
        for (List<double[]> path : paths) {
            movers.add(second -> {
                double[] foot = foot(path, second);
                double w = WIDTH * height / 2;
                return foot == null ? null : new double[] {foot[0] - w, foot[1] - height, foot[0] + w, foot[1]};
            });
        }
        return movers;
    }

    private static double @Nullable [] foot(List<double[]> path, double second) {
        for (int i = 1; i < path.size(); i++) {
            double[] a = path.get(i - 1);
            double[] b = path.get(i);
            if (second >= a[0] && second <= b[0]) {
                double t = b[0] > a[0] ? (second - a[0]) / (b[0] - a[0]) : 0;
                return new double[] {a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
            }
        }
        return null;
    }

    /** Paints heads, jackets with a pattern, and legs that swing as they go. */
    @Override
    public void paint(Graphics2D g, double seconds) {
        for (int i = 0; i < paths.size(); i++) {
            double[] foot = foot(paths.get(i), seconds);
            if (foot != null) {
                paint(g, foot[0], foot[1], new Random(seed * 17 + i));
            }
        }
    }

    private void paint(Graphics2D g, double x, double y, Random look) {
        double h = height;
        double swing = 0.12 * h * Math.sin((x + y) / h * 4.5);
        g.setColor(shade(look));
        g.fill(new Rectangle2D.Double(x - 0.09 * h - swing, y - 0.5 * h, 0.08 * h, 0.5 * h));
        g.fill(new Rectangle2D.Double(x + 0.01 * h + swing, y - 0.5 * h, 0.08 * h, 0.5 * h));
        Color jacket = shade(look);
        for (int stripe = 0; stripe < 4; stripe++) {
            g.setColor(stripe % 2 == 0 ? jacket : jacket.darker());
            g.fill(new Rectangle2D.Double(x - 0.14 * h, y - (0.85 - 0.09 * stripe) * h, 0.28 * h, 0.1 * h));
        }
        g.setColor(new Color(190, 150, 130));
        g.fill(new Ellipse2D.Double(x - 0.06 * h, y - h, 0.12 * h, 0.15 * h));
    }

    private static Color shade(Random look) {
        return look.nextBoolean()
                ? new Color(15 + look.nextInt(50), 15 + look.nextInt(50), 15 + look.nextInt(50))
                : new Color(175 + look.nextInt(80), 175 + look.nextInt(80), 175 + look.nextInt(80));
    }
}
