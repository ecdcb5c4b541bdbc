package dev.vsa.perception.flame;

/**
 * Whether a brightness repeats itself: the highest autocorrelation at any period after the first fall below half, over some seconds. A
 * rotating or flashing light has nearly 1 at its period; turbulence has no period. Not thread-safe.
 */
final class Rhythm {

    private static final int SAMPLES = 64;
    private static final int LEAST_SAMPLES = 24;
    private static final double LEAST_STEP_SECONDS = 0.06;

    private final double[] values = new double[SAMPLES];
    private final double[] ordered = new double[SAMPLES];
    private int count;
    private double sinceLast;
    private double periodicity;

    void reset() {
        count = 0;
        sinceLast = LEAST_STEP_SECONDS;
        periodicity = -1;
    }

    void add(double value, double seconds) {
        sinceLast += seconds;
        if (sinceLast >= LEAST_STEP_SECONDS) {
            sinceLast = 0;
            values[count++ % SAMPLES] = value;
            if (count >= LEAST_SAMPLES && count % 4 == 0) {
                periodicity = measure();
            }
        }
    }

    /** 0 to 1; −1 while too little was seen. */
    double periodicity() {
        return periodicity;
    }

    private double measure() {
        int n = Math.min(count, SAMPLES);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            ordered[i] = values[(count - n + i) % SAMPLES];
            mean += ordered[i] / n;
        }
        double power = 0;
        for (int i = 0; i < n; i++) {
            ordered[i] -= mean;
            power += ordered[i] * ordered[i];
        }
        double best = 0;
        boolean fallen = false;
        for (int lag = 1; lag <= n / 2 && power > 0; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += ordered[i] * ordered[i - lag];
            }
            double likeness = sum / power * n / (n - lag);
            fallen |= likeness < 0.5;
            if (fallen) {
                best = Math.max(best, likeness);
            }
        }
        return Math.min(1, best);
    }
}
