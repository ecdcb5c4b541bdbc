package dev.vsa.spi;

import dev.vsa.scene.FeatureKey;

/**
 * Describes a feature that can be perceived in a frame and makes extractors for it; found by {@link
 * java.util.ServiceLoader}. Stateless; safe for any number of threads.
 *
 * @param <T> the type of the feature's values
 */
public interface FeatureProvider<T> {

    /** What it computes. */
    FeatureKey<T> key();

    /**
     * Makes an extractor for one camera.
     *
     * @return an extractor; the camera closes it
     */
    FeatureExtractor<T> create();
}
