package dev.vsa.perception.crowd;

import dev.vsa.frame.Frame;
import dev.vsa.perception.Detections;
import dev.vsa.perception.objects.ObjectDetector;
import dev.vsa.scene.Role;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

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

    private final ObjectDetector detector;
    private final int side;
    private final Detections found = new Detections();

    /**
     * Prepares.
     *
     * @param detector of its own size of input; the caller closes it
     * @param side parts along each side of the picture, 1 or more
     */
    Tiles(ObjectDetector detector, int side) {
        this.detector = detector;
        this.side = side;
    }

    /** Adds the persons found, in coordinates of the whole picture. */
    void look(Frame frame, double least, People out) {
        double part = 1 / (side - (side - 1) * OVERLAP);
        double step = part * (1 - OVERLAP);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int x = even(column * step * frame.width());
                int y = even(row * step * frame.height());
                int width = even(Math.min(frame.width() - x, part * frame.width() + 1));
                int height = even(Math.min(frame.height() - y, part * frame.height() + 1));
                if (width < 2 || height < 2) {
                    continue;
                }
                try (Frame cut = side == 1 ? frame.retain() : crop(frame, x, y, width, height)) {
                    detector.detect(cut, found);
                    take(frame, cut, x, y, least, out);
                }
            }
        }
    }

    private void take(Frame whole, Frame cut, int x, int y, double least, People out) {
        for (int i = 0; i < found.size(); i++) {
            boolean small = side == 1 || found.bottom(i) - found.top(i) <= TALLEST;
            if (found.role(i) == Role.PERSON && found.confidence(i) >= least && small && !isCut(whole, cut, x, y, i)) {
                out.add(
                        (x + found.left(i) * cut.width()) / whole.width(),
                        (y + found.top(i) * cut.height()) / whole.height(),
                        (x + found.right(i) * cut.width()) / whole.width(),
                        (y + found.bottom(i) * cut.height()) / whole.height(),
                        found.confidence(i));
            }
        }
    }

    /** Whether a border of the part that is none of the picture cuts the box. */
    private boolean isCut(Frame whole, Frame cut, int x, int y, int i) {
        return (x > 0 && found.left(i) < CUT)
                || (y > 0 && found.top(i) < CUT)
                || (x + cut.width() < whole.width() - 1 && found.right(i) > 1 - CUT)
                || (y + cut.height() < whole.height() - 1 && found.bottom(i) > 1 - CUT);
    }

    private static int even(double value) {
        return (int) value & ~1;
    }

    /** A part of a frame over the frame's own memory; even coordinates, so that chroma samples stay whole. */
    private static Frame crop(Frame frame, int x, int y, int width, int height) {
        List<ByteBuffer> planes = new ArrayList<>();
        List<Integer> strides = new ArrayList<>();
        for (int p = 0; p < frame.format().planes(); p++) {
            ByteBuffer plane = frame.plane(p);
            int stride = frame.stride(p);
            int rows = frame.format().rows(p, y);
            int from = rows * stride + frame.format().rowBytes(p, x);
            planes.add(plane.slice(from, plane.capacity() - from));
            strides.add(stride);
        }
        Frame.Layout layout = new Frame.Layout(
                frame.format(), width, height, strides, frame.layout().pixelAspect());
        Frame lease = frame.retain();
        return Frame.wrap(layout, planes, frame.mediaNanos(), frame.wallNanos(), lease::close);
    }
}
