package dev.vsa.geometry;

/** Which part of an object's box decides where the object is. */
public enum Anchor {
    /** The middle of the lower side: where a person or a vehicle touches the ground. */
    FOOT,
    /** The middle of the box. */
    CENTRE,
    /** Any part: the object counts as soon as its box touches the zone. */
    ANY,
    /** All of it: the object counts only while its whole box lies in the zone. */
    ALL,
    /** By class: the foot for persons, the centre for everything else. */
    BY_CLASS
}
