package dev.vsa.kit;

import dev.vsa.geometry.Zone;
import dev.vsa.kit.Presence.Fault;
import dev.vsa.kit.Presence.Settings;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.EventDetectorContract;
import dev.vsa.testkit.Scenario;

/** The contract, applied to a detector with a fault of choice. Not run by itself. */
class PresenceContract extends EventDetectorContract<Settings> {

    private final Fault fault;

    PresenceContract(Fault fault) {
        this.fault = fault;
    }

    @Override
    protected EventDetectorProvider<Settings> provider() {
        return fault == Fault.IS_NOT_REGISTERED ? new Unregistered() : new Presence.Provider(fault);
    }

    @Override
    protected Settings parameters() {
        return new Settings(Zone.of("zone", 0.3, 0.3, 0.7, 0.3, 0.7, 0.8, 0.3, 0.8), 2);
    }

    @Override
    protected Scenario mustSignal() {
        return Scenario.lasting(14)
                .with(
                        Actor.person(1)
                                .at(1, 0.1, 0.6)
                                .at(5, 0.5, 0.6)
                                .at(9, 0.9, 0.6)
                                .missed(0.1),
                        Actor.person(2).at(3, 0.5, 0.1).at(11, 0.5, 0.95));
    }
}
