package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.Measure;
import java.util.List;

/** {@link Movement#STOP}: many who were under way stand, and are still there. */
final class Stop extends Rule {

    /** The share of those who walked in the last ten seconds who still do. */
    private static final double LEFT = 0.2;

    /** The share of the people who must still be there: else they went away. */
    private static final double STILL_THERE = 0.8;

    Stop(CrowdMovementParameters parameters) {
        super(parameters, 2, 1.5);
    }

    @Override
    double margin(Smooth now, Usual usual) {
        double stopped = LEFT * usual.usualWalkers / Math.max(0.1 * LEFT, now.walkers);
        double were = usual.usualWalkers / parameters.people();
        double there = usual.usualPeople > 0 ? now.people / (STILL_THERE * usual.usualPeople) : 0;
        return Math.min(Math.min(stopped, were), there);
    }

    @Override
    String sentence(Smooth now, Usual usual) {
        return say(
                "About %.0f people in zone '%s' have stopped at once.",
                usual.usualWalkers, parameters.zone().id());
    }

    @Override
    void measures(Smooth now, Usual usual, List<Measure> to) {
        to.add(new Measure("people walking", now.walkers, LEFT * usual.usualWalkers, "people"));
        to.add(new Measure("people who walked before", usual.usualWalkers, parameters.people(), "people"));
    }
}
