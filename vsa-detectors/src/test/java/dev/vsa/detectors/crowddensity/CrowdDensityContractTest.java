package dev.vsa.detectors.crowddensity;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;

class CrowdDensityContractTest extends EventDetectorContract<CrowdDensityParameters> {

    @Override
    protected EventDetectorProvider<CrowdDensityParameters> provider() {
        return new CrowdDensityProvider();
    }

    @Override
    protected CrowdDensityParameters parameters() {
        return CrowdDensityParameters.counting(Zone.of("hall", 0.3, 0.3, 0.7, 0.3, 0.7, 0.9, 0.3, 0.9), 4);
    }

    /** Five come in one after another, stay, and leave. */
    @Override
    protected Scenario mustSignal() {
        Actor[] actors = new Actor[5];
        for (int i = 0; i < actors.length; i++) {
            double x = 0.36 + 0.06 * i;
            actors[i] = Actor.person(i + 1)
                    .at(0, 0.1, 0.6)
                    .at(3, x, 0.6)
                    .at(12, x, 0.6)
                    .at(15, 0.95, 0.6);
        }
        return Scenario.lasting(20).with(actors);
    }
}
