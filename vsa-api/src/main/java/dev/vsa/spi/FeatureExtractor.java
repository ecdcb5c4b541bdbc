package dev.vsa.spi;

import dev.vsa.frame.Frame;
import dev.vsa.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Computes one feature of one camera's frames. One thread calls it; the frame is valid during the call only.
 *
 * @param <T> the type of the feature's values
 */
public interface FeatureExtractor<T> extends AutoCloseable {

    /**
     * Computes the feature. The value is valid until the next call.
     *
     * @param frame the frame; do not close it
     * @param scene what was perceived in it so far: its times and its tracks, and features that were computed before; lent
     * @return the value, or null where there is none for this frame (the first one, for instance)
     */
    @Nullable T extract(Frame frame, Scene scene);

    /** Forgets what was learnt of earlier frames: the flow of frames was broken. */
    void reset();

    /** Gives back what it holds. Idempotent. */
    @Override
    default void close() {}
}
