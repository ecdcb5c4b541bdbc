package dev.vsa.perception.tracking;

import dev.vsa.scene.Role;

/** The steps in which targets and detections find each other: the safest pairs first, so that no guess takes what is sure. */
enum Stage {
    /** Tracks and sure detections of the same role. */
    SURE,
    /** Tracks left over and doubtful detections, which start nothing by themselves. */
    DOUBTFUL,
    /** Targets not yet confirmed and sure detections. */
    NEW,
    /** Whatever is left of both, close by: at low frame rates a runner is not where the box before can overlap it. */
    NEAR,
    /** Tracks and sure detections in the same place under another name: the model has changed its mind. */
    RENAMED,
    /** Tracks and moving regions. */
    REGION,
    /** Targets not yet confirmed that only ever moved, and moving regions. */
    NEW_REGION;

    /** Whether the stage compares such a target with such a detection at all. */
    boolean admits(Target target, Role role, double confidence) {
        boolean region = role == Role.MOVING;
        boolean unnamed = target.unnamed();
        boolean sameName = unnamed || target.votes.role() == role;
        boolean sure = confidence >= Tuning.BIRTH;
        boolean usable = confidence >= Tuning.CONTINUATION;
        return switch (this) {
            case SURE -> !region && target.confirmed() && sure && sameName;
            case DOUBTFUL -> !region && target.confirmed() && usable && sameName;
            case NEW -> !region && !target.confirmed() && sure && sameName;
            case NEAR -> !region && sure && sameName;
            case RENAMED -> !region && sure && mistakable(role) && mistakable(target.votes.role());
            case REGION -> region && target.confirmed() && usable;
            case NEW_REGION -> region && !target.confirmed() && usable && unnamed;
        };
    }

    /** Whether boxes are widened by what is not known of the target's place before they are compared. */
    boolean widens(Target target) {
        return this == NEAR || this == NEW_REGION || (this == REGION && target.unnamed());
    }

    /** The least likeness of a pair. */
    double least(Target target) {
        return switch (this) {
            case SURE -> Tuning.LEAST_SURE;
            case DOUBTFUL -> Tuning.LEAST_DOUBTFUL;
            case NEW -> Tuning.LEAST_NEW;
            case NEAR -> Tuning.LEAST_NEAR;
            case RENAMED -> Tuning.LEAST_RENAMED;
            case REGION -> target.unnamed() ? Tuning.LEAST_REGION : Tuning.LEAST_SUPPORT;
            case NEW_REGION -> Tuning.LEAST_REGION;
        };
    }

    private static boolean mistakable(Role role) {
        return switch (role) {
            case PERSON, VEHICLE, ANIMAL, BAG, OTHER -> true;
            case WEAPON, FIRE, SMOKE, MOVING -> false;
        };
    }
}
