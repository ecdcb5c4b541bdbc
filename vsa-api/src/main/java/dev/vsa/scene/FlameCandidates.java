package dev.vsa.scene;

/**
 * Regions of the picture that may be flames: of a flame's colour (or, in a picture without colour, bright) and flickering. Most of
 * them are none: what a candidate is worth is for a detector to judge, by the measures in the table's columns.
 *
 * <p>A row is a candidate; its columns are the constants here. Not computed is told as −1.
 */
public final class FlameCandidates {

    /** The feature. */
    public static final FeatureKey<Table> KEY = new FeatureKey<>("flame-candidates", Table.class);

    /** Its number, the same from frame to frame; never used again in a run. */
    public static final int ID = 0;
    /** Left side of its box, normalised. */
    public static final int LEFT = 1;
    /** Upper side of its box, normalised. */
    public static final int TOP = 2;
    /** Right side of its box, normalised. */
    public static final int RIGHT = 3;
    /** Lower side of its box, normalised. */
    public static final int BOTTOM = 4;
    /** How long it has been there, seconds of media time. */
    public static final int AGE = 5;
    /** How often its samples swing up and down, Hz: the mean over the samples that flicker. At most half the frame rate. */
    public static final int RATE = 6;
    /** How far it swings: the mean change of brightness within {@value #LAG_SECONDS} s, as a share of white. */
    public static final int SWING = 7;
    /** The share of its box that flickers, 0 to 1. */
    public static final int FLICKER = 8;
    /**
     * How much of the change is one and the same everywhere in it, 0 to 1: near 1 for a lamp that blinks, for sun and clouds and a
     * camera's exposure; low for flames, whose parts brighten and darken each on its own.
     */
    public static final int UNISON = 9;
    /** The greatest likeness of its brightness to itself one period later, 0 to 1: near 1 for a beacon. −1 while too young. */
    public static final int PERIODICITY = 10;
    /** How much of its lit shape is another after {@value #LAG_SECONDS} s: changed area over lit area, 0 or more. */
    public static final int OUTLINE = 11;
    /** How fast it leaves its place, in its own sizes a second: as its middle does, or the side behind it where that is slower (growth). */
    public static final int DRIFT = 12;
    /** Its lit area now over that when it was first seen. */
    public static final int GROWTH = 13;
    /** The share of time for which the samples that flicker are lit, 0 to 1: low where lights pass. */
    public static final int LIT = 14;
    /** How clear its colour is, by the mean of its lit samples: 0 none, 1 that of an orange flame. */
    public static final int COLOUR = 15;
    /** The red light of its lit parts over the brightest that the picture shows, 0 to 1: 1 where they saturate the camera. */
    public static final int BRIGHTNESS = 16;
    /** 1 if the picture has no colour, so that colour says nothing; else 0. */
    public static final int GREY = 17;
    /** What a classifier of crops takes it for: the smoothed probability of flames, 0 to 1; −1 while it was not asked. */
    public static final int FLAME = 18;
    /** The smoothed probability of smoke, 0 to 1; −1 while it was not asked. */
    public static final int SMOKE = 19;
    /**
     * The share of its neighbouring pixels between which the brightness leaps, 0 to 1: high where text was burned into the picture.
     * −1 while it was not measured, and where it is higher than text.
     */
    public static final int STROKES = 20;
    /**
     * Of a blaze, which is light that burst out and saturates the camera: how often its area has turned from growing to shrinking or
     * back. 0 for all other candidates. Of a blaze {@link #RATE} is that of its area, {@link #LIT} the share of its area that was
     * white all the time, {@link #COLOUR} the share of its light that is round the white and has a flame's colour: 0 where {@link #GREY}
     * is 1.
     */
    public static final int SURGE = 21;
    /** How many columns there are. */
    public static final int COLUMNS = 22;

    /** Over which time changes are measured, seconds of media time; by a little more where frames come seldom. */
    public static final double LAG_SECONDS = 0.15;

    private FlameCandidates() {}
}
