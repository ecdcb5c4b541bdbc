package dev.vsa.detectors.persondown;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Grid;

/** Arithmetic of boxes that allocates nothing. */
final class Boxes {

    private Boxes() {}

    /** How much two stretches have in common; 0 if nothing. */
    static double shared(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    /** The area of a box; 0 if it is none. */
    static double area(Box box) {
        return box.right() > box.left() && box.bottom() > box.top()
                ? (box.right() - box.left()) * (box.bottom() - box.top())
                : 0;
    }

    /** The greatest value of a grid's cells that a box touches. */
    static double most(Grid grid, double left, double top, double right, double bottom) {
        int firstColumn = cell(left, grid.columns());
        int lastColumn = cell(right, grid.columns());
        int lastRow = cell(bottom, grid.rows());
        double most = 0;
        for (int row = cell(top, grid.rows()); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                most = Math.max(most, grid.at(column, row));
            }
        }
        return most;
    }

    private static int cell(double place, int cells) {
        return (int) Math.max(0, Math.min(cells - 1.0, Math.floor(place * cells)));
    }
}
