package dev.vsa.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which classes the camera's object model knows: a feature, the same text in every scene, so that a detector can say that it cannot
 * judge what the model has no word for, from a recording too. Classes of role {@link Role#OTHER} are left out.
 */
public final class ObjectClasses {

    /** The feature: {@code role:label} pairs, lower case, joined by commas; empty if there is no model. */
    public static final FeatureKey<String> KEY = new FeatureKey<>("object-classes", String.class);

    private ObjectClasses() {}

    /**
     * A pair of the feature's text.
     *
     * @param role the part that a class plays
     * @param label the model's word for it; commas in it become spaces
     */
    public static String pair(Role role, String label) {
        return (role.name() + ":" + label.replace(',', ' ')).toLowerCase(Locale.ROOT);
    }

    /**
     * The labels of a role.
     *
     * @param classes the feature's value
     * @param role the role
     * @return the model's words, lower case, in the model's order
     */
    public static List<String> labels(String classes, Role role) {
        String head = pair(role, "");
        List<String> labels = new ArrayList<>();
        for (String pair : classes.split(",", -1)) {
            if (pair.startsWith(head)) {
                labels.add(pair.substring(head.length()));
            }
        }
        return labels;
    }
}
