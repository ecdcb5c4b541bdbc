package dev.vsa.geometry;

/** How a path passes a tripwire; left and right are meant as seen on the screen, walking along the wire. */
public enum Crossing {
    /** It does not cross the wire. */
    NONE,
    /** From the wire's left to its right. */
    LEFT_TO_RIGHT,
    /** From the wire's right to its left. */
    RIGHT_TO_LEFT,
    /** In both directions: a wire with a bend was crossed several times by one straight path. */
    BOTH;

    /** Whether the wire was crossed from its left to its right, among other things perhaps. */
    public boolean leftToRight() {
        return this == LEFT_TO_RIGHT || this == BOTH;
    }

    /** Whether the wire was crossed from its right to its left, among other things perhaps. */
    public boolean rightToLeft() {
        return this == RIGHT_TO_LEFT || this == BOTH;
    }
}
