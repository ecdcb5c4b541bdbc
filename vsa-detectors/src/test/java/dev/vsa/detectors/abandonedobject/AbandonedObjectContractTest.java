package dev.vsa.detectors.abandonedobject;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.StaticRegions;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Belongings;
import dev.vsa.testkit.simulation.Belongings.Thing;
import java.time.Duration;

class AbandonedObjectContractTest extends EventDetectorContract<AbandonedObjectParameters> {

    @Override
    protected EventDetectorProvider<AbandonedObjectParameters> provider() {
        return new AbandonedObjectProvider();
    }

    @Override
    protected AbandonedObjectParameters parameters() {
        Zone hall = Zone.of("hall", 0.15, 0.3, 0.85, 0.3, 0.85, 0.9, 0.15, 0.9);
        return new AbandonedObjectParameters(hall, Duration.ofSeconds(5), 1.5, 0.6, 0.1);
    }

    /** One bag is left by one who walks off; beside another its owner waits. A third is not in the zone. */
    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(32)
                .with(
                        Actor.person(1)
                                .sized(0.1, 0.3)
                                .at(1, 0.15, 0.6)
                                .at(4, 0.36, 0.6)
                                .stays(9)
                                .at(14, 0.8, 0.62)
                                .jitter(0.01)
                                .missed(0.1),
                        Actor.person(2)
                                .sized(0.1, 0.3)
                                .at(1, 0.8, 0.85)
                                .at(4, 0.68, 0.85)
                                .stays(26)
                                .at(29, 0.8, 0.85)
                                .jitter(0.01))
                .feature(
                        StaticRegions.KEY,
                        Belongings.regions(
                                Thing.bag(1, 0.33, 0.6, 5, 28),
                                Thing.bag(2, 0.65, 0.86, 5, 27),
                                Thing.bag(3, 0.34, 0.95, 5, 27)));
    }
}
