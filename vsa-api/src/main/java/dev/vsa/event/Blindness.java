package dev.vsa.event;

/**
 * A stretch in which a detector could not judge. Silence is not safety: it is told once when it begins and once when it ends.
 *
 * @param cameraId the camera
 * @param rule the name of the configured detector
 * @param place the zone or line, or {@link dev.vsa.geometry.Zone#FRAME}
 * @param reason why, for people
 * @param fromNanos media time of its beginning
 * @param toNanos media time of its end, or of this report while it lasts
 * @param over whether the detector judges again
 */
public record Blindness(
        String cameraId, String rule, String place, String reason, long fromNanos, long toNanos, boolean over) {}
