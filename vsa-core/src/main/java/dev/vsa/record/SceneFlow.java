package dev.vsa.record;

import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;

/**
 * Takes what a camera's perception gives, in the order of media time: everything that a judgement depends on. One thread
 * calls it.
 */
public interface SceneFlow {

    /**
     * Takes a scene.
     *
     * @param scene the scene, later than the one before; may be lent, and is then valid during the call only
     */
    void observe(Scene scene);

    /**
     * Takes a break in the flow of scenes.
     *
     * @param discontinuity what happened
     */
    void discontinuity(Discontinuity discontinuity);

    /**
     * Takes note of a frame that came and could not be perceived.
     *
     * @param mediaNanos its media time
     * @param wallNanos the moment it was seen, nanoseconds since 1970-01-01T00:00Z
     * @param reason why, for people
     */
    void cannotJudge(long mediaNanos, long wallNanos, String reason);
}
