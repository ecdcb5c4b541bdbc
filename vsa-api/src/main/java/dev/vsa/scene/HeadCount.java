package dev.vsa.scene;

/**
 * The feature that says how many persons there are and where: a {@link Grid} over the whole picture whose cells hold the expected number
 * of persons who stand in them (the middle of the lower side of the box); their sum is the number of persons in the picture. Cells hold fractions, for who is
 * seen uncertainly, or stands for others who are hidden, counts accordingly.
 *
 * <p>It is counted about once a second and stays the same in between. The built-in count starts from the persons in the scene, so who needs it
 * names persons among the tracks as well. A model of crowds that gives a density map can take the
 * built-in count's place: a provider of this key.
 */
public final class HeadCount {

    /** The feature's key. */
    public static final FeatureKey<Grid> KEY = new FeatureKey<>("head-count", Grid.class);

    private HeadCount() {}
}
