package dev.vsa.detectors.zoneintrusion;

/** In which direction a tripwire must not be crossed; left and right as seen on the screen by whoever walks along the line. */
public enum Direction {
    /** In either. */
    ANY,
    /** From the left of the line to its right. */
    LEFT_TO_RIGHT,
    /** From the right of the line to its left. */
    RIGHT_TO_LEFT
}
