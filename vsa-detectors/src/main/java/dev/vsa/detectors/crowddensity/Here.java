package dev.vsa.detectors.crowddensity;

import dev.vsa.event.HeatMap;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.PreparedPolygon;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Grid;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persons who are in the zone in one scene. Those whom the camera's model names, and the head count, which looks closer and less often:
 * the greater of the two counts, so that there is no switch between them that could jump.
 */
final class Here {

    /** More persons are in no picture. */
    private static final double MOST_PERSONS = 1e5;

    /** The most cells of a heat map along its sides, and how many of them the whole picture would have: twice as large as the head count's. */
    private static final int COLUMNS = 16;

    private static final int ROWS = 9;
    private static final double COLUMNS_OF_PICTURE = 24;
    private static final double ROWS_OF_PICTURE = 13.5;

    /** Cells are told in steps of a quarter person, which is finer than a count is true. */
    private static final float STEP = 0.25f;

    private final PreparedPolygon zone;
    private final Box zoneBox;
    private final int leastRows;
    private int seen;
    private int low;
    private double counted;
    private double left;
    private double top;
    private double right;
    private double bottom;

    /**
     * Prepares.
     *
     * @param polygon the zone
     * @param leastRows lower persons are counted apart
     */
    Here(Polygon polygon, int leastRows) {
        this.zone = PreparedPolygon.of(polygon);
        this.leastRows = leastRows;
        this.zoneBox = polygon.boundingBox();
    }

    /** Counts anew. */
    void count(Scene scene) {
        left = 1;
        top = 1;
        right = 0;
        bottom = 0;
        see(scene);
        counted = counted(scene.feature(HeadCount.KEY));
    }

    /** How many there are. */
    double persons() {
        return Math.min(MOST_PERSONS, Math.max(seen, counted));
    }

    /** How many of them the model names in this scene. */
    int seen() {
        return seen;
    }

    /** How many of those are lower than the least. */
    int low() {
        return low;
    }

    /** The box around all of them; around the zone where there is nobody. */
    Box extent() {
        return right > left && bottom > top
                ? new Box(Math.max(0, left), Math.max(0, top), Math.min(1, right), Math.min(1, bottom))
                : zoneBox;
    }

    /** Where they stand. Allocates: for signals only. */
    HeatMap heat(Scene scene) {
        int columns = cells(COLUMNS, COLUMNS_OF_PICTURE * zoneBox.width());
        int rows = cells(ROWS, ROWS_OF_PICTURE * zoneBox.height());
        float[] cells = new float[columns * rows];
        Grid heads = scene.feature(HeadCount.KEY);
        if (heads != null && counted >= seen) {
            for (int row = 0; row < heads.rows(); row++) {
                for (int column = 0; column < heads.columns(); column++) {
                    double x = (column + 0.5) / heads.columns();
                    double y = (row + 0.5) / heads.rows();
                    float persons = heads.at(column, row);
                    if (persons > 0 && zone.contains(x, y)) {
                        add(cells, columns, x, y, (float) Math.min(MOST_PERSONS, persons));
                    }
                }
            }
        } else {
            List<Track> tracks = scene.tracks();
            for (int i = 0; i < tracks.size(); i++) {
                Track t = tracks.get(i);
                if (counts(t)) {
                    add(cells, columns, t.centreX(), feet(t.bottom()), 1);
                }
            }
            List<Detection> detections = scene.detections();
            for (int i = 0; i < detections.size(); i++) {
                Detection d = detections.get(i);
                if (counts(d)) {
                    add(cells, columns, middle(d.box()), feet(d.box().bottom()), 1);
                }
            }
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = STEP * Math.round(cells[i] / STEP);
        }
        return new HeatMap("persons", zoneBox, Grid.over(columns, rows, cells));
    }

    private static int cells(int most, double wanted) {
        return (int) Math.max(1, Math.min(most, wanted));
    }

    private void add(float[] cells, int columns, double x, double y, float persons) {
        int rows = cells.length / columns;
        double across = (x - zoneBox.left()) / zoneBox.width() * columns;
        double down = (y - zoneBox.top()) / zoneBox.height() * rows;
        int column = (int) Math.max(0, Math.min(columns - 1, across));
        int row = (int) Math.max(0, Math.min(rows - 1, down));
        cells[row * columns + column] += persons;
    }

    private void see(Scene scene) {
        seen = 0;
        low = 0;
        double least = (double) leastRows / scene.pictureHeight();
        List<Track> tracks = scene.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track t = tracks.get(i);
            if (counts(t)) {
                seen++;
                low += t.height() < least ? 1 : 0;
                extend(t.left(), t.top(), t.right(), t.bottom());
            }
        }
        List<Detection> detections = scene.detections();
        for (int i = 0; i < detections.size(); i++) {
            Detection d = detections.get(i);
            if (counts(d)) {
                Box box = d.box();
                seen++;
                low += box.bottom() - box.top() < least ? 1 : 0;
                extend(box.left(), box.top(), box.right(), box.bottom());
            }
        }
    }

    /** Who is only guessed to be still there does not count. */
    private boolean counts(Track t) {
        return t.role() == Role.PERSON
                && t.sighting() != Sighting.COASTED
                && zone.contains(t.centreX(), feet(t.bottom()));
    }

    private boolean counts(Detection d) {
        return d.role() == Role.PERSON
                && zone.contains(middle(d.box()), feet(d.box().bottom()));
    }

    private static double middle(Box box) {
        return (box.left() + box.right()) / 2;
    }

    private static double feet(double bottom) {
        return Math.min(1, bottom);
    }

    private double counted(@Nullable Grid heads) {
        if (heads == null) {
            return 0;
        }
        double sum = 0;
        double wide = 1.0 / heads.columns();
        double high = 1.0 / heads.rows();
        int fromRow = first(zoneBox.top(), heads.rows());
        int toRow = last(zoneBox.bottom(), heads.rows());
        int fromColumn = first(zoneBox.left(), heads.columns());
        int toColumn = last(zoneBox.right(), heads.columns());
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                float persons = heads.at(column, row);
                if (persons > 0 && zone.contains((column + 0.5) * wide, (row + 0.5) * high)) {
                    sum += persons;
                    extend(column * wide, row * high, (column + 1) * wide, (row + 1) * high);
                }
            }
        }
        return sum;
    }

    /** The first cell of so many in which, or before which, a place lies. */
    private static int first(double place, int cells) {
        return Math.max(0, (int) (place * cells) - 1);
    }

    /** The last cell of so many in which, or behind which, a place lies. */
    private static int last(double place, int cells) {
        return Math.min(cells - 1, (int) (place * cells) + 1);
    }

    private void extend(double l, double t, double r, double b) {
        left = Math.min(left, l);
        top = Math.min(top, t);
        right = Math.max(right, r);
        bottom = Math.max(bottom, b);
    }
}
