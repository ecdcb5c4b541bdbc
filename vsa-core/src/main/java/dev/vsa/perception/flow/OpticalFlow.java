package dev.vsa.perception.flow;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Rounding;
import dev.vsa.scene.Scene;
import dev.vsa.scene.Table;
import dev.vsa.spi.FeatureExtractor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Computes {@link Flow}: block matching from coarse to fine, only where something changes, with a check that what is said to have
 * moved has left the place where it was. Pure Java over the luma at analysis resolution. One thread at a time; past the first
 * frames it allocates nothing.
 */
public final class OpticalFlow implements FeatureExtractor<Table> {

    /** Side of a cell, samples. */
    static final int CELL = 8;

    /** Pictures are compared at least and at most this long apart. */
    private static final double SHORTEST_S = 0.06;

    private static final double LONGEST_S = 0.45;

    /** Speeds looked for, in long sides of the picture a second: of anything, and of what is large. */
    private static final double SPEED = 0.4;

    private static final double LARGE_SPEED = 1.0;

    /** A sample changes when it differs by so much, plus a 32nd of its brightness. */
    private static final int CHANGE = 8 << 8;

    private static final int CHANGE_SHIFT = 5;

    /** Least changing samples of a cell. */
    private static final int LEAST_CHANGING = 6;

    /** Least difference a sample, on average, for a square to have texture or to have been left; in levels. */
    private static final int NOISE = 3;

    /** A prediction that leaves so little difference a sample is taken without a search. */
    private static final int GOOD = 2;

    /** So is one that leaves so little of the difference that standing still would leave: it explains two thirds of the change. */
    private static final double EXPLAINED = 1 / 3.0;

    private final Luma luma;
    private final Pyramid[] pictures = {new Pyramid(), new Pyramid()};
    private Matcher matcher = new Matcher(pictures[0], pictures[1]);
    private Matcher other = new Matcher(pictures[1], pictures[0]);
    private final GlobalMotion global = new GlobalMotion();
    private final Table.Builder table = new Table.Builder(Flow.COLUMNS);
    private int columns;
    private int rows;
    private int width;
    private int height;
    private int[] changing = {};
    private int[] coarseX = {};
    private int[] coarseY = {};
    private float[] flowX = {};
    private float[] flowY = {};
    private float[] reliability = {};
    private boolean[] says = {};
    private long lastNanos;
    private boolean started;
    private int offset;

    /**
     * Creates one that has seen nothing.
     *
     * @param luma the camera's, which holds each frame when it is extracted
     */
    public OpticalFlow(Luma luma) {
        this.luma = luma;
    }

    @Override
    public @Nullable Table extract(Frame frame, Scene scene) {
        return update(scene.mediaNanos());
    }

    /** Compares what the luma holds with the picture before; null where there is none, or it is too near or too far in time. */
    @Nullable Table update(long nanos) {
        if (luma.width() != width || luma.height() != height) {
            resize();
        }
        double seconds = (nanos - lastNanos) * 1e-9;
        if (started && seconds >= 0 && seconds < SHORTEST_S) {
            return null;
        }
        Pyramid spare = pictures[0];
        pictures[0] = pictures[1];
        pictures[1] = spare;
        Matcher idle = matcher;
        matcher = other;
        other = idle;
        pictures[0].load(luma.values());
        boolean comparable = started && seconds > 0 && seconds <= LONGEST_S;
        lastNanos = nanos;
        started = true;
        if (!comparable) {
            Arrays.fill(flowX, 0);
            Arrays.fill(flowY, 0);
            return null;
        }
        compare();
        // Matching takes whole levels: a camera's own noise is no less.
        pictures[0].makeBytes((offset + 128) >> 8);
        pictures[1].makeBytes(0);
        searchCoarse((int) Math.ceil(LARGE_SPEED * longSide() * seconds / 4));
        search((int) Math.ceil(SPEED * longSide() * seconds / 2));
        return write(seconds);
    }

    private int longSide() {
        return Math.max(width, height);
    }

