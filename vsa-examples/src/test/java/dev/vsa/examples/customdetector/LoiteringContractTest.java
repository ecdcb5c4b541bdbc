package dev.vsa.examples.customdetector;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;
import java.time.Duration;

class LoiteringContractTest extends EventDetectorContract<LoiteringParameters> {

    @Override
    protected EventDetectorProvider<LoiteringParameters> provider() {
        return new LoiteringProvider();
    }

    @Override
    protected LoiteringParameters parameters() {
        Zone porch = Zone.of("porch", 0.3, 0.4, 0.7, 0.4, 0.7, 0.8, 0.3, 0.8);
        return new LoiteringParameters(porch, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(16)
                .with(
                        Actor.person(1)
                                .at(0, 0.1, 0.6)
                                .at(2, 0.5, 0.6)
                                .stays(10)
                                .at(12, 0.9, 0.6)
                                .missed(0.1),
                        Actor.person(2).at(3, 0.9, 0.7).at(9, 0.1, 0.7));
    }
}
