package dev.vsa.alert;

import dev.vsa.event.Alert;
import dev.vsa.event.MarginSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Margins over time in bounded memory: when full, every second sample is dropped and from then on only every second one is
 * taken, so that the curve always spans the whole time evenly. The peak is never lost.
 */
final class MarginCurve {

    private static final int CAPACITY = Alert.MAX_MARGIN_SAMPLES - 1;

    private final long[] nanos = new long[CAPACITY];
    private final double[] margins = new double[CAPACITY];
    private int size;
    private int stride = 1;
    private int skipped;
    private double peak;
    private long peakNanos;

    void clear() {
        size = 0;
        stride = 1;
        skipped = 0;
        peak = 0;
    }

    void add(long mediaNanos, double margin) {
        if (margin > peak) {
            peak = margin;
            peakNanos = mediaNanos;
        }
        if (++skipped < stride) {
            return;
        }
        skipped = 0;
        if (size == CAPACITY) {
            thin();
        }
        nanos[size] = mediaNanos;
        margins[size++] = margin;
    }

    private void thin() {
        int kept = 0;
        for (int i = 0; i < size; i += 2) {
            nanos[kept] = nanos[i];
            margins[kept++] = margins[i];
        }
        size = kept;
        stride *= 2;
    }

    double peak() {
        return peak;
    }

    long peakNanos() {
        return peakNanos;
    }

    /** The samples in order of time, with the peak among them. */
    List<MarginSample> samples() {
        List<MarginSample> samples = new ArrayList<>(size + 1);
        boolean peakIn = peak == 0;
        for (int i = 0; i < size; i++) {
            if (!peakIn && nanos[i] >= peakNanos) {
                if (nanos[i] > peakNanos) {
                    samples.add(new MarginSample(peakNanos, peak));
                }
                peakIn = true;
            }
            samples.add(new MarginSample(nanos[i], margins[i]));
        }
        if (!peakIn) {
            samples.add(new MarginSample(peakNanos, peak));
        }
        return samples;
    }
}
