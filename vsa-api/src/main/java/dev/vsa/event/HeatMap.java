package dev.vsa.event;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Grid;

/**
 * Where in the picture there is how much of something: persons, where it is a crowd. Immutable.
 *
 * @param what what is counted, in a word or two
 * @param over the part of the picture that the cells lie over
 * @param cells how much there is in each cell, 0 or more; at most {@value #MOST_CELLS} cells, for an alert travels far
 */
public record HeatMap(String what, Box over, Grid cells) {

    /** The most cells that there can be. */
    public static final int MOST_CELLS = 1024;

    /**
     * Copies the cells.
     *
     * @throws IllegalArgumentException if there are too many cells, or one holds less than 0 or no number
     */
    public HeatMap {
        if (cells.columns() * (long) cells.rows() > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "a heat map of " + cells.columns() + "x" + cells.rows() + " cells; there can be " + MOST_CELLS);
        }
        cells = cells.copy();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                float value = cells.at(column, row);
                if (!(value >= 0 && value <= Float.MAX_VALUE)) {
                    throw new IllegalArgumentException("a heat map with a cell of " + value);
                }
            }
        }
    }

    /** The most that a cell holds. */
    public float most() {
        float most = 0;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                most = Math.max(most, cells.at(column, row));
            }
        }
        return most;
    }
}
