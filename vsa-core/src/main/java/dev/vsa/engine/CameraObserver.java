package dev.vsa.engine;

/**
 * Watches a camera at work: for drawing, recording and health displays. What an observer takes is taken from the camera, so it
 * should be quick; what it throws is logged and counted, and the camera goes on.
 */
public interface CameraObserver {

    /**
     * A frame was analysed. On the camera's analysis thread.
     *
     * @param observation the frame and what was found
     */
    default void analysed(Observation observation) {}

    /**
     * The camera's status changed. On one of the camera's threads.
     *
     * @param cameraId the camera
     * @param status its new status
     */
    default void status(String cameraId, CameraStatus status) {}
}
