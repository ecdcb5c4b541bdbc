package dev.vsa.detectors.crowdmovement;

/** The movements of a crowd that can be looked for. */
public enum Movement {
    /** Many begin to run at once, in directions that lead apart: an escape from something. */
    DISPERSAL,
    /** Many begin to run at once, in about one direction: a rush towards or away from something. */
    SURGE,
    /** Many keep running, whether or not anybody saw them begin. */
    RUNNING,
    /** Many who were under way stop at once. */
    STOP,
    /** Many go against the direction of many others, in the same place. */
    COUNTER_FLOW
}
