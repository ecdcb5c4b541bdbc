package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.perception.inference.Output;
import java.util.List;

/** Reads a model's outputs where they lie. One implementation a family; each is bound to the outputs of one lane. */
interface Decoder {

    /**
     * Adds what the outputs hold now.
     *
     * @param found boxes in pixels of the input
     */
    void decode(Candidates found);

    /**
     * The reader of a model's outputs.
     *
     * @param model the model
     * @param outputs its outputs, in its order
     * @param input the size of its input
     * @throws ModelException if the outputs are not those of the family
     */
    static Decoder of(ModelDescription model, List<Output> outputs, InputSize input) {
        return switch (model.family()) {
            case NANODET, PICODET -> new DistributionDecoder(model, outputs, input);
            case YOLOX -> new YoloxDecoder(model, outputs, input);
            case FASTESTDET -> new FastestDetDecoder(model, outputs, input);
            case MOVENET_SINGLE, MOVENET_MULTI, CLASSIFIER, DENSITY_MAP ->
                throw new ModelException.UnknownFamily("model '" + model.name() + "' is for "
                        + model.task().toString().toLowerCase(java.util.Locale.ROOT)
                        + ", and what is wanted finds objects;"
                        + " take one of the family nanodet, picodet, yolox or fastestdet");
        };
    }

    /** The complaint that outputs are not those of the family. */
    static ModelException wrongShape(ModelDescription model, List<Output> outputs, InputSize input, String expected) {
        StringBuilder found = new StringBuilder();
        for (Output o : outputs) {
            found.append(found.isEmpty() ? "" : ", ")
                    .append(o.name())
                    .append(' ')
                    .append(o.shape());
        }
        return new ModelException.WrongShape("model '" + model.name() + "' gives " + found + " for an input of "
                + input.width() + "x" + input.height() + ", where the family "
                + model.family().word() + " with "
                + model.classes().size() + " classes, strides " + model.head().strides() + " and "
                + model.head().bins() + " bins gives " + expected
                + "; correct family, labels, strides or bins in its description");
    }
}
