package dev.vsa.engine;

import dev.vsa.spi.Discontinuity;

/**
 * Watches a camera at work: for drawing, recording and health displays. What an observer takes is taken from the camera, so it
 * should be quick. What it throws is logged and counted, and the camera goes on.
 */
public interface CameraObserver {

    /**
     * The camera is about to start. On the thread that starts it, before anything else.
     *
     * @param camera what is known of it
     */
    default void starting(CameraFacts camera) {}

    /**
     * A frame was analysed. On the camera's analysis thread.
     *
     * @param observation the frame and what was found
     */
    default void analysed(Observation observation) {}

    /**
     * The flow of scenes broke before the frame that is analysed next. On the camera's analysis thread.
     *
     * @param discontinuity what happened
     */
    default void discontinuity(Discontinuity discontinuity) {}

    /**
     * A frame came and could not be perceived. On the camera's analysis thread.
     *
     * @param mediaNanos its media time
     * @param wallNanos the moment it was seen, nanoseconds since 1970-01-01T00:00Z
     * @param reason why, for people
     */
    default void unperceived(long mediaNanos, long wallNanos, String reason) {}

    /**
     * The camera's status changed. On one of the camera's threads.
     *
     * @param cameraId the camera
     * @param status its new status
     */
    default void status(String cameraId, CameraStatus status) {}
}
