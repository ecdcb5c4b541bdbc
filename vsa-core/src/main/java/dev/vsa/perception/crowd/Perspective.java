package dev.vsa.perception.crowd;

import java.util.Arrays;

/**
 * How high persons are in the picture, by where they stand: on flat ground, seen by a camera that is not tilted sideways, a linear function
 * of the feet's row. Fitted robustly (Theil and Sen: median of the slopes of pairs, median of what remains), so that a few things
 * which are no persons do not bend it.
 */
final class Perspective {

    /** With fewer persons it is not known. */
    private static final int LEAST = 8;

    private static final int MOST_PAIRS = 20_000;
    private static final double LEAST_APART = 0.02;

    private final double[] slopes = new double[MOST_PAIRS];
    private double[] rest = {};
    private double slope;
    private double base;
    private boolean known;

    void fit(People people) {
        int n = people.size();
        known = n >= LEAST;
        if (!known) {
            return;
        }
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n && pairs < MOST_PAIRS; k++) {
                double apart = people.y(k) - people.y(i);
                if (Math.abs(apart) > LEAST_APART) {
                    slopes[pairs++] = (people.height(k) - people.height(i)) / apart;
                }
            }
        }
        // Nobody is higher in the picture for being farther up in it.
        slope = pairs == 0 ? 0 : Math.max(0, median(slopes, pairs));
        if (rest.length < n) {
            rest = new double[2 * n];
        }
        for (int i = 0; i < n; i++) {
            rest[i] = people.height(i) - slope * people.y(i);
        }
        base = median(rest, n);
    }

    /** How high a person is who stands at a row, as a share of the picture; negative where that is not known. */
    double heightAt(double y) {
        return known ? base + slope * y : -1;
    }

    private static double median(double[] values, int n) {
        Arrays.sort(values, 0, n);
        return values[n / 2];
    }
}
