package dev.vsa.bench.mot;

/**
 * One row of a MOTChallenge file: a box in one frame, in pixels.
 *
 * @param frame the frame's number, from 1
 * @param id the object's number; -1 for a detection
 * @param left pixels
 * @param top pixels
 * @param width pixels
 * @param height pixels
 * @param confidence a detection's confidence; in a truth file 0 where the row does not count
 * @param kind the object's class in a truth file of MOT16 or later (1 is a pedestrian), else -1
 * @param visibility the share of the object that can be seen, in such a file, else 1
 */
public record MotBox(
        int frame,
        int id,
        double left,
        double top,
        double width,
        double height,
        double confidence,
        int kind,
        double visibility) {

    /**
     * Intersection over union with another box.
     *
     * @param other the other box
     * @return 0 to 1
     */
    public double iou(MotBox other) {
        double w = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double h = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + other.width * other.height - w * h);
    }
}
