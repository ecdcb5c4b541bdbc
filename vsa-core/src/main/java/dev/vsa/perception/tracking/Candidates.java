package dev.vsa.perception.tracking;

import dev.vsa.perception.Detections;
import dev.vsa.scene.Role;

/**
 * The detections of one frame in isotropic space (x times the aspect ratio, so that one unit is the picture's height both
 * ways), sorted by their left sides. Ties are broken by everything else that is known, so that the order in which a model
 * lists its detections has no effect.
 */
final class Candidates {

    private int size;
    private final Order order = new Order();
    private float[] left = new float[64];
    private float[] top = new float[64];
    private float[] right = new float[64];
    private float[] bottom = new float[64];
    private float[] confidence = new float[64];
    private Role[] role = new Role[64];
    private String[] label = new String[64];
    private boolean[] taken = new boolean[64];
    private boolean[] shown = new boolean[64];

    /** Takes over the usable boxes of a frame; those that are empty, not finite or less sure than {@code least} are left out. */
    void load(Detections detections, double aspect, double least) {
        reserve(detections.size());
        size = 0;
        for (int i = 0; i < detections.size(); i++) {
            if (usable(detections, i, least)) {
                order.set(size++, detections.left(i), i);
            }
        }
        order.sort(size);
        settleTies(detections);
        for (int k = 0; k < size; k++) {
            int i = order.index(k);
            left[k] = (float) (detections.left(i) * aspect);
            top[k] = detections.top(i);
            right[k] = (float) (detections.right(i) * aspect);
            bottom[k] = detections.bottom(i);
            confidence[k] = detections.confidence(i);
            role[k] = detections.role(i);
            label[k] = detections.label(i);
            taken[k] = false;
            shown[k] = false;
        }
    }

    private static boolean usable(Detections detections, int i, double least) {
        float width = detections.right(i) - detections.left(i);
        float height = detections.bottom(i) - detections.top(i);
        return width > 0 && height > 0 && width + height < Float.POSITIVE_INFINITY && detections.confidence(i) >= least;
    }

    /** Insertion sort by all fields within each run of equal left sides. */
    private void settleTies(Detections detections) {
        for (int k = 1; k < size; k++) {
            for (int at = k; at > 0; at--) {
                int before = order.index(at - 1);
                int moved = order.index(at);
                if (detections.left(before) != detections.left(moved) || compare(detections, before, moved) <= 0) {
                    break;
                }
                order.swap(at - 1, at);
            }
        }
    }

    private static int compare(Detections d, int a, int b) {
        int c = Float.compare(d.top(a), d.top(b));
        c = c != 0 ? c : Float.compare(d.right(a), d.right(b));
        c = c != 0 ? c : Float.compare(d.bottom(a), d.bottom(b));
        c = c != 0 ? c : Float.compare(d.confidence(a), d.confidence(b));
        c = c != 0 ? c : d.role(a).compareTo(d.role(b));
        return c != 0 ? c : d.label(a).compareTo(d.label(b));
    }

    private void reserve(int count) {
        if (left.length < count) {
            int capacity = Math.max(count, 2 * left.length);
            order.reserve(capacity);
            left = new float[capacity];
            top = new float[capacity];
            right = new float[capacity];
            bottom = new float[capacity];
            confidence = new float[capacity];
            role = new Role[capacity];
            label = new String[capacity];
            taken = new boolean[capacity];
            shown = new boolean[capacity];
        }
    }

    int size() {
        return size;
    }

    float left(int i) {
        return left[i];
    }

    float top(int i) {
        return top[i];
    }

    float right(int i) {
        return right[i];
    }

    float bottom(int i) {
        return bottom[i];
    }

    float confidence(int i) {
        return confidence[i];
    }

    Role role(int i) {
        return role[i];
    }

    String label(int i) {
        return label[i];
    }

    /** Whether it belongs to a target already. */
    boolean taken(int i) {
        return taken[i];
    }

    void take(int i) {
        taken[i] = true;
    }

    /** Whether something else stands for it in the scene: a track, or the object that a region only repeats. */
    boolean shown(int i) {
        return shown[i];
    }

    void show(int i) {
        shown[i] = true;
    }
}
