package dev.vsa.detectors.persondown;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Postures;
import dev.vsa.testkit.simulation.Postures.Shape;

class PersonDownContractTest extends EventDetectorContract<PersonDownParameters> {

    @Override
    protected EventDetectorProvider<PersonDownParameters> provider() {
        return new PersonDownProvider();
    }

    @Override
    protected PersonDownParameters parameters() {
        return PersonDownParameters.in(Zone.of("hall", 0.15, 0.1, 0.85, 0.1, 0.85, 0.9, 0.15, 0.9));
    }

    /** One falls and gets up, one collapses and is carried off; a third sits down, a fourth ties a shoe. */
    @Override
    protected Scenario mustSignal() {
        Actor falls = Postures.falls(Postures.arrives(1, 0.25, 0.5, 0.4, 0.6), 3, 0.42, 0.6, Shape.LYING_ACROSS);
        Actor up = Postures.getsUp(falls, 10, 0.45, 0.6).stays(14).jitter(0.015).missed(0.05);
        Actor collapses = Postures.collapses(Postures.arrives(2, 0.2, 1, 0.7, 0.75), 4, 0.7, 0.76)
                .stays(14);
        Actor sits = Postures.turns(Postures.arrives(3, 0.25, 0, 0.55, 0.8), 4, 1, 0.55, 0.8, Shape.SITTING)
                .stays(13);
        Actor crouches = Postures.turns(Postures.arrives(4, 0.2, 0, 0.42, 0.85), 3, 1, 0.42, 0.85, Shape.TYING_A_SHOE)
                .stays(12);
        return Scenario.lasting(16).with(up, collapses.jitter(0.015), sits.jitter(0.02), crouches.jitter(0.02));
    }
}
