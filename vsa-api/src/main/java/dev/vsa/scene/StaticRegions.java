package dev.vsa.scene;

/**
 * The feature that lists what stands still in the picture and does not belong to the place: regions that differ from the
 * background and have looked the same for some seconds. Persons who stand still are among them; what a region is, is for a
 * detector to judge. A {@link Table} with one row a region and the columns below.
 *
 * <p>There is no value while nothing can be said: in the first scene, and while the light of the whole picture changes or the
 * camera moves.
 */
public final class StaticRegions {

    /** The feature's key. */
    public static final FeatureKey<Table> KEY = new FeatureKey<>("static-regions", Table.class);

    /** The region's number: a whole number from 1 on, the same as long as the region exists, never used again in a run. */
    public static final int ID = 0;

    /** The box's left side, normalised. */
    public static final int LEFT = 1;

    /** The box's upper side, normalised. */
    public static final int TOP = 2;

    /** The box's right side, normalised. */
    public static final int RIGHT = 3;

    /** The box's lower side, normalised. */
    public static final int BOTTOM = 4;

    /** The media time in seconds since when it has stood still. */
    public static final int SINCE = 5;

    /** The share of the box that the region fills, 0 to 1. */
    public static final int FILL = 6;

    /**
     * Whether the region's outline is an edge of the picture or of the background, 1 to −1: 1 where something stands before a
     * plain background, −1 where something that belonged to the background was taken away ("ghost").
     */
    public static final int OUTLINE = 7;

    /** The mean difference from the background, 0 to 1 of the brightness range. */
    public static final int CONTRAST = 8;

    /** The share of the region that is seen in this picture as it stood there before, 0 to 1; less while somebody walks past. */
    public static final int VISIBLE = 9;

    /** How many columns there are. */
    public static final int COLUMNS = 10;

    private StaticRegions() {}
}
