package dev.vsa.geometry;

/**
 * A direction on the screen as a unit vector in isotropic space: x to the right, y down.
 *
 * @param dx the part to the right, −1 to 1
 * @param dy the part downwards, −1 to 1
 */
public record Heading(double dx, double dy) {

    /**
     * Scales the vector to length 1.
     *
     * @throws InvalidGeometryException if the vector has no length or is not finite
     */
    public Heading {
        double length = Math.sqrt(dx * dx + dy * dy);
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new InvalidGeometryException("a heading needs a length: (" + dx + ", " + dy + ")");
        }
        dx /= length;
        dy /= length;
    }

    /**
     * The cosine of the angle between this heading and a vector in isotropic space: 1 along it, −1 against it; 0 if the
     * vector has no length.
     *
     * @param x the vector's part to the right, in picture heights
     * @param y the vector's part downwards, in picture heights
     */
    public double cosine(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        return length == 0 ? 0 : (dx * x + dy * y) / length;
    }

    /** The angle in degrees, clockwise from the right as seen on the screen, −180 to 180. */
    public double degrees() {
        return Math.toDegrees(StrictMath.atan2(dy, dx));
    }
}
