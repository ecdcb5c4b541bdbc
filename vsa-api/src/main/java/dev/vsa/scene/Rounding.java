package dev.vsa.scene;

/**
 * The steps to which perception rounds what it puts into a scene, before anything judges it. They are powers of two, so that a
 * rounded figure is exact and a recording of it costs a few bits; and they are far finer than any camera or model can tell.
 * Scenes need not be rounded: one that is not is recorded just as exactly, in more bytes.
 */
public final class Rounding {

    /** Steps in the width or height of the picture: one is a ninth of a pixel of a picture 3840 pixels wide. */
    public static final int POSITION_STEPS = 1 << 15;
    /** Steps in a speed of one picture width or height a second. */
    public static final int SPEED_STEPS = 1 << 12;
    /** Steps from no confidence to full confidence. */
    public static final int CONFIDENCE_STEPS = 1 << 10;

    private Rounding() {}

    /**
     * Rounds a side of a box.
     *
     * @param position normalised, finite
     */
    public static double position(double position) {
        return round(position, POSITION_STEPS);
    }

    /**
     * Rounds a speed.
     *
     * @param speed picture widths or heights a second, finite
     */
    public static double speed(double speed) {
        return round(speed, SPEED_STEPS);
    }

    /**
     * Rounds a confidence.
     *
     * @param confidence 0 to 1
     */
    public static double confidence(double confidence) {
        return round(confidence, CONFIDENCE_STEPS);
    }

    /** Never to −0, which an angle would tell from 0. */
    private static double round(double value, int steps) {
        return Math.rint(value * steps) / steps + 0.0;
    }
}
