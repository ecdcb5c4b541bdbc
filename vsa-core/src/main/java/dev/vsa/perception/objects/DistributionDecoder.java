package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelHead;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads NanoDet, NanoDet-Plus and PicoDet: for each cell a probability of each class and, for each side of the box, a
 * distribution over distances whose mean is meant (Li et al., "Generalized Focal Loss", NeurIPS 2020). A cell gives a box for each
 * class that is sure enough; distributions are computed for such cells only.
 */
final class DistributionDecoder implements Decoder {

    private final int classes;
    private final int bins;
    private final float least;
    private final float cellOffset;
    private final Grid[] grids;
    private final float[] sides = new float[4];

    /** One grid of cells and where its figures lie. */
    private record Grid(Rows scores, Rows boxes, int cells, int columns, float stride) {}

    /** Equally long rows in a buffer. */
    private record Rows(FloatBuffer data, int offset, int length) {
        int at(int row) {
            return offset + row * length;
        }
    }

    DistributionDecoder(ModelDescription model, List<Output> outputs, int width, int height) {
        ModelHead head = model.head();
        this.classes = model.classes().size();
        this.bins = head.bins();
        this.least = (float) model.thresholds().score();
        this.cellOffset = (float) head.cellOffset();
        List<Output> scores = new ArrayList<>();
        List<Output> boxes = new ArrayList<>();
        int scoresAt = 0;
        int boxesAt = 0;
        for (Output o : outputs) {
            if (o.columns() == classes + 4 * bins) {
                scores.add(o);
                boxes.add(o);
                boxesAt = classes;
            } else if (o.columns() == classes && (classes != 4 * bins || scores.size() < outputs.size() / 2)) {
                scores.add(o);
            } else if (o.columns() == 4 * bins) {
                boxes.add(o);
            }
        }
        List<Integer> strides = head.strides();
        this.grids = new Grid[strides.size()];
        int perOutput = scores.size() == 1 ? 0 : 1;
        int begun = 0;
        boolean fits = bins > 1
                && !strides.isEmpty()
                && scores.size() == boxes.size()
                && scores.size() + (boxesAt > 0 ? 0 : boxes.size()) == outputs.size()
                && (scores.size() == 1 || scores.size() == strides.size());
        for (int g = 0; fits && g < grids.length; g++) {
            int stride = strides.get(g);
            int columns = (width + stride - 1) / stride;
            int cells = columns * ((height + stride - 1) / stride);
            Output s = scores.get(g * perOutput);
            Output b = boxes.get(g * perOutput);
            grids[g] = new Grid(
                    new Rows(s.data(), scoresAt + begun * s.columns(), s.columns()),
                    new Rows(b.data(), boxesAt + begun * b.columns(), b.columns()),
                    cells,
                    columns,
                    stride);
            begun = perOutput == 1 ? 0 : begun + cells;
            fits = perOutput == 0 || s.rows() == cells && b.rows() == cells;
        }
        if (!fits
                || perOutput == 0
                        && (scores.get(0).rows() != begun || boxes.get(0).rows() != begun)) {
            throw Decoder.wrongShape(
                    model,
                    outputs,
                    width,
                    height,
                    "rows of " + classes + " scores and of " + 4 * bins
                            + " box figures, one for each cell of each stride, in one"
                            + " output each, in one for each stride, or side by side");
        }
    }

    @Override
    public void decode(Candidates found) {
        for (Grid grid : grids) {
            FloatBuffer scores = grid.scores.data;
            for (int cell = 0; cell < grid.cells; cell++) {
                int at = grid.scores.at(cell);
                boolean boxKnown = false;
                for (int c = 0; c < classes; c++) {
                    float score = scores.get(at + c);
                    if (score >= least) {
                        if (!boxKnown) {
                            measure(grid, cell);
                            boxKnown = true;
                        }
                        add(found, grid, cell, score, c);
                    }
                }
            }
        }
    }

    private void add(Candidates found, Grid grid, int cell, float score, int kind) {
        float x = (cell % grid.columns + cellOffset) * grid.stride;
        int row = cell / grid.columns;
        float y = (row + cellOffset) * grid.stride;
        found.add(x - sides[0], y - sides[1], x + sides[2], y + sides[3], score, kind);
    }

    /** The mean distance of each side: softmax over its bins, from the largest down so that nothing overflows. */
    private void measure(Grid grid, int cell) {
        FloatBuffer data = grid.boxes.data;
        int at = grid.boxes.at(cell);
        for (int side = 0; side < 4; side++, at += bins) {
            float most = data.get(at);
            for (int i = 1; i < bins; i++) {
                most = Math.max(most, data.get(at + i));
            }
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < bins; i++) {
                double share = Math.exp(data.get(at + i) - most);
                sum += share;
                mean += i * share;
            }
            sides[side] = (float) (mean / sum * grid.stride);
        }
    }
}
