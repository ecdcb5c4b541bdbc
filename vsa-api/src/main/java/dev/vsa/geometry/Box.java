package dev.vsa.geometry;

/**
 * An axis-aligned box in normalised image coordinates. It may reach outside the picture; it is finite, and its sides are in
 * order.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x, at least {@code left}
 * @param bottom largest y, at least {@code top}
 */
public record Box(double left, double top, double right, double bottom) {

    /** Two such areas can be added. */
    private static final double LARGEST = Double.MAX_VALUE / 2;

    /**
     * Checks the sides.
     *
     * @throws InvalidGeometryException if a side is not finite, the sides are not in order, or the area is near the largest
     *     number
     */
    public Box {
        if (!(Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(right) && Double.isFinite(bottom))) {
            throw new InvalidGeometryException(
                    "a side is not a finite number: [" + left + ", " + top + ", " + right + ", " + bottom + "]");
        }
        if (right < left || bottom < top) {
            throw new InvalidGeometryException(
                    "sides out of order: [" + left + ", " + top + ", " + right + ", " + bottom + "]");
        }
        if (!((right - left) * (bottom - top) <= LARGEST)) {
            throw new InvalidGeometryException("too large: [" + left + ", " + top + ", " + right + ", " + bottom + "]");
        }
    }

    /** The share of the picture's width that the box spans. */
    public double width() {
        return right - left;
    }

    /** The share of the picture's height that the box spans. */
    public double height() {
        return bottom - top;
    }

    /** The share of the picture's area that the box covers. */
    public double area() {
        return width() * height();
    }

    /** The centre of the box. */
    public Point centre() {
        return new Point(left / 2 + right / 2, top / 2 + bottom / 2);
    }

    /** The middle of the lower side: where a standing person or a vehicle touches the ground. */
    public Point foot() {
        return new Point(left / 2 + right / 2, bottom);
    }

    /**
     * Intersection over union with another box (Jaccard index), 0 for disjoint boxes and 1 for equal ones. Two empty boxes
     * have 0.
     *
     * @param other the other box
     */
    public double iou(Box other) {
        double w = Math.min(right, other.right) - Math.max(left, other.left);
        double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double shared = w * h;
        return shared > 0 ? shared / (area() + other.area() - shared) : 0;
    }
}
