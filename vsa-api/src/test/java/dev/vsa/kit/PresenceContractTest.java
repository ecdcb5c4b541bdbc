package dev.vsa.kit;

import dev.vsa.kit.Presence.Fault;

/** A detector without faults passes the contract. */
class PresenceContractTest extends PresenceContract {

    PresenceContractTest() {
        super(Fault.NONE);
    }
}
