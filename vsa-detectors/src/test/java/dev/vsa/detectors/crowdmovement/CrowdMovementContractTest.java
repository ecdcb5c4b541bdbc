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
        return CrowdMovementParameters.in(Zone.of("square", 0.15, 0.08, 0.85, 0.08, 0.85, 0.95, 0.15, 0.95));
    }

    /** Twelve who stroll for ten seconds, then run apart for two, and are gone. */
    @Override
    protected Scenario mustSignal() {
        Panic crowd = Panic.of(12, 0.08, ASPECT, 4, 1, 0.62, 0.4, 1.16, 0.68)
                .strolling(11, 0.6)
                .fleeing(12.8, 2.3, 0.89, 0.55, 0.2);
        return Scenario.lasting(18).with(crowd.actors(1)).feature(Flow.KEY, Flows.of(crowd.movers()));
    }
}
