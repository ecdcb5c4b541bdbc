package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.perception.inference.Output;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Reads FastestDet (its author's reference code): planes over one grid, objectness, offset before tanh, size before the logistic
 * function, probability of each class. Confidence is objectness to the 0.6 times class to the 0.4.
 */
final class FastestDetDecoder implements Decoder {

    private static final int BEFORE_CLASSES = 5;
    private static final double OF_OBJECTNESS = 0.6;
    private static final double OF_CLASS = 0.4;

    private final int classes;
    private final float least;
    private final float leastObjectness;
    private final FloatBuffer data;
    private final int columns;
    private final int rows;
    private final int width;
    private final int height;

    FastestDetDecoder(ModelDescription model, List<Output> outputs, InputSize input) {
        this.classes = model.classes().size();
        this.least = (float) model.thresholds().score();
        // The class's share is at most 1, so below this no class can lift a cell over the threshold.
        this.leastObjectness = (float) Math.pow(least, 1 / OF_OBJECTNESS);
        this.width = input.width();
        this.height = input.height();
        List<Long> shape = outputs.size() == 1 ? outputs.get(0).shape() : List.of();
        if (shape.size() != 4 || shape.get(1) != BEFORE_CLASSES + classes) {
            throw Decoder.wrongShape(
                    model, outputs, input, "one output [1, " + (BEFORE_CLASSES + classes) + ", rows, columns]");
        }
        this.rows = Math.toIntExact(shape.get(2));
        this.columns = Math.toIntExact(shape.get(3));
        this.data = outputs.get(0).floats();
    }

    @Override
    public void decode(Candidates found) {
        for (int cell = 0; cell < rows * columns; cell++) {
            float objectness = data.get(cell);
            if (objectness >= leastObjectness) {
                readCell(found, cell, Math.pow(objectness, OF_OBJECTNESS));
            }
        }
    }

    private void readCell(Candidates found, int cell, double share) {
        int plane = rows * columns;
        int row = cell / columns;
        for (int c = 0; c < classes; c++) {
            float score = (float) (share * Math.pow(data.get((BEFORE_CLASSES + c) * plane + cell), OF_CLASS));
            if (score >= least) {
                double x = (Math.tanh(data.get(plane + cell)) + cell % columns) / columns * width;
                double y = (Math.tanh(data.get(2 * plane + cell)) + row) / rows * height;
                double halfWidth = logistic(data.get(3 * plane + cell)) * width / 2;
                double halfHeight = logistic(data.get(4 * plane + cell)) * height / 2;
                found.add(
                        (float) (x - halfWidth),
                        (float) (y - halfHeight),
                        (float) (x + halfWidth),
                        (float) (y + halfHeight),
                        score,
                        c);
            }
        }
    }

    private static double logistic(double v) {
        return 1 / (1 + Math.exp(-v));
    }
}
