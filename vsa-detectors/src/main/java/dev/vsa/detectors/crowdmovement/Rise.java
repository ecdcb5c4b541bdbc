package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.Measure;
import java.util.List;

/** Many begin to run at once: {@link Movement#DISPERSAL} or {@link Movement#SURGE}, by how much they go one way. */
final class Rise extends Rule {

    /** Times the usual energy: twice as many people who walk half as fast again, a busy moment, bring 4.5. */
    private static final double ENERGY = 5;

    /** Times the usual speed: from a walk of 1.35 m/s to a run of 2.2. */
    private static final double SPEED = 1.6;

    /** The least usual speed and energy a person, as of a crowd that strolls or stands: from that to a walk is no event. */
    private static final double STROLL = 0.75;

    private static final double STROLL_ENERGY = 0.1;

    /** The share of those asked for who must be seen running themselves: a model loses many who run. */
    private static final double SEEN = 0.2;

    /** From this coherence on they run one way. */
    private static final double ONE_WAY = 0.7;

    Rise(CrowdMovementParameters parameters) {
        super(parameters, 0, 0.15);
    }

    @Override
    double margin(Smooth now, Usual usual) {
        double energy = now.energy / energyAsked(usual);
        double speed = now.speed() / speedAsked(usual);
        double many = usual.usualPeople * now.runningShare(usual.usualPeople) / parameters.people();
        double seen = now.runners / (SEEN * parameters.people());
        double margin = Math.min(Math.min(energy, speed), Math.min(many, seen));
        if (!parameters.movements().contains(Movement.SURGE)) {
            return Math.min(margin, (1 - now.coherence()) / (1 - ONE_WAY));
        }
        if (!parameters.movements().contains(Movement.DISPERSAL)) {
            return Math.min(margin, now.coherence() / ONE_WAY);
        }
        return margin;
    }

    private double energyAsked(Usual usual) {
        return ENERGY * Math.max(usual.usualEnergy, STROLL_ENERGY * parameters.people());
    }

    private double speedAsked(Usual usual) {
        return SPEED * Math.max(usual.usualSpeed, STROLL);
    }

    @Override
    String sentence(Smooth now, Usual usual) {
        boolean surge = now.coherence() >= ONE_WAY;
        return say(
                "About %.0f people begin to run at once in zone '%s', %s: %.1f body heights a second, usual %.1f.",
                usual.usualPeople * now.runningShare(usual.usualPeople),
                parameters.zone().id(),
                surge ? "in one direction (surge)" : "in several directions (dispersal)",
                now.speed(),
                usual.usualSpeed);
    }

    @Override
    void measures(Smooth now, Usual usual, List<Measure> to) {
        to.add(new Measure("kinetic energy", now.energy, energyAsked(usual), "people (body heights/s)²"));
        to.add(new Measure("speed", now.speed(), speedAsked(usual), "body heights/s"));
        to.add(new Measure(
                "people running",
                usual.usualPeople * now.runningShare(usual.usualPeople),
                parameters.people(),
                "people"));
        to.add(new Measure("runners seen", now.runners, SEEN * parameters.people(), "people"));
        to.add(Measure.of("coherence", now.coherence(), ""));
        to.add(Measure.of("divergence", now.divergence(), ""));
    }
}
