package dev.vsa.perception;

import dev.vsa.scene.Role;
import java.util.Arrays;

/**
 * The detections of one frame on flat arrays, filled and read anew each frame without allocating. Boxes are in normalised
 * image coordinates. Not thread-safe.
 */
public final class Detections {

    private static final int INITIAL = 64;

    private int size;
    private float[] left = new float[INITIAL];
    private float[] top = new float[INITIAL];
    private float[] right = new float[INITIAL];
    private float[] bottom = new float[INITIAL];
    private float[] confidence = new float[INITIAL];
    private Role[] role = new Role[INITIAL];
    private String[] label = new String[INITIAL];

    /** Creates an empty list. */
    public Detections() {}

    /** Forgets all detections. */
    public void clear() {
        size = 0;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a detection.
     *
     * @param boxLeft normalised
     * @param boxTop normalised
     * @param boxRight normalised
     * @param boxBottom normalised
     * @param score confidence, 0 to 1
     * @param part the role
     * @param word the model's word
     */
    public void add(float boxLeft, float boxTop, float boxRight, float boxBottom, float score, Role part, String word) {
        if (size == left.length) {
            grow();
        }
        left[size] = boxLeft;
        top[size] = boxTop;
        right[size] = boxRight;
        bottom[size] = boxBottom;
        confidence[size] = score;
        role[size] = part;
        label[size] = word;
        size++;
    }

    /**
     * Adds all detections of another list.
     *
     * @param others the other list
     */
    public void addAll(Detections others) {
        for (int i = 0; i < others.size; i++) {
            add(
                    others.left[i],
                    others.top[i],
                    others.right[i],
                    others.bottom[i],
                    others.confidence[i],
                    others.role[i],
                    others.label[i]);
        }
    }

    private void grow() {
        int capacity = size * 2;
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        confidence = Arrays.copyOf(confidence, capacity);
        role = Arrays.copyOf(role, capacity);
        label = Arrays.copyOf(label, capacity);
    }

    /** Left side of detection {@code i}. */
    public float left(int i) {
        return left[i];
    }

    /** Upper side of detection {@code i}. */
    public float top(int i) {
        return top[i];
    }

    /** Right side of detection {@code i}. */
    public float right(int i) {
        return right[i];
    }

    /** Lower side of detection {@code i}. */
    public float bottom(int i) {
        return bottom[i];
    }

    /** Confidence of detection {@code i}. */
    public float confidence(int i) {
        return confidence[i];
    }

    /** Role of detection {@code i}. */
    public Role role(int i) {
        return role[i];
    }

    /** The model's word for detection {@code i}. */
    public String label(int i) {
        return label[i];
    }
}
