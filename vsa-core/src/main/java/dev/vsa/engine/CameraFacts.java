package dev.vsa.engine;

import dev.vsa.spi.Needs;

/**
 * What is known of a camera before its first frame.
 *
 * @param cameraId the camera
 * @param model the object model, "" if none
 * @param configuration digest of the configuration, "" if it was made in code
 * @param library the library's version
 * @param needs what its rules need, taken together, and {@link dev.vsa.scene.CameraView} if it has any: what its scenes hold
 */
public record CameraFacts(String cameraId, String model, String configuration, String library, Needs needs) {}
