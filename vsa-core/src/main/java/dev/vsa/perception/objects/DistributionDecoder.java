package dev.vsa.perception.objects;

import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelHead;
import dev.vsa.perception.inference.Output;
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
    private final float[] figures;
    private final Distributions distances;
    private final float[] sides = new float[4];

    /** One grid of cells and where its figures lie. */
    private record Grid(ScoreScan scores, FloatBuffer boxes, int boxesAt, int boxLength, int columns, float stride) {}

    DistributionDecoder(ModelDescription model, List<Output> outputs, InputSize input) {
        ModelHead head = model.head();
        this.classes = model.classes().size();
        this.bins = head.bins();
        this.figures = new float[4 * bins];
        this.distances = new Distributions(4, bins);
        this.least = (float) model.thresholds().score();
        this.cellOffset = (float) head.cellOffset();
        List<Output> scores = new ArrayList<>();
        List<Output> boxes = new ArrayList<>();
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
            int columns = (input.width() + stride - 1) / stride;
            int cells = columns * ((input.height() + stride - 1) / stride);
            Output s = scores.get(g * perOutput);
            Output b = boxes.get(g * perOutput);
            grids[g] = new Grid(
                    new ScoreScan(s.bits(), begun * s.columns(), s.columns(), classes, cells, least),
                    b.floats(),
                    boxesAt + begun * b.columns(),
                    b.columns(),
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
                    input,
                    "rows of " + classes + " scores and of " + 4 * bins
                            + " box figures, one for each cell of each stride, in one"
                            + " output each, in one for each stride, or side by side");
        }
    }

    @Override
    public void decode(Candidates found) {
        for (Grid grid : grids) {
            ScoreScan scores = grid.scores;
            int measured = -1;
            scores.begin();
            for (int i = scores.next(); i >= 0; i = scores.next()) {
                int cell = i / classes;
                if (cell != measured) {
                    measure(grid, cell);
                    measured = cell;
                }
                int row = cell / grid.columns;
                float x = (cell % grid.columns + cellOffset) * grid.stride;
                float y = (row + cellOffset) * grid.stride;
                found.add(x - sides[0], y - sides[1], x + sides[2], y + sides[3], scores.score(), i % classes);
            }
        }
    }

    /** The mean distance of each side. */
    private void measure(Grid grid, int cell) {
        grid.boxes.get(grid.boxesAt + cell * grid.boxLength, figures, 0, figures.length);
        distances.read(figures);
        for (int side = 0; side < 4; side++) {
            sides[side] = (float) (distances.mean(side) * grid.stride);
        }
    }
}
