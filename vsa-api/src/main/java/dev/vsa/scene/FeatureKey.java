package dev.vsa.scene;

/**
 * The typed name of something that can be perceived in a frame beside objects: a motion grid, optical flow, a head count.
 * Two keys are equal when their names and types are.
 *
 * @param name a stable name; anything outside this library uses a namespace, as in {@code org.example:heat}
 * @param type the class of its values; values are immutable or lent with the scene
 * @param <T> the type of its values
 */
public record FeatureKey<T>(String name, Class<T> type) {

    /** The share of changed pixels in each cell of the picture, 0 to 1. */
    public static final FeatureKey<Grid> MOTION = new FeatureKey<>("motion", Grid.class);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public FeatureKey {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a feature needs a name");
        }
    }
}
