package dev.vsa.record;

/**
 * Figures that are whole multiples of a step, as integers. The steps are those of format 1 for ever; perception rounds to the
 * same ones, but nothing depends on it: a figure off the lattice is stored as it is.
 */
final class Lattice {

    static final double POSITION = 1 << 15;
    static final double SPEED = 1 << 12;
    static final double CONFIDENCE = 1 << 10;

    private static final long NANOS = 1_000_000_000L;
    private static final long SPEED_TO_POSITION = 8;

    private Lattice() {}

    /** The nearest multiple; saturates, and is 0 for what is not a number. */
    static long steps(double value, double perUnit) {
        return (long) Math.rint(value * perUnit);
    }

    static double value(long steps, double perUnit) {
        return steps / perUnit;
    }

    /** Whether a figure comes back bit for bit. */
    static boolean holds(double value, double perUnit) {
        return Double.doubleToRawLongBits(value(steps(value, perUnit), perUnit)) == Double.doubleToRawLongBits(value);
    }

    /** How many steps of position a speed makes in a time. Wraps where it does not fit; reader and writer do alike. */
    static long travel(double speed, long nanos) {
        return steps(speed, SPEED) * SPEED_TO_POSITION * nanos / NANOS;
    }
}
