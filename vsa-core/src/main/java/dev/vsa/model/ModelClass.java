package dev.vsa.model;

import dev.vsa.scene.Role;

/**
 * One class that a model knows.
 *
 * @param label the model's word for it
 * @param role the part that such an object plays for the library
 */
public record ModelClass(String label, Role role) {

    /**
     * A class in the part that its word usually plays: see {@link #usualRole}.
     *
     * @param label the model's word for it
     */
    public static ModelClass of(String label) {
        return new ModelClass(label, usualRole(label));
    }

    /**
     * The part that a common word of the COCO and Open Images vocabularies plays; {@link Role#OTHER} for any other word. So
     * an airplane, a kite, a surfboard and a skateboard are OTHER, which is where models put road markings.
     *
     * @param label the word; case and the marks between words do not matter
     */
    public static Role usualRole(String label) {
        return switch (String.join(" ", ForbiddenLabels.words(label))) {
            case "person", "pedestrian", "rider" -> Role.PERSON;
            case "bicycle", "car", "motorcycle", "motorbike", "bus", "train", "truck", "boat", "van", "vehicle" ->
                Role.VEHICLE;
            case "backpack", "handbag", "suitcase", "bag", "luggage", "parcel" -> Role.BAG;
            case "knife", "gun", "handgun", "pistol", "rifle", "shotgun", "weapon", "firearm" -> Role.WEAPON;
            case "fire", "flame" -> Role.FIRE;
            case "smoke" -> Role.SMOKE;
            case "bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "animal" ->
                Role.ANIMAL;
            default -> Role.OTHER;
        };
    }
}
