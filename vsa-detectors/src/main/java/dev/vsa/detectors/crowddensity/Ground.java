package dev.vsa.detectors.crowddensity;

import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.PreparedPolygon;

/** How large a zone is on the ground. */
final class Ground {

    private static final int CELLS = 96;
    /** A cell whose sides are longer lies at the horizon: what is there cannot be counted either. */
    private static final double FARTHEST = 20;

    private Ground() {}

    /** Square metres of the zone, as far as it lies before the horizon. */
    static double area(PreparedPolygon zone, GroundPlane plane) {
        double sum = 0;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                if (zone.contains((column + 0.5) / CELLS, (row + 0.5) / CELLS)) {
                    sum += cell(plane, (double) column / CELLS, (double) row / CELLS);
                }
            }
        }
        return sum;
    }

    private static double cell(GroundPlane plane, double x, double y) {
        double side = 1.0 / CELLS;
        double wide = plane.distance(x, y + side, x + side, y + side);
        double deep = plane.distance(x, y, x, y + side);
        double across = plane.distance(x, y, x + side, y);
        boolean near = wide < FARTHEST && deep < FARTHEST && across < FARTHEST;
        if (!near) {
            return 0;
        }
        double[] e = {plane.east(x, y), plane.east(x + side, y), plane.east(x + side, y + side), plane.east(x, y + side)
        };
        double[] n = {
            plane.north(x, y), plane.north(x + side, y), plane.north(x + side, y + side), plane.north(x, y + side)
        };
        double twice = 0;
        for (int i = 0; i < 4; i++) {
            int k = (i + 1) % 4;
            twice += e[i] * n[k] - e[k] * n[i];
        }
        return Math.abs(twice) / 2;
    }
}
