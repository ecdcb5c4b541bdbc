package dev.vsa.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the outputs of a model are laid out. In a description it is written in lower case with hyphens: {@code movenet-single}. */
public enum ModelFamily {
    /**
     * Scores for each cell and class, and for each side of the box a distribution over distances (Li et al., "Generalized Focal
     * Loss", NeurIPS 2020), as NanoDet has them: in one output or in two, for all strides or for each.
     */
    NANODET(ModelTask.OBJECTS),
    /** The same reading, as PP-PicoDet has it: for each stride an output of scores, then for each an output of distances. */
    PICODET(ModelTask.OBJECTS),
    /** One row a cell: centre, size, objectness, classes (Ge et al., "YOLOX", 2021). */
    YOLOX(ModelTask.OBJECTS),
    /** One plane a quantity over a single grid: objectness, offset, size, classes. */
    FASTESTDET(ModelTask.OBJECTS),
    /** Key points of the one person in a crop. */
    MOVENET_SINGLE(ModelTask.POSE),
    /** Boxes and key points of up to six persons. */
    MOVENET_MULTI(ModelTask.POSE),
    /** One probability for each class. */
    CLASSIFIER(ModelTask.CLASSIFICATION),
    /** A density for each cell. */
    DENSITY_MAP(ModelTask.DENSITY);

    private final ModelTask task;

    ModelFamily(ModelTask task) {
        this.task = task;
    }

    /** What models of this family are for. */
    public ModelTask task() {
        return task;
    }

    /** The name as descriptions write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ModelFamily of(String model, String word) {
        return Arrays.stream(values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ModelException.UnknownFamily("model '" + model + "': there is no family '" + word
                        + "'; write one of "
                        + Arrays.stream(values()).map(ModelFamily::word).collect(Collectors.joining(", "))));
    }
}
