package dev.vsa.detectors.crowdmovement;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.Arrays;

/**
 * What is usual at the place: means over half seconds of steady time, kept for a minute. Usable after three seconds; its quantiles
 * are robust against somebody who runs for a bus. The last second never counts, so that a beginning is not taken for usual.
 */
final class Usual {

    private static final double BIN_S = 0.5;
    private static final int BINS = 120;

    /** Bins of the last seconds, which tell who is there now. */
    private static final int RECENT = 20;

    private static final int LAG = 2;
    static final int LEAST_BINS = 6;

    /** The share of the time in which less goes on than is taken for usual. */
    private static final double QUANTILE = 0.75;

    /** Amount of people that must move for a bin to tell their speed. */
    private static final double LEAST_MOVING = 0.3;

    private final double[] energies = new double[BINS];
    private final double[] speeds = new double[BINS];
    private final double[] people = new double[BINS];
    private final double[] walkers = new double[BINS];
    private final double[] sorted = new double[BINS];
    private int count;
    private int next;
    private double seconds;
    private double energy;
    private double moving;
    private double crowd;
    private double walking;

    /** The usual energy, in people times squared body heights a second; what is usual now or in the last minute, the greater. */
    double usualEnergy;

    /** The usual speed, body heights a second; 0 if hardly anybody moved. */
    double usualSpeed;

    /** How many people were seen in the middle of the last ten seconds. */
    double usualPeople;

    /** How many people walked in the middle of the last ten seconds. */
    double usualWalkers;

    /** Whether enough was seen. */
    boolean warm() {
        return count >= LEAST_BINS + LAG;
    }

    /** How long it has looked, in seconds, up to a minute. */
    double learnt() {
        return count * BIN_S;
    }

    /** Adds what was measured for a time. */
    void add(Picture picture, double step) {
        seconds += step;
        energy += step * picture.energy;
        moving += step * picture.moving;
        crowd += step * picture.people;
        walking += step * picture.walkers;
        if (seconds >= BIN_S) {
            energies[next] = energy / seconds;
            speeds[next] = moving / seconds >= LEAST_MOVING ? Math.sqrt(energy / moving) : 0;
            people[next] = crowd / seconds;
            walkers[next] = walking / seconds;
            next = (next + 1) % BINS;
            count = Math.min(BINS, count + 1);
            seconds = 0;
            energy = 0;
            moving = 0;
            crowd = 0;
            walking = 0;
            evaluate();
        }
    }

    private void evaluate() {
        usualEnergy = Math.max(quantile(energies, BINS, QUANTILE), quantile(energies, RECENT, QUANTILE));
        usualSpeed = Math.max(quantile(speeds, BINS, QUANTILE), quantile(speeds, RECENT, QUANTILE));
        usualPeople = quantile(people, RECENT, 0.5);
        usualWalkers = quantile(walkers, RECENT, 0.5);
    }

    /** A quantile of the newest bins but the last second's. */
    private double quantile(double[] values, int newest, double quantile) {
        int n = Math.min(newest, count - LAG);
        if (n <= 0) {
            return 0;
        }
        for (int i = 0; i < n; i++) {
            sorted[i] = values[Math.floorMod(next - 1 - LAG - i, BINS)];
        }
        Arrays.sort(sorted, 0, n);
        return sorted[(int) Math.min(n - 1, Math.ceil(quantile * n) - 1)];
    }

    /** Forgets everything: the place is another. */
    void clear() {
        count = 0;
        seconds = 0;
        energy = 0;
        moving = 0;
        crowd = 0;
        walking = 0;
        evaluate();
    }

    void snapshot(StateWriter out) {
        out.putInt(count);
        for (int i = 0; i < count; i++) {
            int at = Math.floorMod(next - count + i, BINS);
            out.putDouble(energies[at]);
            out.putDouble(speeds[at]);
            out.putDouble(people[at]);
            out.putDouble(walkers[at]);
        }
        out.putDouble(seconds);
        out.putDouble(energy);
        out.putDouble(moving);
        out.putDouble(crowd);
        out.putDouble(walking);
    }

    void restore(StateReader in) {
        count = Math.min(BINS, in.count());
        for (int i = 0; i < count; i++) {
            energies[i] = in.getDouble();
            speeds[i] = in.getDouble();
            people[i] = in.getDouble();
            walkers[i] = in.getDouble();
        }
        next = count % BINS;
        seconds = in.getDouble();
        energy = in.getDouble();
        moving = in.getDouble();
        crowd = in.getDouble();
        walking = in.getDouble();
        evaluate();
    }
}
