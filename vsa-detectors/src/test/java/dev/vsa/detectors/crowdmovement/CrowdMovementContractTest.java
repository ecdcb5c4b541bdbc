package dev.vsa.detectors.crowdmovement;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.Flow;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;

class CrowdMovementContractTest extends EventDetectorContract<CrowdMovementParameters> {

    private static final double ASPECT = 16.0 / 9;

    @Override
    protected EventDetectorProvider<CrowdMovementParameters> provider() {
        return new CrowdMovementProvider();
    }

    @Override
    protected CrowdMovementParameters parameters() {
        return CrowdMovementParameters.in(Zone.frame());
    }

    /** Twelve who stroll for ten seconds, then run apart for two, and are gone. */
    @Override
    protected Scenario mustSignal() {
        Panic crowd = Panic.of(12, 0.08, ASPECT, 4, 1, 0.7, 0.45, 1.08, 0.65)
                .strolling(11, 0.6)
                .fleeing(13, 2.1, 0.89, 0.55, 0.2);
        return Scenario.lasting(18).with(crowd.actors(1)).feature(Flow.KEY, Flows.of(crowd.movers()));
    }
}
