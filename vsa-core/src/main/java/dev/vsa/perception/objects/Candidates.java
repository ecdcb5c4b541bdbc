package dev.vsa.perception.objects;

import java.util.Arrays;

/** Boxes in pixels of the model's input, before the doubles are gone. Grows on demand, forgets no memory. Not thread-safe. */
final class Candidates {

    /** An index fits so many bits. */
    static final int INDEX_BITS = 20;

    /** More are not taken. */
    static final int MOST = 1 << INDEX_BITS;

    private static final int INITIAL = 256;

    private int size;
    float[] left = new float[INITIAL];
    float[] top = new float[INITIAL];
    float[] right = new float[INITIAL];
    float[] bottom = new float[INITIAL];
    float[] score = new float[INITIAL];
    int[] kind = new int[INITIAL];

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /**
     * Adds one.
     *
     * @param l left
     * @param t top
     * @param r right
     * @param b bottom
     * @param confidence 0 to 1
     * @param classIndex which of the model's classes
     */
    void add(float l, float t, float r, float b, float confidence, int classIndex) {
        if (size == left.length) {
            if (size == MOST) {
                return;
            }
            grow();
        }
        left[size] = l;
        top[size] = t;
        right[size] = r;
        bottom[size] = b;
        score[size] = confidence;
        kind[size] = classIndex;
        size++;
    }

    /** The overlap of two boxes: intersection over union, 0 to 1. */
    float overlap(int a, int b) {
        float w = Math.min(right[a], right[b]) - Math.max(left[a], left[b]);
        float h = Math.min(bottom[a], bottom[b]) - Math.max(top[a], top[b]);
        if (!(w > 0 && h > 0)) {
            return 0;
        }
        float shared = w * h;
        return shared / (area(a) + area(b) - shared);
    }

    private float area(int i) {
        return (right[i] - left[i]) * (bottom[i] - top[i]);
    }

    private void grow() {
        int capacity = size * 2;
        left = Arrays.copyOf(left, capacity);
        top = Arrays.copyOf(top, capacity);
        right = Arrays.copyOf(right, capacity);
        bottom = Arrays.copyOf(bottom, capacity);
        score = Arrays.copyOf(score, capacity);
        kind = Arrays.copyOf(kind, capacity);
    }
}
