package dev.vsa.perception.objects;

/**
 * The means of distributions over bins that a model gives by their logarithms: softmax, from the largest down so that nothing
 * overflows. Not thread-safe.
 *
 * <p>Half of all reading of outputs was {@link Math#exp}, number by number. Here an exponential is that of a 1,024th, a polynomial,
 * squared ten times (scaling and squaring: Moler, Van Loan, "Nineteen Dubious Ways to Compute the Exponential of a Matrix", SIAM
 * Review 45, 2003): arithmetic only, which the compiler turns into vector instructions. Relative to the largest share the
 * difference is below 1e-12, a ten-thousandth of what a float can tell apart.
 */
final class Distributions {

    /** Below it a share is lost beside the largest one, which is 1. */
    private static final float LEAST = -80;

    private final int bins;
    private final double[] logarithms;
    private final double[] shares;

    /**
     * Makes one.
     *
     * @param count of distributions read at once
     * @param bins of each, at least 1
     */
    Distributions(int count, int bins) {
        this.bins = bins;
        this.logarithms = new double[count * bins];
        this.shares = new double[count * bins];
    }

    /**
     * Reads distributions that lie one after another.
     *
     * @param figures logarithms of shares, up to a constant for each distribution
     */
    void read(float[] figures) {
        for (int at = 0; at < logarithms.length; at += bins) {
            int top = ordered(Float.floatToRawIntBits(figures[at]));
            for (int i = 1; i < bins; i++) {
                top = Math.max(top, ordered(Float.floatToRawIntBits(figures[at + i])));
            }
            float most = Float.intBitsToFloat(ordered(top));
            for (int i = at; i < at + bins; i++) {
                float below = figures[i] - most;
                logarithms[i] = below < LEAST ? LEAST : below;
            }
        }
        exponentials(logarithms, shares);
    }

    /** Bits of a float as a whole number of the same order, and back: the largest of such is found faster. */
    private static int ordered(int bits) {
        return bits ^ bits >> 31 & 0x7FFF_FFFF;
    }

    private static void exponentials(double[] of, double[] to) {
        for (int i = 0; i < of.length; i++) {
            double r = of[i] * (1.0 / 1024);
            double p = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))))));
            double p4 = p * p * (p * p);
            double p16 = p4 * p4 * (p4 * p4);
            double p64 = p16 * p16 * (p16 * p16);
            double p256 = p64 * p64 * (p64 * p64);
            to[i] = p256 * p256 * (p256 * p256);
        }
    }

    /**
     * The mean bin of a distribution.
     *
     * @param distribution which
     * @return 0 to one less than there are bins; NaN where a figure is NaN or the largest is infinite
     */
    double mean(int distribution) {
        double sum = 0;
        double mean = 0;
        double bin = 0;
        int at = distribution * bins;
        for (int i = at; i < at + bins; i++) {
            sum += shares[i];
            mean += bin * shares[i];
            bin++;
        }
        return mean / sum;
    }
}
