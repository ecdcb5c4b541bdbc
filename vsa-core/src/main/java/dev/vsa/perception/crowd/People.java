package dev.vsa.perception.crowd;

import java.util.Arrays;

/** Boxes of persons, normalised. Not thread-safe; grows, never shrinks. */
final class People {

    /** Two boxes that share this much of the smaller one are one person. */
    private static final float SAME = 0.6f;

    private static final int FIELDS = 5;
    private static final int CONFIDENCE = 4;

    private float[] values = new float[64 * FIELDS];
    private final float[] row = new float[FIELDS];
    private double[] heights = new double[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void add(float left, float top, float right, float bottom, float confidence) {
        int at = size * FIELDS;
        if (at == values.length) {
            values = Arrays.copyOf(values, 2 * at);
        }
        values[at] = left;
        values[at + 1] = top;
        values[at + 2] = right;
        values[at + 3] = bottom;
        values[at + CONFIDENCE] = confidence;
        size++;
    }

    void addAll(People others) {
        for (int i = 0; i < others.size; i++) {
            int at = i * FIELDS;
            float[] v = others.values;
            add(v[at], v[at + 1], v[at + 2], v[at + 3], v[at + CONFIDENCE]);
        }
    }

    double x(int i) {
        return (values[i * FIELDS] + values[i * FIELDS + 2]) / 2;
    }

    /** The feet. */
    double y(int i) {
        return values[i * FIELDS + 3];
    }

    double height(int i) {
        return values[i * FIELDS + 3] - values[i * FIELDS + 1];
    }

    /** The median height; 1 of nobody. */
    double medianHeight() {
        if (heights.length < size) {
            heights = new double[2 * size];
        }
        for (int i = 0; i < size; i++) {
            heights[i] = height(i);
        }
        Arrays.sort(heights, 0, size);
        return size == 0 ? 1 : heights[size / 2];
    }

    /** Drops those who are seen twice; of two the surer one stays. */
    void mergeDoubles() {
        sortBySureness();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean fresh = true;
            for (int k = 0; k < kept && fresh; k++) {
                fresh = !same(k, i);
            }
            if (fresh) {
                System.arraycopy(values, i * FIELDS, values, kept * FIELDS, FIELDS);
                kept++;
            }
        }
        size = kept;
    }

    /** Drops those who are lower than a share of what persons are where they stand, unless the model is certain of them. */
    void dropDwarfs(Perspective perspective, double share, double certain) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean person = height(i) >= share * perspective.heightAt(y(i));
            if (person || values[i * FIELDS + CONFIDENCE] >= certain) {
                System.arraycopy(values, i * FIELDS, values, kept * FIELDS, FIELDS);
                kept++;
            }
        }
        size = kept;
    }

    private boolean same(int one, int other) {
        int a = one * FIELDS;
        int b = other * FIELDS;
        float wide = Math.min(values[a + 2], values[b + 2]) - Math.max(values[a], values[b]);
        float high = Math.min(values[a + 3], values[b + 3]) - Math.max(values[a + 1], values[b + 1]);
        if (!(wide > 0 && high > 0)) {
            return false;
        }
        float areaA = (values[a + 2] - values[a]) * (values[a + 3] - values[a + 1]);
        float areaB = (values[b + 2] - values[b]) * (values[b + 3] - values[b + 1]);
        return wide * high > SAME * Math.min(areaA, areaB);
    }

    private void sortBySureness() {
        for (int i = 1; i < size; i++) {
            System.arraycopy(values, i * FIELDS, row, 0, FIELDS);
            int k = i;
            while (k > 0 && values[(k - 1) * FIELDS + CONFIDENCE] < row[CONFIDENCE]) {
                System.arraycopy(values, (k - 1) * FIELDS, values, k * FIELDS, FIELDS);
                k--;
            }
            System.arraycopy(row, 0, values, k * FIELDS, FIELDS);
        }
    }
}
