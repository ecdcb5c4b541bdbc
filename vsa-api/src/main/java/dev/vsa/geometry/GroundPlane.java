package dev.vsa.geometry;

import java.util.List;

/**
 * The ground that a camera sees, as a plane in metres: a homography from the picture to the plane.
 *
 * <p>Estimated from four or more points whose places on the ground are known, by the direct linear transform with normalised
 * coordinates, in the least-squares sense (Hartley and Zisserman, <em>Multiple View Geometry</em>, 2nd edition, algorithm
 * 4.2). Immutable, thread-safe.
 */
public final class GroundPlane {

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
    public record Correspondence(Point picture, double eastMetres, double northMetres) {}

    /**
     * Estimates the plane.
     *
     * @param points at least four, no three of the first four on a line
     * @throws InvalidGeometryException if there are too few or they do not span a plane
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
        return w > 0 ? (h[0] * x + h[1] * y + h[2]) / w : Double.NaN;
    }

    /**
     * The place on the ground along the second axis, in metres; NaN for a point at or above the horizon.
     *
     * @param x normalised
     * @param y normalised
     */
    public double north(double x, double y) {
        double w = h[6] * x + h[7] * y + h[8];
        return w > 0 ? (h[3] * x + h[4] * y + h[5]) / w : Double.NaN;
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
