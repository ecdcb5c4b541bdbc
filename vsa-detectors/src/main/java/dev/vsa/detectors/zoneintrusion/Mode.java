package dev.vsa.detectors.zoneintrusion;

/** What about a zone is forbidden. */
public enum Mode {
    /** To be in it: signalled once somebody has been in it for the dwell time, or went right through it in less. */
    PRESENCE,
    /** To come into it from outside: signalled at once. Whoever was in it from the beginning is not signalled. */
    CROSSING
}
