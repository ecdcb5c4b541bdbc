package dev.vsa.scene;

/**
 * What part an object plays for the library. A model's classes are mapped to roles when it is loaded, so that detectors do not
 * depend on the words of one model. No role names an identity or a trait of a person, and none may.
 */
public enum Role {
    /** A human being, whatever the posture. */
    PERSON,
    /** A car, bus, truck, motorcycle, bicycle, train or boat. */
    VEHICLE,
    /** A thing that is carried and can be left behind: a bag, a suitcase, a parcel. */
    BAG,
    /** A firearm, a knife or another weapon. */
    WEAPON,
    /** Flames. */
    FIRE,
    /** Smoke. */
    SMOKE,
    /** An animal. */
    ANIMAL,
    /** Something that moves and that no model has named: a vehicle from straight above, for instance. */
    MOVING,
    /** Anything else that a model names. */
    OTHER
}
