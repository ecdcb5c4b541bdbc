package dev.vsa.event;

/**
 * A candidate that came near a rule without meeting it: what tells how a threshold would have to be set to catch it.
 *
 * @param cameraId the camera
 * @param rule the name of the configured detector
 * @param place the zone or line
 * @param key the occurrence it would have been
 * @param peakMargin the highest margin that it reached, below 1
 * @param peakNanos media time of that margin
 */
public record NearMiss(String cameraId, String rule, String place, long key, double peakMargin, long peakNanos) {}
