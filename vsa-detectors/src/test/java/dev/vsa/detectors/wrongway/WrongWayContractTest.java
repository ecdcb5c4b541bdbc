package dev.vsa.detectors.wrongway;

import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;

class WrongWayContractTest extends EventDetectorContract<WrongWayParameters> {

    @Override
    protected EventDetectorProvider<WrongWayParameters> provider() {
        return new WrongWayProvider();
    }

    @Override
    protected WrongWayParameters parameters() {
        return WrongWayParameters.of(
                Zone.of("road", 0.2, 0.3, 0.8, 0.3, 0.85, 0.85, 0.15, 0.85), new Heading(-1, -0.4));
    }

    /** Two against, one of them a car that no model names; two with the direction, and one who mills about. */
    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(18)
                .with(
                        Actor.person(1)
                                .at(1, 0.1, 0.5)
                                .at(13, 0.95, 0.8)
                                .jitter(0.02)
                                .missed(0.1),
                        Actor.moving(2).at(3, 0.05, 0.55).at(7, 0.95, 0.6).jitter(0.01),
                        Actor.person(3)
                                .at(1, 0.95, 0.7)
                                .at(13, 0.05, 0.5)
                                .jitter(0.02)
                                .missed(0.1),
                        Actor.vehicle(4).at(2, 0.95, 0.75).at(6, 0.05, 0.65).jitter(0.01),
                        Actor.person(5)
                                .at(0, 0.5, 0.6)
                                .at(4, 0.53, 0.61)
                                .at(8, 0.5, 0.62)
                                .at(12, 0.52, 0.6)
                                .at(15, 0.5, 0.6));
    }
}
