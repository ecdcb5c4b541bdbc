package dev.vsa.geometry;

import java.util.List;
import java.util.Objects;

/**
 * The ground that a camera sees, as a plane in metres: a homography from the picture to the plane.
 *
 * <p>Estimated from four or more points whose places on the ground are known, by the direct linear transform with normalised
 * coordinates, in the least-squares sense (Hartley and Zisserman, <em>Multiple View Geometry</em>, 2nd edition, section 4.4;
 * the inhomogeneous solution of section 4.1.2). Immutable, thread-safe; no question allocates.
 *
 * <p><b>Horizon.</b> The known points tell which side of the horizon is ground. On the horizon, beyond it, and so near to it
 * that the place would be a million times farther than they are, there is none: the answer is NaN.
 */
public final class GroundPlane {

    /** The denominator is 1 amid the known points and falls as one over the distance. */
    private static final double HORIZON = 1e-6;

    private final double[] h;

    private GroundPlane(double[] h) {
        this.h = h;
    }

    /**
     * A point seen in the picture whose place on the ground is known.
     *
     * @param picture where it is seen, normalised
     * @param eastMetres its place along one axis of the ground
     * @param northMetres its place along the other axis
     */
    public record Correspondence(Point picture, double eastMetres, double northMetres) {

        /**
         * Checks the place.
         *
         * @throws InvalidGeometryException if a coordinate is not finite
         */
        public Correspondence {
            Objects.requireNonNull(picture, "picture");
            if (!Double.isFinite(eastMetres) || !Double.isFinite(northMetres)) {
                throw new InvalidGeometryException(
                        "a place on the ground is not a number: (" + eastMetres + ", " + northMetres + ")");
            }
        }
    }

    /**
     * Estimates the plane.
     *
     * @param points at least four, spread over the ground as wide as can be; of four no three on a line
     * @throws InvalidGeometryException if there are too few, they do not span a plane, or no plane seen by a camera has them
     *     where they are said to be; the message names the points where it can
     */
    public static GroundPlane of(List<Correspondence> points) {
        return new GroundPlane(Homography.estimate(points));
    }

    /**
     * The place on the ground along the first axis, in metres; NaN for a point at or above the horizon.
     *
     * @param x normalised
     * @param y normalised
     */
    public double east(double x, double y) {
        double w = h[6] * x + h[7] * y + h[8];
        return w > HORIZON ? (h[0] * x + h[1] * y + h[2]) / w : Double.NaN;
    }

    /**
     * The place on the ground along the second axis, in metres; NaN for a point at or above the horizon.
     *
     * @param x normalised
     * @param y normalised
     */
    public double north(double x, double y) {
        double w = h[6] * x + h[7] * y + h[8];
        return w > HORIZON ? (h[3] * x + h[4] * y + h[5]) / w : Double.NaN;
    }

    /**
     * The distance on the ground between two places in the picture, in metres; NaN if one is at or above the horizon.
     *
     * @param ax normalised
     * @param ay normalised
     * @param bx normalised
     * @param by normalised
     */
    public double distance(double ax, double ay, double bx, double by) {
        double e = east(ax, ay) - east(bx, by);
        double n = north(ax, ay) - north(bx, by);
        return Math.sqrt(e * e + n * n);
    }
}
