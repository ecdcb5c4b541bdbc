package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.Measure;
import java.util.List;

/** {@link Movement#RUNNING}: many keep running, whatever is usual. */
final class Running extends Rule {

    /** Mean speed in body heights a second: 2.2 m/s, between walking and running. */
    private static final double SPEED = 1.3;

    private static final double SEEN = 0.2;

    Running(CrowdMovementParameters parameters) {
        super(parameters, 1, 3);
    }

    @Override
    double margin(Smooth now, Usual usual) {
        double many = now.people * now.runningShare(now.people) / parameters.people();
        double seen = now.runners / (SEEN * parameters.people());
        return Math.min(now.speed() / SPEED, Math.min(many, seen));
    }

    @Override
    String sentence(Smooth now, Usual usual) {
        return say(
                "About %.0f people have kept running in zone '%s' for %.0f s.",
                now.people * now.runningShare(now.people), parameters.zone().id(), watch.held());
    }

    @Override
    void measures(Smooth now, Usual usual, List<Measure> to) {
        to.add(new Measure("speed", now.speed(), SPEED, "body heights/s"));
        to.add(new Measure("people running", now.people * now.runningShare(now.people), parameters.people(), "people"));
        to.add(Measure.of("coherence", now.coherence(), ""));
    }
}
