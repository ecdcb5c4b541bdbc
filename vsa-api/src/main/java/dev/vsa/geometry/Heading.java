package dev.vsa.geometry;

/**
 * A direction on the screen as a unit vector in isotropic space: x to the right, y down.
 *
 * @param dx the part to the right, −1 to 1
 * @param dy the part downwards, −1 to 1
 */
public record Heading(double dx, double dy) {

    /** A vector whose squared length differs from 1 by less is a unit vector and stays as it is, bit for bit. */
    private static final double ROUNDING = 1e-15;

    /**
     * Scales the vector to length 1.
     *
     * @throws InvalidGeometryException if the vector has no length or is not finite
     */
    public Heading {
        double largest = Math.max(Math.abs(dx), Math.abs(dy));
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new InvalidGeometryException("a heading needs a length: (" + dx + ", " + dy + ")");
        }
        if (Math.abs(dx * dx + dy * dy - 1) > ROUNDING) {
            dx /= largest;
            dy /= largest;
            double length = Math.sqrt(dx * dx + dy * dy);
            dx /= length;
            dy /= length;
        }
        // No negative zero, so that equal directions are equal values.
        dx += 0.0;
        dy += 0.0;
    }

    /**
     * The cosine of the angle between this heading and a vector in isotropic space: 1 along it, −1 against it; 0 if the
     * vector has no length, NaN if it is not finite.
     *
     * @param x the vector's part to the right, in picture heights
     * @param y the vector's part downwards, in picture heights
     */
    public double cosine(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        return length == 0 ? 0 : Math.max(-1, Math.min(1, (dx * x + dy * y) / length));
    }

    /** The angle in degrees, clockwise from the right as seen on the screen, −180 to 180. */
    public double degrees() {
        return Math.toDegrees(StrictMath.atan2(dy, dx));
    }
}
