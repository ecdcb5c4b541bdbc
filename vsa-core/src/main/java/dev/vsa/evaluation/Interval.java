package dev.vsa.evaluation;

/**
 * A confidence interval.
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double low, double high) {

    /**
     * The exact (central) interval of a Poisson mean after a count: F. Garwood, Fiducial limits for the Poisson distribution,
     * Biometrika 28 (1936). Its bounds are the means under which the count, or one further from the mean, has half the remaining
     * probability; they equal half the χ² quantiles of 2k and 2k + 2 degrees of freedom.
     *
     * @param count the count, 0 or more
     * @param confidence between 0 and 1
     */
    static Interval poisson(int count, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = 0;
        if (count > 0) {
            low = bisect(0, count, mean -> atLeast(count, mean) - tail);
        }
        double top = count + 10 * Math.sqrt(count + 1.0);
        while (atMost(count, top) > tail) {
            top *= 2;
        }
        return new Interval(low, bisect(count, top, mean -> tail - atMost(count, mean)));
    }

    /** An interval whose bounds are multiplied. */
    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    private interface Rising {
        double at(double x);
    }

    private static double bisect(double from, double to, Rising function) {
        double low = from;
        double high = to;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (function.at(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability of at most as many, for a mean of at least as many: the terms fall from the last one on. */
    private static double atMost(int count, double mean) {
        double sum = 1;
        double term = 1;
        for (int i = count; i > 0 && term > sum * 1e-17; i--) {
            term *= i / mean;
            sum += term;
        }
        return sum * probability(count, mean);
    }

    /** The probability of at least as many, for a mean of at most as many. */
    private static double atLeast(int count, double mean) {
        double sum = 1;
        double term = 1;
        for (int i = count + 1; term > sum * 1e-17; i++) {
            term *= mean / i;
            sum += term;
        }
        return sum * probability(count, mean);
    }

    private static double probability(int count, double mean) {
        double logarithm = -mean;
        for (int i = 1; i <= count; i++) {
            logarithm += Math.log(mean / i);
        }
        return Math.exp(logarithm);
    }
}
