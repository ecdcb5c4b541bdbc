package dev.vsa.spi;

import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Role;
import java.util.Set;

/**
 * What a detector must be given, and from which quality on it can judge. A camera computes the union of what its detectors
 * need, once a frame, and nothing else.
 *
 * @param tracks roles of objects to be followed; empty if it needs none, in which case no model runs for it
 * @param features features to be computed
 * @param minFps analysed frames a second below which it cannot judge
 * @param minObjectPixels rows in the picture that an object must span to be judged; 0 if size does not matter
 */
public record Needs(Set<Role> tracks, Set<FeatureKey<?>> features, double minFps, int minObjectPixels) {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if a figure is negative
     */
    public Needs {
        tracks = Set.copyOf(tracks);
        features = Set.copyOf(features);
        if (!(minFps >= 0) || minObjectPixels < 0) {
            throw new IllegalArgumentException("minFps " + minFps + ", minObjectPixels " + minObjectPixels);
        }
    }

    /**
     * Needs of a detector that judges by tracks alone.
     *
     * @param roles roles of objects to be followed
     * @param minFps analysed frames a second below which it cannot judge
     * @param minObjectPixels rows that an object must span
     */
    public static Needs tracks(Set<Role> roles, double minFps, int minObjectPixels) {
        return new Needs(roles, Set.of(), minFps, minObjectPixels);
    }
}
