package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.perception.inference.Output;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Reads YOLOX (Ge et al., 2021) as exported without its own decoding: for each cell centre, size as logarithm, objectness and a
 * probability of each class. Objectness is looked at first: hardly any cell gets further.
 */
final class YoloxDecoder implements Decoder {

    private static final int BEFORE_CLASSES = 5;

    private final int classes;
    private final float least;
    private final FloatBuffer data;
    private final int[] strides;
    private final int[] columns;
    private final int[] cells;

    YoloxDecoder(ModelDescription model, List<Output> outputs, InputSize input) {
        this.classes = model.classes().size();
        this.least = (float) model.thresholds().score();
        int n = model.head().strides().size();
        this.strides = new int[n];
        this.columns = new int[n];
        this.cells = new int[n];
        int all = 0;
        for (int g = 0; g < n; g++) {
            strides[g] = model.head().strides().get(g);
            columns[g] = input.width() / strides[g];
            cells[g] = columns[g] * (input.height() / strides[g]);
            all += cells[g];
        }
        if (all == 0
                || outputs.size() != 1
                || outputs.get(0).columns() != BEFORE_CLASSES + classes
                || outputs.get(0).rows() != all) {
            throw Decoder.wrongShape(
                    model, outputs, input, "one output [1, " + all + ", " + (BEFORE_CLASSES + classes) + "]");
        }
        this.data = outputs.get(0).floats();
    }

    @Override
    public void decode(Candidates found) {
        int at = 0;
        for (int g = 0; g < strides.length; g++) {
            for (int cell = 0; cell < cells[g]; cell++, at += BEFORE_CLASSES + classes) {
                float objectness = data.get(at + 4);
                if (objectness >= least) {
                    readCell(found, g, cell, at, objectness);
                }
            }
        }
    }

    private void readCell(Candidates found, int g, int cell, int at, float objectness) {
        for (int c = 0; c < classes; c++) {
            float score = objectness * data.get(at + BEFORE_CLASSES + c);
            if (score >= least) {
                int stride = strides[g];
                int row = cell / columns[g];
                float x = (data.get(at) + cell % columns[g]) * stride;
                float y = (data.get(at + 1) + row) * stride;
                float halfWidth = (float) Math.exp(data.get(at + 2)) * stride / 2;
                float halfHeight = (float) Math.exp(data.get(at + 3)) * stride / 2;
                found.add(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, c);
            }
        }
    }
}
