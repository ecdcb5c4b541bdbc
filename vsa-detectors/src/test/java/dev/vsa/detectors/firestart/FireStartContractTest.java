package dev.vsa.detectors.firestart;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;
import java.util.Map;

class FireStartContractTest extends EventDetectorContract<FireStartParameters> {

    @Override
    protected EventDetectorProvider<FireStartParameters> provider() {
        return new FireStartProvider();
    }

    @Override
    protected FireStartParameters parameters() {
        return FireStartParameters.in(Zone.of("yard", 0.4, 0.4, 0.8, 0.4, 0.8, 0.85, 0.4, 0.85));
    }

    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(20)
                .with(Actor.person(1).at(0.5, 0.3, 0.7).at(19, 0.7, 0.7))
                .feature(
                        FlameCandidates.KEY,
                        (second, view) -> second < 2 || second >= 10
                                ? Burning.nothing()
                                : Burning.table(view, second - 2, Map.of()));
    }
}
