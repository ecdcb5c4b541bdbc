package dev.vsa.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * All that is needed to feed a model and to read its outputs. Immutable.
 *
 * @param name what it is called: lower-case letters, digits, dots and hyphens
 * @param family how its outputs are laid out
 * @param classes what it knows, in the order of its outputs, 1 to 1,280
 * @param input what it is fed with
 * @param head what its outputs are made of
 * @param thresholds which of its predictions are passed on
 * @param origin where its file comes from
 */
public record ModelDescription(
        String name,
        ModelFamily family,
        List<ModelClass> classes,
        ModelInput input,
        ModelHead head,
        ModelThresholds thresholds,
        ModelOrigin origin) {

    private static final int MOST_CLASSES = 1280;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    /**
     * Checks the whole.
     *
     * @throws IllegalArgumentException if the name has other letters, or there is no class or more than 1,280
     * @throws ModelException.ForbiddenLabels if a label names a face, an age, a gender, an emotion, a plate or an identity
     */
    public ModelDescription {
        classes = List.copyOf(classes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name '" + name + "': lower-case letters, digits, dots and hyphens only, as in my-model-1.2");
        }
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(classes.size() + " labels; a model has 1 to " + MOST_CLASSES);
        }
        ForbiddenLabels.check(name, classes.stream().map(ModelClass::label).toList());
    }

    /** What the model is for. */
    public ModelTask task() {
        return family.task();
    }

    /** Whether the digest of the file is known, so that it can be fetched without a further word. */
    public boolean verified() {
        return origin.sha256().isPresent();
    }
}
