package dev.vsa.event;

/**
 * What produced an alert, so that it can be reproduced.
 *
 * @param detector the detector's id
 * @param detectorVersion the detector's version
 * @param model the object model's name and the start of its digest, "" where no model was used
 * @param configuration digest of the camera's configuration
 * @param library the library's version
 */
public record Provenance(String detector, String detectorVersion, String model, String configuration, String library) {}
