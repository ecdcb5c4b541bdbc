package dev.vsa.detectors.crowdmovement;

import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;

/** Means of what pictures show over the last moment: of a second, the newest weighing most. */
final class Smooth {

    private static final double SECONDS = 0.4;

    double people;
    double judged;
    double walkers;
    double runners;
    double moving;
    double running;
    double energy;
    double axisX;
    double axisY;
    double alongX;
    double alongY;
    double runX;
    double runY;
    double outward;
    private boolean begun;

    void add(Picture p, double step) {
        double share = begun ? 1 - Math.exp(-step / SECONDS) : 1;
        begun = true;
        people += share * (p.people - people);
        judged += share * (p.judged - judged);
        walkers += share * (p.walkers - walkers);
        runners += share * (p.runners - runners);
        moving += share * (p.moving - moving);
        running += share * (p.running - running);
        energy += share * (p.energy - energy);
        axisX += share * (p.axisX - axisX);
        axisY += share * (p.axisY - axisY);
        alongX += share * (p.alongX - alongX);
        alongY += share * (p.alongY - alongY);
        runX += share * (p.runX - runX);
        runY += share * (p.runY - runY);
        outward += share * (p.divergence * p.running - outward);
    }

    /** Whether anything was added since it began or broke. */
    boolean begun() {
        return begun;
    }

    void clear() {
        begun = false;
    }

    /** The root mean square speed of what moves, body heights a second. */
    double speed() {
        return moving > 0 ? Math.sqrt(energy / moving) : 0;
    }

    /**
     * What share of the people there runs: the mean of the share by area and the share by boxes, each wrong in its own way. A model loses
     * about half of those who run, so each runner who is seen stands for one more, as long as there are fewer people than there were.
     *
     * @param before how many there were
     */
    double runningShare(double before) {
        double byArea = moving > 0 ? running / moving : 0;
        double lost = Math.max(0, Math.min(before - people, runners));
        double byBox = judged >= 0.5 ? Math.min(1, (runners + lost) / (judged + lost)) : 0;
        return (byArea + byBox) / 2;
    }

    /** How much of what runs goes one way, 0 to 1. */
    double coherence() {
        return running > 0 ? Math.min(1, Math.sqrt(runX * runX + runY * runY) / running) : 0;
    }

    /** How much of what runs leads apart, −1 to 1. */
    double divergence() {
        return running > 0 ? outward / running : 0;
    }

    /** How much of what moves goes along one axis, either way, 0 to 1. */
    double axis() {
        return moving > 0 ? Math.sqrt(axisX * axisX + axisY * axisY) / moving : 0;
    }

    /** The share of what moves that goes the rarer way along that axis, 0 to 0.5. */
    double minority() {
        double along = Math.sqrt(alongX * alongX + alongY * alongY);
        double whole = moving * Math.sqrt((1 + axis()) / 2);
        return whole > 0 ? Math.max(0, (1 - along / whole) / 2) : 0;
    }

    void snapshot(StateWriter out) {
        out.putDouble(people);
        out.putDouble(judged);
        out.putDouble(walkers);
        out.putDouble(runners);
        out.putDouble(moving);
        out.putDouble(running);
        out.putDouble(energy);
        out.putDouble(axisX);
        out.putDouble(axisY);
        out.putDouble(alongX);
        out.putDouble(alongY);
        out.putDouble(runX);
        out.putDouble(runY);
        out.putDouble(outward);
        out.putBoolean(begun);
    }

    void restore(StateReader in) {
        people = in.getDouble();
        judged = in.getDouble();
        walkers = in.getDouble();
        runners = in.getDouble();
        moving = in.getDouble();
        running = in.getDouble();
        energy = in.getDouble();
        axisX = in.getDouble();
        axisY = in.getDouble();
        alongX = in.getDouble();
        alongY = in.getDouble();
        runX = in.getDouble();
        runY = in.getDouble();
        outward = in.getDouble();
        begun = in.getBoolean();
    }
}
