package dev.vsa.testkit.simulation;

import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.BodyKeypoints.Joint;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.View;

/**
 * Simulated scenes of a person who walks in, stands, and changes posture: as boxes, seen from the side by a camera at head height
 * or a little above. Proportions of the body after Winter, <em>Biomechanics and Motor Control of Human Movement</em>: shoulders a
 * quarter of the height, a seat at a quarter, the trunk with the head half of it. Each act begins with two seconds of walking and
 * standing, and has no end: {@code stays} prolongs it.
 */
public final class Postures {

    /** Width of somebody upright, in heights: in stride. */
    public static final double SLIM = 0.36;

    /** A shape, in upright heights: height and width of the box. */
    public enum Shape {
        /** On one's feet. */
        UPRIGHT(1, SLIM),
        /** Lying at a right angle to the view. */
        LYING_ACROSS(0.24, 0.95),
        /** Lying at half a right angle to the view, seen from above by 25°. */
        LYING_ASLANT(0.42, 0.75),
        /** Lying in the direction of view, seen from above by 15°. */
        LYING_ALONG(0.36, 0.42),
        /** Lying aslant, or curled up on one's side, half hidden by something low: low, but not flat. */
        HUDDLED(0.42, 0.45),
        /** On the floor with outstretched legs, from the side. */
        SITTING_ON_THE_FLOOR(0.48, 0.62),
        /** Curled up. */
        CURLED_UP(0.3, 0.5),
        /** On a chair, from the side. */
        SITTING(0.74, 0.48),
        /** On a chair, leaning forward. */
        LEANING(0.6, 0.58),
        /** On one's haunches, from the front. */
        CROUCHING(0.56, 0.42),
        /** On one knee, bent over a shoe, from the side. */
        TYING_A_SHOE(0.52, 0.55),
        /** Bent by a right angle, from the side, over a pram or something on the floor. */
        BENT_OVER(0.62, 0.66),
        /** On one's knees, upright. */
        KNEELING(0.72, 0.4),
        /** Behind a counter: the upper half. Its lower side is higher up, see {@link Postures#hidesBehind}. */
        HALF_HIDDEN(0.5, 0.36),
        /** Head and shoulders above a wall. */
        HEAD_AND_SHOULDERS(0.28, 0.3);

        private final double high;
        private final double wide;

        Shape(double high, double wide) {
            this.high = high;
            this.wide = wide;
        }
    }

    private Postures() {}

    /**
     * Somebody who comes in from the left within a second and a half, and stands for half a second more.
     *
     * @param id the number of the track
     * @param height upright, in picture heights
     * @param second when
     * @param x where he stops
     * @param y where his feet are
     */
    public static Actor arrives(long id, double height, double second, double x, double y) {
        return Actor.person(id)
                .sized(SLIM * height, height)
                .at(second, x - 0.25, y)
                .at(second + 1.5, x, y)
                .at(second + 2, x, y);
    }

    /**
     * Changes posture where he is.
     *
     * @param who him
     * @param second when he begins
     * @param lasts how long it takes
     * @param x the middle of his box afterwards
     * @param y its lower side afterwards
     * @param shape as which he ends up
     */
    public static Actor turns(Actor who, double second, double lasts, double x, double y, Shape shape) {
        return who.stays(second).at(second + lasts, x, y, shape.high, shape.wide / SLIM);
    }

    /**
     * Falls: 0.7 s, as a body of 1.7 m does.
     *
     * @param who him, standing
     * @param second when he begins to
     * @param x the middle of his box afterwards
     * @param y its lower side afterwards
     * @param shape as which he ends up
     */
    public static Actor falls(Actor who, double second, double x, double y, Shape shape) {
        return turns(who, second, 0.7, x, y, shape);
    }

    /**
     * Sinks to his knees and then to the ground: 2.5 s in all.
     *
     * @param who him, standing
     * @param second when he begins to
     * @param x the middle of his box afterwards
     * @param y its lower side afterwards
     */
    public static Actor collapses(Actor who, double second, double x, double y) {
        Actor kneels = turns(who, second, 0.8, x, y, Shape.KNEELING);
        return turns(kneels, second + 1.3, 1.2, x, y, Shape.LYING_ACROSS);
    }

    /**
     * Gets up where he lies: 1.5 s.
     *
     * @param who him
     * @param second when he begins to
     * @param x where he stands afterwards
     * @param y where his feet are
     */
    public static Actor getsUp(Actor who, double second, double x, double y) {
        return turns(who, second, 1.5, x, y, Shape.UPRIGHT);
    }

    /**
     * Goes behind something that hides his lower part: his head stays as high as it was.
     *
     * @param who him, standing
     * @param second when he begins to
     * @param x where
     * @param y where his feet are
     * @param height upright, in picture heights
     * @param shape what is left of him
     */
    public static Actor hidesBehind(Actor who, double second, double x, double y, double height, Shape shape) {
        return who.stays(second).at(second + 1, x, y - (1 - shape.high) * height, shape.high, shape.wide / SLIM);
    }

    /**
     * What keypoints tell of one person: all joints seen, the trunk tilted, the legs bent under it.
     *
     * @param track the number of his track
     * @param x of the hips
     * @param y of the hips
     * @param trunk its length in picture heights
     * @param tilt of the trunk against the vertical, degrees, to the right
     * @param view how the scene is filmed
     */
    public static Table keypoints(long track, double x, double y, double trunk, double tilt, View view) {
        double[] row = new double[BodyKeypoints.COLUMNS];
        row[BodyKeypoints.TRACK] = track;
        row[BodyKeypoints.SCORE] = 0.5;
        double dx = trunk * Math.sin(Math.toRadians(tilt)) / view.fromAspect();
        double dy = -trunk * Math.cos(Math.toRadians(tilt));
        for (Joint joint : Joint.values()) {
            double along = joint.column() < Joint.LEFT_HIP.column() ? 1 : 0;
            int column = joint.column();
            row[column] = view.x(x + along * dx);
            row[column + 1] = view.y(y + along * dy);
            row[column + 2] = 0.5;
        }
        return Table.of(BodyKeypoints.COLUMNS, row);
    }
}
