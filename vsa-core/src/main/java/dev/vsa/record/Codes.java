package dev.vsa.record;

import dev.vsa.scene.Role;
import dev.vsa.scene.Sighting;
import dev.vsa.spi.Discontinuity;

/** The numbers by which format 1 calls constants: written out, since the order of the constants is nobody's promise. */
final class Codes {

    private static final Role[] ROLES = {
        Role.PERSON, Role.VEHICLE, Role.BAG, Role.WEAPON, Role.FIRE, Role.SMOKE, Role.ANIMAL, Role.MOVING, Role.OTHER
    };
    private static final Sighting[] SIGHTINGS = {Sighting.MATCHED, Sighting.COASTED, Sighting.HELD};
    private static final Discontinuity.Kind[] KINDS = {
        Discontinuity.Kind.GAP,
        Discontinuity.Kind.CLOCK_JUMP,
        Discontinuity.Kind.RESTART,
        Discontinuity.Kind.PICTURE_CHANGED,
        Discontinuity.Kind.CAMERA_MOVED
    };

    private Codes() {}

    static int of(Role role) {
        return switch (role) {
            case PERSON -> 0;
            case VEHICLE -> 1;
            case BAG -> 2;
            case WEAPON -> 3;
            case FIRE -> 4;
            case SMOKE -> 5;
            case ANIMAL -> 6;
            case MOVING -> 7;
            case OTHER -> 8;
        };
    }

    static Role role(int code) {
        return at(ROLES, code, "role");
    }

    static int of(Sighting sighting) {
        return switch (sighting) {
            case MATCHED -> 0;
            case COASTED -> 1;
            case HELD -> 2;
        };
    }

    static Sighting sighting(int code) {
        return at(SIGHTINGS, code, "sighting");
    }

    static int of(Discontinuity.Kind kind) {
        return switch (kind) {
            case GAP -> 0;
            case CLOCK_JUMP -> 1;
            case RESTART -> 2;
            case PICTURE_CHANGED -> 3;
            case CAMERA_MOVED -> 4;
        };
    }

    static Discontinuity.Kind kind(int code) {
        return at(KINDS, code, "discontinuity");
    }

    static <T> T at(T[] list, long index, String what) {
        if (index < 0 || index >= list.length) {
            throw new IllegalArgumentException(what + " " + index + " of " + list.length);
        }
        return list[(int) index];
    }
}
