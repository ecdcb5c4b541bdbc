package dev.vsa.event;

/** Why an alert ended. Every alert ends by one of these. */
public enum EndCause {
    /** The condition no longer holds: the person has left the zone, the object was taken away. */
    RULE,
    /** Its subject was lost: no detector spoke of it any more. */
    LOSS,
    /** The camera could no longer judge: covered, moved, interrupted. */
    BLINDNESS,
    /** The camera or the detector was stopped. */
    STOPPED
}
