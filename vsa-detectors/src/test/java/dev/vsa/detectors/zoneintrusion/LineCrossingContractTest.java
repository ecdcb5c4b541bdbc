package dev.vsa.detectors.zoneintrusion;

import dev.vsa.geometry.Line;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;

class LineCrossingContractTest extends EventDetectorContract<ZoneIntrusionParameters> {

    @Override
    protected EventDetectorProvider<ZoneIntrusionParameters> provider() {
        return new ZoneIntrusionProvider();
    }

    @Override
    protected ZoneIntrusionParameters parameters() {
        return Parameters.of(ZoneIntrusionParameters.class)
                .with("line", Line.of("gate", 0.5, 0.4, 0.52, 0.7, 0.45, 0.9))
                .with("direction", Direction.RIGHT_TO_LEFT)
                .build();
    }

    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(14)
                .with(
                        Actor.person(1)
                                .at(0.5, 0.2, 0.7)
                                .at(6, 0.75, 0.6)
                                .at(12, 0.2, 0.8)
                                .jitter(0.01),
                        Actor.person(2).at(2, 0.8, 0.75).at(12, 0.2, 0.65).missed(0.2));
    }
}
