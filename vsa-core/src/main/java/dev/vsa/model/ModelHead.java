package dev.vsa.model;

import java.util.List;

/**
 * What the outputs of a detector are made of.
 *
 * @param strides pixels of the input from one cell of a grid to the next, one for each grid, in the order of the outputs
 * @param bins distances that each side of a box is a distribution over; 0 where the family has none
 * @param cellOffset where in its cell the centre of a prediction lies, in cells: 0.5 is the middle
 */
public record ModelHead(List<Integer> strides, int bins, double cellOffset) {

    /** No figures at all, for families without a grid. */
    public static final ModelHead NONE = new ModelHead(List.of(), 0, 0);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public ModelHead {
        strides = List.copyOf(strides);
        if (strides.stream().anyMatch(s -> s < 1 || s > 1024)) {
            throw new IllegalArgumentException("strides " + strides + " are not all between 1 and 1024");
        }
        if (bins < 0 || bins > 64) {
            throw new IllegalArgumentException("bins " + bins + " is not between 0 and 64");
        }
        if (!(cellOffset >= 0 && cellOffset <= 1)) {
            throw new IllegalArgumentException("cell offset " + cellOffset + " is not between 0 and 1");
        }
    }
}
