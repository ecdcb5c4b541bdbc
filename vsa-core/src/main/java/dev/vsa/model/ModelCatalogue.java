package dev.vsa.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The models that the library knows by name: those that ship inside it, and others with their official addresses. Immutable
 * and thread-safe.
 */
public final class ModelCatalogue {

    /** The name of the object model that ships inside the library. */
    public static final String BUILT_IN = "nanodet-g-int8-bgrx";

    /** The name of the model of body keypoints that ships inside the library. */
    public static final String BUILT_IN_POSE = "movenet-lightning-fp16w";

    private static final ModelCatalogue SHIPPED = load();

    private final List<ModelDescription> entries;

    private ModelCatalogue(List<ModelDescription> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The catalogue that ships with the library. */
    public static ModelCatalogue shipped() {
        return SHIPPED;
    }

    private static ModelCatalogue load() {
        try (InputStream in = ModelCatalogue.class.getResourceAsStream("catalogue.yaml")) {
            if (in == null) {
                throw new IllegalStateException("catalogue.yaml is missing from the library");
            }
            return new ModelCatalogue(DescriptionReader.readAll("catalogue.yaml", in));
        } catch (IOException e) {
            throw new IllegalStateException("catalogue.yaml cannot be read from the library", e);
        }
    }

    /**
     * Whether a model ships inside the library.
     *
     * @param name its name
     */
    public static boolean ships(String name) {
        return name.equals(BUILT_IN) || name.equals(BUILT_IN_POSE);
    }

    /** All models, the built-in ones first. */
    public List<ModelDescription> entries() {
        return entries;
    }

    /**
     * Looks a model up.
     *
     * @param name its name
     */
    public Optional<ModelDescription> find(String name) {
        return entries.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /**
     * Looks a model up that must be there.
     *
     * @param name its name
     * @throws ModelException.Absent if there is none of that name
     */
    public ModelDescription get(String name) {
        return find(name)
                .orElseThrow(() -> new ModelException.Absent("there is no model '" + name
                        + "' in the catalogue; it has " + names() + ". For a model of your own give the path to its"
                        + " description, which ends in .yaml"));
    }

    private String names() {
        return entries.stream().map(ModelDescription::name).collect(Collectors.joining(", "));
    }
}
