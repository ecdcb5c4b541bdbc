package dev.vsa.detectors.zoneintrusion;

import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;

class ZoneCrossingContractTest extends EventDetectorContract<ZoneIntrusionParameters> {

    @Override
    protected EventDetectorProvider<ZoneIntrusionParameters> provider() {
        return new ZoneIntrusionProvider();
    }

    @Override
    protected ZoneIntrusionParameters parameters() {
        return Parameters.of(ZoneIntrusionParameters.class)
                .with("zone", Zone.of("lane", 0.3, 0.3, 0.7, 0.3, 0.7, 0.7, 0.3, 0.7))
                .with("mode", Mode.CROSSING)
                .with("anchor", Anchor.CENTRE)
                .build();
    }

    /** A car from above that no model names, and a person who is in the zone from the beginning and is not signalled. */
    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(12)
                .with(
                        Actor.moving(1).at(1, 0.1, 0.55).at(7, 0.9, 0.6).jitter(0.01),
                        Actor.person(2).at(0, 0.4, 0.65).at(10, 0.4, 0.95));
    }
}
