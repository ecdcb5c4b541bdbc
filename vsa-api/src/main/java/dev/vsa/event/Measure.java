package dev.vsa.event;

import java.util.Locale;

/**
 * One thing that a detector measured, and what it was held against.
 *
 * @param name what was measured, in a word or two
 * @param value the figure
 * @param threshold what it was compared with; NaN where it is only told
 * @param unit the unit, "" for none
 */
public record Measure(String name, double value, double threshold, String unit) {

    /**
     * A figure that is told without a threshold.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit the unit, "" for none
     */
    public static Measure of(String name, double value, String unit) {
        return new Measure(name, value, Double.NaN, unit);
    }

    @Override
    public String toString() {
        String head = String.format(Locale.ROOT, "%s %.3g%s", name, value, unit.isEmpty() ? "" : " " + unit);
        return Double.isNaN(threshold) ? head : head + String.format(Locale.ROOT, " (threshold %.3g)", threshold);
    }
}
