package dev.vsa.perception.tracking;

import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;

/**
 * Puts a model's detections and moving regions into one list. Where the model has a word of no known role for something that
 * moves, the word is dropped and the box kept: cars from straight above are cell phones to common models, and kites.
 */
final class Merge {

    private boolean[] used = new boolean[64];

    void join(Detections objects, Detections regions, Detections out) {
        if (used.length < regions.size()) {
            used = new boolean[Math.max(regions.size(), 2 * used.length)];
        }
        for (int k = 0; k < regions.size(); k++) {
            used[k] = false;
        }
        out.clear();
        for (int i = 0; i < objects.size(); i++) {
            int k = objects.role(i) == Role.OTHER ? regionOf(objects, i, regions) : -1;
            if (k < 0) {
                copy(objects, i, objects.confidence(i), objects.role(i), objects.label(i), out);
            } else {
                float confidence = Math.max(objects.confidence(i), regions.confidence(k));
                used[k] = true;
                copy(objects, i, confidence, Role.MOVING, regions.label(k), out);
                useUp(objects, i, regions);
            }
        }
        for (int k = 0; k < regions.size(); k++) {
            if (!used[k]) {
                copy(regions, k, regions.confidence(k), regions.role(k), regions.label(k), out);
            }
        }
    }

    private int regionOf(Detections objects, int i, Detections regions) {
        for (int k = 0; k < regions.size(); k++) {
            if (!used[k] && overlap(objects, i, regions, k) >= Tuning.SAME_REGION) {
                return k;
            }
        }
        return -1;
    }

    /** A thing may show as several regions: those that lie in it for the most part are its parts. */
    private void useUp(Detections objects, int i, Detections regions) {
        for (int k = 0; k < regions.size(); k++) {
            used[k] |= shared(objects, i, regions, k) >= 0.5 * area(regions, k);
        }
    }

    private static double overlap(Detections a, int i, Detections b, int k) {
        double shared = shared(a, i, b, k);
        return shared / (area(a, i) + area(b, k) - shared);
    }

    private static double shared(Detections a, int i, Detections b, int k) {
        double w = Math.min(a.right(i), b.right(k)) - Math.max(a.left(i), b.left(k));
        double h = Math.min(a.bottom(i), b.bottom(k)) - Math.max(a.top(i), b.top(k));
        return w <= 0 || h <= 0 ? 0 : w * h;
    }

    private static double area(Detections a, int i) {
        return (double) (a.right(i) - a.left(i)) * (a.bottom(i) - a.top(i));
    }

    private static void copy(Detections from, int i, float confidence, Role role, String label, Detections out) {
        out.add(from.left(i), from.top(i), from.right(i), from.bottom(i), confidence, role, label);
    }
}