    private void resize() {
        width = luma.width();
        height = luma.height();
        for (Pyramid picture : pictures) {
            picture.resize(width, height);
        }
        columns = Math.max(1, width / CELL);
        rows = Math.max(1, height / CELL);
        changing = new int[columns * rows];
        flowX = new float[columns * rows];
        flowY = new float[columns * rows];
        reliability = new float[columns * rows];
        says = new boolean[columns * rows];
        int coarse = ((columns + 1) / 2) * ((rows + 1) / 2);
        coarseX = new int[coarse];
        coarseY = new int[coarse];
        started = false;
    }

    /** Counts the samples that change in each cell, once a change of the whole picture's brightness is taken out. */
    private void compare() {
        int[] now = pictures[0].values(0);
        int[] before = pictures[1].values(0);
        offset = global.brightening(pictures[0].values(2), pictures[1].values(2));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int count = 0;
                for (int y = row * CELL; y < Math.min(height, (row + 1) * CELL); y++) {
                    int at = y * width + column * CELL;
                    for (int i = at; i < at + Math.min(CELL, width - column * CELL); i++) {
                        int limit = CHANGE + (before[i] >> CHANGE_SHIFT);
                        count += (limit - Math.abs(now[i] - before[i] - offset)) >>> 31;
                    }
                }
                changing[row * columns + column] = count;
            }
        }
    }

    /** Searches far, for large squares, where any of four cells changes. */
    private void searchCoarse(int radius) {
        int across = (columns + 1) / 2;
        for (int i = 0; i < coarseX.length; i++) {
            int column = i % across * 2;
            int row = i / across * 2;
            coarseX[i] = 0;
            coarseY[i] = 0;
            if (changes(column, row)
                    || changes(column + 1, row)
                    || changes(column, row + 1)
                    || changes(column + 1, row + 1)) {
                matcher.begin(2, (column + 1) * CELL / 4, (row + 1) * CELL / 4);
                if (i % across > 0) {
                    matcher.attempt(coarseX[i - 1], coarseY[i - 1]);
                }
                if (!good()) {
                    matcher.sweep(radius);
                }
                coarseX[i] = matcher.bestX;
                coarseY[i] = matcher.bestY;
            }
        }
    }

    private boolean changes(int column, int row) {
        return column < columns && row < rows && changing[row * columns + column] >= LEAST_CHANGING;
    }

    private boolean good() {
        return matcher.best <= GOOD * matcher.samples();
    }

    private void search(int radius) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                float lastX = flowX[cell];
                float lastY = flowY[cell];
                flowX[cell] = 0;
                flowY[cell] = 0;
                reliability[cell] = 0;
                if (changing[cell] >= LEAST_CHANGING) {
                    searchCell(column, row, lastX, lastY, radius);
                }
            }
        }
    }

    /** Searches one cell: at full resolution where its surroundings tell where to look, else from half resolution on. */
    private void searchCell(int column, int row, float lastX, float lastY, int radius) {
        int cell = row * columns + column;
        int middleX = column * CELL + CELL / 2;
        int middleY = row * CELL + CELL / 2;
        matcher.begin(0, middleX, middleY);
        if (matcher.texture() < NOISE * matcher.samples()) {
            return;
        }
        matcher.attempt(0, 0);
        int still = matcher.best;
        predict(column, row, lastX, lastY, 1);
        int foundX = matcher.bestX;
        int foundY = matcher.bestY;
        if (matcher.best > EXPLAINED * still) {
            matcher.begin(1, middleX / 2, middleY / 2);
            matcher.attempt(0, 0);
            predict(column, row, lastX, lastY, 2);
            int coarse = row / 2 * ((columns + 1) / 2) + column / 2;
            if (coarseX[coarse] != 0 || coarseY[coarse] != 0) {
                matcher.around(2 * coarseX[coarse], 2 * coarseY[coarse]);
            }
            if (!good()) {
                matcher.sweep(radius);
            }
            foundX = 2 * matcher.bestX;
            foundY = 2 * matcher.bestY;
            matcher.begin(0, middleX, middleY);
        }
        matcher.around(foundX, foundY);
        judge(cell, still);
    }

    /** Tries what neighbours and the moment before suggest, at a resolution that many times smaller. */
    private void predict(int column, int row, float lastX, float lastY, float smaller) {
        int cell = row * columns + column;
        if (column > 0) {
            matcher.attempt(Math.round(flowX[cell - 1] / smaller), Math.round(flowY[cell - 1] / smaller));
        }
        if (row > 0) {
            matcher.attempt(Math.round(flowX[cell - columns] / smaller), Math.round(flowY[cell - columns] / smaller));
        }
        matcher.attempt(Math.round(lastX / smaller), Math.round(lastY / smaller));
    }

    /** Believes a displacement by what share of the change it explains, if the old place was left. */
    private void judge(int cell, int still) {
        if (matcher.best == Integer.MAX_VALUE) {
            return;
        }
        int dx = matcher.bestX;
        int dy = matcher.bestY;
        int best = matcher.best;
        int samples = matcher.samples();
        if (dx == 0 && dy == 0) {
            return;
        }
        int left = matcher.left(dx, dy);
        if (left < NOISE * samples / 2 || left < best) {
            return;
        }
        float explained = 1 - (float) best / still;
        float x = dx
                + fraction(
                        matcher.sad(dx - 1, dy, Integer.MAX_VALUE), best, matcher.sad(dx + 1, dy, Integer.MAX_VALUE));
        float y = dy
                + fraction(
                        matcher.sad(dx, dy - 1, Integer.MAX_VALUE), best, matcher.sad(dx, dy + 1, Integer.MAX_VALUE));
        flowX[cell] = x;
        flowY[cell] = y;
        reliability[cell] = Math.max(0, explained);
    }

    /** Where between two neighbours the least difference lies, by equal slopes to both sides; −0.5 to 0.5. */
    private static float fraction(int less, int middle, int more) {
        if (less == Integer.MAX_VALUE || more == Integer.MAX_VALUE) {
            return 0;
        }
        int steeper = Math.max(less, more) - middle;
        return steeper <= 0 ? 0 : Math.max(-0.5f, Math.min(0.5f, 0.5f * (less - more) / steeper));
    }

    private Table write(double seconds) {
        for (int cell = 0; cell < says.length; cell++) {
            says[cell] = changing[cell] >= LEAST_CHANGING ? reliability[cell] > 0 : !flat(cell);
        }
        global.measure(flowX, flowY, says);
        double scale = 1 / (seconds * height);
        float cameraX = global.x();
        float cameraY = global.y();
        table.clear().add();
        table.set(Flow.COLUMN, columns).set(Flow.ROW, rows);
        table.set(Flow.VELOCITY_X, Rounding.speed(cameraX * scale));
        table.set(Flow.VELOCITY_Y, Rounding.speed(cameraY * scale));
        table.set(Flow.SHARE, Rounding.confidence(global.agreement()));
        table.set(Flow.RELIABILITY, Rounding.confidence(seconds));
        for (int cell = 0; cell < changing.length; cell++) {
            if (changing[cell] < LEAST_CHANGING) {
                continue;
            }
            boolean known = reliability[cell] > 0;
            float x = known ? flowX[cell] - cameraX : 0;
            float y = known ? flowY[cell] - cameraY : 0;
            if (known && global.moves() && Math.abs(x) < 1 && Math.abs(y) < 1) {
                continue; // the place itself, seen by a camera that moves
            }
            table.add();
            int row = cell / columns;
            table.set(Flow.COLUMN, cell - row * columns).set(Flow.ROW, row);
            table.set(Flow.VELOCITY_X, Rounding.speed(x * scale));
            table.set(Flow.VELOCITY_Y, Rounding.speed(y * scale));
            table.set(Flow.SHARE, Rounding.confidence((double) changing[cell] / (CELL * CELL)));
            table.set(Flow.RELIABILITY, Rounding.confidence(reliability[cell]));
        }
        return table.lend();
    }

    /** Whether a cell shows so little that nobody could tell whether it moves: looked at along its diagonal. */
    private boolean flat(int cell) {
        int[] now = pictures[0].values(0);
        int row = cell / columns;
        int at = row * CELL * width + (cell - row * columns) * CELL;
        int side = Math.min(CELL, Math.min(width, height));
        int sum = 0;
        for (int i = 0; i + 1 < side; i++, at += width + 1) {
            sum += Math.abs(now[at + 1] - now[at]) + Math.abs(now[at + width] - now[at]);
        }
        return sum < (NOISE << 8) * side;
    }

    @Override
    public void reset() {
        started = false;
    }
}
