package dev.vsa.perception.crowd;

import dev.vsa.frame.Frame;
import dev.vsa.perception.Detections;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.scene.Role;

/**
 * Looks for persons in parts of the picture that overlap, each enlarged to the model's input (Akyon, Altinuc, Temizel: Slicing aided
 * hyper inference and fine-tuning for small object detection, ICIP 2022). A part only counts what is small in it: who is large is
 * seen whole by a look at more of the picture, and in a part by his limbs. Who is cut by the border of a part is seen whole in the
 * next one.
 */
final class Tiles {

    /** Parts overlap by this share of their side. */
    private static final double OVERLAP = 0.2;

    /** Higher boxes, as a share of the part's height, are left to a look at more of the picture. */
    private static final double TALLEST = 0.4;

    private static final double CUT = 0.01;

    private final int side;
    private final Detections found = new Detections();
    private int left;
    private int top;
    private int width;
    private int height;

    /**
     * Prepares.
     *
     * @param side parts along each side of the picture, 2 or more
     */
    Tiles(int side) {
        this.side = side;
    }

    /** Adds the persons found, in coordinates of the whole picture. All parts are of one size. */
    void look(ObjectDetector eyes, Frame frame, double least, People out) {
        double part = 1 / (side - (side - 1) * OVERLAP);
        width = Math.min(frame.width(), even(part * frame.width() + 2));
        height = Math.min(frame.height(), even(part * frame.height() + 2));
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                left = even((double) column * (frame.width() - width) / (side - 1));
                top = even((double) row * (frame.height() - height) / (side - 1));
                eyes.detect(frame, left, top, width, height, found);
                take(frame, least, out);
            }
        }
    }

    private void take(Frame whole, double least, People out) {
        for (int i = 0; i < found.size(); i++) {
            boolean small = found.bottom(i) - found.top(i) <= TALLEST;
            if (found.role(i) == Role.PERSON && found.confidence(i) >= least && small && !isCut(whole, i)) {
                out.add(
                        (left + found.left(i) * width) / whole.width(),
                        (top + found.top(i) * height) / whole.height(),
                        (left + found.right(i) * width) / whole.width(),
                        (top + found.bottom(i) * height) / whole.height(),
                        found.confidence(i));
            }
        }
    }

    /** Whether a border of the part that is none of the picture cuts the box. */
    private boolean isCut(Frame whole, int i) {
        return (left > 0 && found.left(i) < CUT)
                || (top > 0 && found.top(i) < CUT)
                || (left + width < whole.width() - 1 && found.right(i) > 1 - CUT)
                || (top + height < whole.height() - 1 && found.bottom(i) > 1 - CUT);
    }

    private static int even(double value) {
        return (int) value & ~1;
    }
}
