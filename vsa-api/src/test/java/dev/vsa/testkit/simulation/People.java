package dev.vsa.testkit.simulation;

import dev.vsa.testkit.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulated people as a tracker sees them in an ordinary street: their boxes tremble, some scenes miss them, and they are larger
 * where they are nearer. Sizes are those of a camera 5 m above a square: the horizon at a tenth of the picture, somebody at its lower
 * edge a third of its height tall.
 */
public final class People {

    /** Where the ground ends, normalised. */
    public static final double HORIZON = 0.1;

    /** The factor on {@link Actor#person}'s size at the lower edge. */
    public static final double NEAREST = 1.7;

    /** Standard deviation of each side of a box, in object heights: what a small detector does on people 60 pixels tall. */
    private static final double JITTER = 0.025;

    private static final double MISSED = 0.06;

    private People() {}

    /**
     * Somebody who walks in a straight line.
     *
     * @param id the number of the track
     * @param from second
     * @param x where from, normalised
     * @param y where from, normalised
     * @param to second
     * @param x2 where to, normalised
     * @param y2 where to, normalised
     */
    public static Actor walks(long id, double from, double x, double y, double to, double x2, double y2) {
        return seen(Actor.person(id).at(from, x, y).at(to, x2, y2));
    }

    /**
     * Somebody who stands.
     *
     * @param id the number of the track
     * @param from second
     * @param to second
     * @param x where, normalised
     * @param y where, normalised
     */
    public static Actor stands(long id, double from, double to, double x, double y) {
        return seen(Actor.person(id).at(from, x, y).stays(to));
    }

    /**
     * Anybody, seen as well and as badly as people are here.
     *
     * @param actor with its waypoints
     */
    public static Actor seen(Actor actor) {
        return actor.inPerspective(HORIZON, NEAREST).jitter(JITTER).missed(MISSED);
    }

    /**
     * A crowd: everybody walks from place to place within an area, at a pace of their own. Use {@link
     * dev.vsa.testkit.Scenario#occluding} with it.
     *
     * @param count how many
     * @param firstId the number of the first; the others follow
     * @param seconds how long
     * @param area left, top, right and bottom of where their feet are, normalised
     * @param seed of their ways
     */
    public static Actor[] crowd(int count, long firstId, double seconds, double[] area, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Actor> crowd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Actor actor = Actor.person(firstId + i);
            double x = between(random, area[0], area[2]);
            double y = between(random, area[1], area[3]);
            double second = 0;
            actor = actor.at(second, x, y);
            while (second < seconds) {
                double toX = between(random, area[0], area[2]);
                double toY = between(random, area[1], area[3]);
                // Half to one body height a second is a walk of 0.9 to 1.7 m/s.
                double height = 0.2 * NEAREST * ((y + toY) / 2 - HORIZON) / (1 - HORIZON);
                double way = Math.hypot((toX - x) * 16 / 9, toY - y);
                second += Math.max(0.5, way / (height * between(random, 0.5, 1)));
                actor = actor.at(second, toX, toY);
                x = toX;
                y = toY;
            }
            crowd.add(seen(actor));
        }
        return crowd.toArray(Actor[]::new);
    }

    /**
     * The same two with their numbers exchanged from a moment on, as when a tracker confuses people who cross.
     *
     * @param a one
     * @param idOfA its number
     * @param b the other
     * @param idOfB its number
     * @param second when
     */
    public static Actor[] confused(Actor a, long idOfA, Actor b, long idOfB, double second) {
        return new Actor[] {a.renumbered(second, idOfB), b.renumbered(second, idOfA)};
    }

    private static double between(SplittableRandom random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
