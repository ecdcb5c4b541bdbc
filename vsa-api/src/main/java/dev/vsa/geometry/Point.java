package dev.vsa.geometry;

/**
 * A place in the picture, in normalised image coordinates (origin top left, y down).
 *
 * <p>A point may lie outside the picture (an object that is half out of it has such a corner); it is always finite.
 *
 * @param x 0 at the left edge, 1 at the right edge
 * @param y 0 at the top edge, 1 at the bottom edge
 */
public record Point(double x, double y) {

    /**
     * Checks that both coordinates are finite.
     *
     * @throws InvalidGeometryException if a coordinate is NaN or infinite
     */
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new InvalidGeometryException("a coordinate is not a finite number: (" + x + ", " + y + ")");
        }
        // No negative zero, so that equal places are equal values.
        x += 0.0;
        y += 0.0;
    }

    /** Whether the point lies in the picture, edges included. */
    public boolean inPicture() {
        return x >= 0 && x <= 1 && y >= 0 && y <= 1;
    }
}
