package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.Measure;
import java.util.List;

/** {@link Movement#COUNTER_FLOW}: many go one way and many the other, along one axis. */
final class CounterFlow extends Rule {

    /** How much of the movement lies along the axis. */
    private static final double AXIS = 0.7;

    /** The least share of those who go the rarer way. */
    private static final double RARER = 0.3;

    CounterFlow(CrowdMovementParameters parameters) {
        super(parameters, 3, 3);
    }

    @Override
    double margin(Smooth now, Usual usual) {
        double many = now.people / parameters.people();
        double amount = now.moving / (0.2 * parameters.people());
        return Math.min(Math.min(now.axis() / AXIS, now.minority() / RARER), Math.min(many, amount));
    }

    @Override
    String sentence(Smooth now, Usual usual) {
        return say(
                "People move against one another in zone '%s': %.0f %% one way, %.0f %% the other.",
                parameters.zone().id(), 100 - 100 * now.minority(), 100 * now.minority());
    }

    @Override
    void measures(Smooth now, Usual usual, List<Measure> to) {
        to.add(new Measure("along one axis", now.axis(), AXIS, ""));
        to.add(new Measure("share the rarer way", now.minority(), RARER, ""));
    }
}
