package dev.vsa.detectors.weapon;

import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;

class WeaponContractTest extends EventDetectorContract<WeaponParameters> {

    @Override
    protected EventDetectorProvider<WeaponParameters> provider() {
        return new WeaponProvider();
    }

    @Override
    protected WeaponParameters parameters() {
        return Parameters.of(WeaponParameters.class)
                .with("zone", Zone.of("hall", 0.1, 0.05, 0.9, 0.05, 0.9, 0.95, 0.1, 0.95))
                .build();
    }

    /** One walks about with a knife; another has a telephone, a third is far from a knife that lies about. */
    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(16)
                .with(Plays.walker(1, 0.4), Plays.knife(2, 0.4), Plays.walker(4, 0.75))
                .picture(1.6, 720);
    }
}
