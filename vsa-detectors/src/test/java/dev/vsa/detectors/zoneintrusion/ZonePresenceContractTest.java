package dev.vsa.detectors.zoneintrusion;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;

class ZonePresenceContractTest extends EventDetectorContract<ZoneIntrusionParameters> {

    @Override
    protected EventDetectorProvider<ZoneIntrusionParameters> provider() {
        return new ZoneIntrusionProvider();
    }

    @Override
    protected ZoneIntrusionParameters parameters() {
        return ZoneIntrusionParameters.in(Zone.of("yard", 0.4, 0.5, 0.8, 0.45, 0.75, 0.85, 0.35, 0.8));
    }

    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(16)
                .with(
                        Actor.person(1)
                                .at(0.5, 0.15, 0.7)
                                .at(6, 0.6, 0.7)
                                .stays(8)
                                .at(14, 0.15, 0.65)
                                .jitter(0.01),
                        Actor.person(2).at(2, 0.2, 0.3).at(12, 0.8, 0.35).missed(0.2),
                        Actor.vehicle(3)
                                .at(3, 0.9, 0.6)
                                .at(6, 0.6, 0.65)
                                .at(9, 0.95, 0.75)
                                .jitter(0.01)
                                .missed(0.1));
    }
}
