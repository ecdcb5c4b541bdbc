package dev.vsa.record;

import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Role;
import dev.vsa.spi.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a scene log says of itself.
 *
 * @param cameraId the camera
 * @param aspect width over height of the picture, more than 0
 * @param library the version of the library that perceived
 * @param model the object model, "" if none
 * @param configuration digest of the configuration, "" if it was made in code
 * @param roles roles of objects that were followed
 * @param features names of the features that are stored
 */
public record SceneLogHeader(
        String cameraId,
        double aspect,
        String library,
        String model,
        String configuration,
        Set<Role> roles,
        Set<String> features) {

    /** Characters in one of the texts; nothing sensible is longer. */
    private static final int LONGEST = 1000;

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if the aspect is out of range, or a text is longer than 1000 characters
     */
    public SceneLogHeader {
        roles = Set.copyOf(roles);
        features = Set.copyOf(features);
        if (!(aspect > 0) || !Double.isFinite(aspect)) {
            throw new IllegalArgumentException("aspect " + aspect);
        }
        List<String> texts = new ArrayList<>(List.of(cameraId, library, model, configuration));
        texts.addAll(features);
        if (texts.stream().anyMatch(text -> text.length() > LONGEST) || features.size() > LONGEST) {
            throw new IllegalArgumentException("a text of the header is too long, or there are too many features");
        }
    }

    /**
     * The names of those features whose values a log can hold: grids, tables, numbers, truth values and texts.
     *
     * @param features features, such as those that the rules of a camera need
     */
    public static Set<String> storable(Set<FeatureKey<?>> features) {
        return features.stream()
                .filter(key -> FeatureKind.of(key.type()) != FeatureKind.LEFT_OUT)
                .map(FeatureKey::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What rules need and this log does not hold: such rules cannot be judged by it.
     *
     * @param needs what they need, taken together
     * @return the roles and features that are missing, in words for people; empty if nothing is
     */
    public List<String> missing(Needs needs) {
        Set<String> names = new TreeSet<>();
        needs.tracks().stream().filter(role -> !roles.contains(role)).forEach(role -> names.add("role " + role));
        needs.features().stream()
                .filter(key -> !features.contains(key.name()))
                .forEach(key -> names.add("feature " + key.name()));
        return List.copyOf(names);
    }
}
