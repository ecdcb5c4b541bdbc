package dev.vsa.detectors.weapon;

import dev.vsa.scene.Role;
import dev.vsa.testkit.Actor;

/** Simulated persons and what they hold. */
final class Plays {

    private Plays() {}

    /** Somebody 0.3 picture heights tall whose feet go from 0.3 to 0.7 and back at a depth. */
    static Actor walker(long id, double y) {
        return Actor.person(id).sized(0.12, 0.3).at(2, 0.3, y).at(7, 0.65, y).at(12, 0.3, y);
    }

    /** A knife in that person's hand. */
    static Actor knife(long id, double y) {
        return thing(id, y, Role.WEAPON, "knife");
    }

    static Actor thing(long id, double y, Role role, String label) {
        return Actor.of(id, role, label)
                .sized(0.02, 0.05)
                .at(3, 0.39, y - 0.12)
                .at(7, 0.67, y - 0.12)
                .at(11, 0.39, y - 0.12);
    }
}
