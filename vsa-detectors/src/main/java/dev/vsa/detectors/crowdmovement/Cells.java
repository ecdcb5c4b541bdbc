package dev.vsa.detectors.crowdmovement;

import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import java.util.Arrays;
import java.util.List;

/** The flow of one scene on its grid, with what each cell belongs to: a person's box, a vehicle's, or nobody's. */
final class Cells {

    /** Cells that are explained worse show no movement that can be relied on. */
    static final double LEAST_RELIABILITY = 0.3;

    /** A vehicle's wheels, shadow and blurred edge reach so far beyond its box, in its own heights and widths. */
    private static final double AROUND_VEHICLE = 0.15;

    private final PreparedPolygon zone;
    private int columns;
    private int rows;
    private boolean[] inZone = {};
    private double[] velocityX = {};
    private double[] velocityY = {};
    private double[] share = {};
    private double[] own = {};
    private double[] usualHeight = {};
    private int[] changing = {};
    private int changed;
    private boolean[] known = {};
    private boolean[] listed = {};

    Cells(PreparedPolygon zone) {
        this.zone = zone;
    }

    int count() {
        return known.length;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Whether a cell lies in the zone and shows a movement. */
    boolean known(int cell) {
        return known[cell];
    }

    double x(int cell) {
        return (cell % columns + 0.5) / columns;
    }

    double y(int cell) {
        int row = cell / columns;
        return (row + 0.5) / rows;
    }

    double velocityX(int cell) {
        return velocityX[cell];
    }

    double velocityY(int cell) {
        return velocityY[cell];
    }

    double speed(int cell) {
        return Math.sqrt(velocityX[cell] * velocityX[cell] + velocityY[cell] * velocityY[cell]);
    }

    /** The share of the cell that changes. */
    double share(int cell) {
        return share[cell];
    }

    /** Cells in which something changes. */
    int changed() {
        return changed;
    }

    /** The number of one of those cells. */
    int changing(int i) {
        return changing[i];
    }

    /** How tall a person there is: the largest whose box covers the cell, else as usual at that height of the picture. */
    double height(int cell) {
        return own[cell] > 0 ? own[cell] : usualHeight[cell / columns];
    }

    /** Takes a cell out of account. */
    void drop(int cell) {
        known[cell] = false;
    }

    /** Reads a scene's flow; false if it is not one that can be read. */
    boolean load(Table flow) {
        if (!Flow.wellFormed(flow) || (long) Flow.columns(flow) * Flow.rows(flow) > 100_000) {
            return false;
        }
        if (Flow.columns(flow) != columns || Flow.rows(flow) != rows) {
            resize(Flow.columns(flow), Flow.rows(flow));
        }
        Arrays.fill(known, false);
        Arrays.fill(listed, false);
        changed = 0;
        Arrays.fill(own, 0);
        for (int i = 1; i < flow.rows(); i++) {
            int column = (int) flow.at(i, Flow.COLUMN);
            int row = (int) flow.at(i, Flow.ROW);
            if (column < 0 || column >= columns || row < 0 || row >= rows) {
                return false;
            }
            int cell = row * columns + column;
            if (listed[cell]) {
                continue; // told twice: the first one counts
            }
            listed[cell] = true;
            changing[changed++] = cell;
            velocityX[cell] = flow.at(i, Flow.VELOCITY_X);
            velocityY[cell] = flow.at(i, Flow.VELOCITY_Y);
            share[cell] = flow.at(i, Flow.SHARE);
            boolean finite = Double.isFinite(velocityX[cell] + velocityY[cell] + share[cell]);
            known[cell] = finite && inZone[cell] && flow.at(i, Flow.RELIABILITY) >= LEAST_RELIABILITY;
        }
        return true;
    }

    private void resize(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        int cells = columns * rows;
        inZone = new boolean[cells];
        velocityX = new double[cells];
        velocityY = new double[cells];
        share = new double[cells];
        own = new double[cells];
        changing = new int[cells];
        usualHeight = new double[rows];
        known = new boolean[cells];
        listed = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            inZone[cell] = zone.contains(x(cell), y(cell));
        }
    }

    /** Takes out what vehicles cover, and notes how tall those are who are in front elsewhere. */
    void assign(Scene scene, Scale scale) {
        for (int row = 0; row < rows; row++) {
            usualHeight[row] = scale.at((row + 0.5) / rows);
        }
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.role() == Role.VEHICLE) {
                dropVehicle(track);
            } else if (Persons.counts(track, scene)) {
                own(track);
            }
        }
    }

    private void dropVehicle(Track track) {
        double w = AROUND_VEHICLE * track.width();
        double h = AROUND_VEHICLE * track.height();
        int right = column(track.right() + w);
        int bottom = row(track.bottom() + h);
        for (int row = row(track.top() - h); row <= bottom; row++) {
            for (int column = column(track.left() - w); column <= right; column++) {
                known[row * columns + column] = false;
            }
        }
    }

    private void own(Track track) {
        int right = column(track.right());
        int bottom = row(track.bottom());
        for (int row = row(track.top()); row <= bottom; row++) {
            for (int column = column(track.left()); column <= right; column++) {
                int cell = row * columns + column;
                own[cell] = Math.max(own[cell], track.height());
            }
        }
    }

    /** The column in which a place lies; the nearest for one outside the picture or no number. */
    int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, x * columns));
    }

    /** The row in which a place lies; the nearest for one outside the picture or no number. */
    int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, y * rows));
    }
}
