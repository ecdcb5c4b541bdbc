package dev.vsa.detectors.crowddensity;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/**
 * The mean of a figure over time, in which what is longer ago weighs less, as an exponential has it. From the beginning on it is the mean of
 * what there was: it does not start at 0, nor believes the first value for ever.
 */
final class Mean {

    private double sum;
    private double weight;
    private boolean running;
    private double last;

    /**
     * Takes a value and tells the mean.
     *
     * @param value finite
     * @param seconds since the value before, 0 or more
     * @param memory seconds after which a value weighs 1/e
     */
    double add(double value, double seconds, double memory) {
        if (running && seconds > 0) {
            // Between two scenes the figure went evenly from the one to the other.
            double kept = Math.exp(-seconds / memory);
            sum = sum * kept + (value + last) / 2 * (1 - kept);
            weight = weight * kept + 1 - kept;
        }
        running = true;
        last = value;
        return weight > 0 ? sum / weight : value;
    }

    void clear() {
        sum = 0;
        weight = 0;
        running = false;
        last = 0;
    }

    void snapshot(StateWriter out) {
        out.putDouble(sum);
        out.putDouble(weight);
        out.putBoolean(running);
        out.putDouble(last);
    }

    void restore(StateReader in) {
        sum = in.getDouble();
        weight = in.getDouble();
        running = in.getBoolean();
        last = in.getDouble();
    }
}
