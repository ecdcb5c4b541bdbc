package dev.vsa.perception.objects;

import dev.vsa.perception.Detections;
import java.util.ArrayList;
import java.util.List;

/** What street.jpg shows, marked by eye: left, top, right, bottom in pixels of 768x576. */
final class Street {

    static final double WIDTH = 768;
    static final double HEIGHT = 576;

    static final List<double[]> PERSONS = List.of(
            new double[] {103, 288, 143, 396},
            new double[] {281, 211, 308, 294},
            new double[] {185, 166, 212, 239},
            new double[] {365, 172, 397, 255},
            new double[] {405, 153, 425, 203},
            new double[] {476, 136, 495, 200},
            new double[] {519, 166, 544, 235},
            new double[] {682, 217, 729, 307});

    private Street() {}

    /** The persons that have a detection of that label and confidence on them, overlapping by 0.4 and more. */
    static List<Integer> found(Detections out, String label, double confidence) {
        List<Integer> hits = new ArrayList<>();
        for (int p = 0; p < PERSONS.size(); p++) {
            for (int i = 0; i < out.size(); i++) {
                if (out.label(i).equals(label)
                        && out.confidence(i) >= confidence
                        && overlap(PERSONS.get(p), out, i) >= 0.4) {
                    hits.add(p);
                    break;
                }
            }
        }
        return hits;
    }

    /** How many detections of that label and confidence are on no person. */
    static int falseOnes(Detections out, String label, double confidence) {
        int count = 0;
        for (int i = 0; i < out.size(); i++) {
            int which = i;
            if (out.label(i).equals(label)
                    && out.confidence(i) >= confidence
                    && PERSONS.stream().noneMatch(p -> overlap(p, out, which) >= 0.4)) {
                count++;
            }
        }
        return count;
    }

    private static double overlap(double[] p, Detections out, int i) {
        double l = out.left(i) * WIDTH;
        double t = out.top(i) * HEIGHT;
        double r = out.right(i) * WIDTH;
        double b = out.bottom(i) * HEIGHT;
        double w = Math.min(p[2], r) - Math.max(p[0], l);
        double h = Math.min(p[3], b) - Math.max(p[1], t);
        double shared = Math.max(0, w) * Math.max(0, h);
        return shared / ((p[2] - p[0]) * (p[3] - p[1]) + (r - l) * (b - t) - shared);
    }
}
