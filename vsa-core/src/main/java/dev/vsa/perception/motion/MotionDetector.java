package dev.vsa.perception.motion;

import dev.vsa.frame.Frame;
import dev.vsa.perception.Detections;
import dev.vsa.perception.background.Background;
import dev.vsa.perception.luma.Luma;
import dev.vsa.scene.Grid;
import java.util.Arrays;

/**
 * Tells what changes in a camera's picture.
 *
 * <p>Two running averages of the luma at analysis resolution: the fast one follows within a second, so what differs from it is
 * changing now; the slow one keeps what belongs to the place, so what differs from it is an object, whole. Both follow the
 * camera's exposure at once, so that a white van which makes the camera stop down does not make everything move. One thread
 * at a time. Past the first frame an update allocates nothing.
 */
public final class MotionDetector {

    private static final double FAST_S = 0.6;
    private static final double SLOW_S = 8;
    private static final double SLOW_OBJECT_S = 60;
    private static final double SLOW_STEP_S = 0.25;
    private static final double YOUNG_S = 3;
    private static final double SETTLE_S = 0.6;
    private static final double LIGHT_SHARE = 0.5;
    private static final double UNSTEADY_SHARE = 0.1;
    private static final double LEAST_HEIGHT = 0.05;
    private static final int GRID_LONG_SIDE = 32;

    private final Luma luma;
    private final Background fast = new Background();
    private final Background slow = new Background();
    private final Regions regions = new Regions();
    private int[] changing = {};
    private int[] foreground = {};
    private int[] columnSums = {};
    private int[] zeros = {};
    private int columns;
    private int rows;
    private float[] cells = {0};
    private Grid grid = Grid.over(1, 1, cells);
    private double changedShare;
    private final Detections moving = new Detections();
    private boolean unsteady;
    private boolean started;
    private long lastNanos;
    private long learnedNanos;
    private long settledNanos;
    private long begunNanos;

    /** Creates a detector that has seen nothing yet. */
    public MotionDetector() {
        this(new Luma());
    }

    /**
     * Creates a detector that has seen nothing yet.
     *
     * @param luma what others read as well; {@link #update(Frame, long)} loads each frame into it
     */
    public MotionDetector(Luma luma) {
        this.luma = luma;
    }

    /**
     * Takes in a frame at the time on its stream's own clock. See {@link #update(Frame, long)}.
     *
     * @param frame any format
     * @throws IllegalArgumentException if time does not advance
     */
    public void update(Frame frame) {
        update(frame, frame.mediaNanos());
    }

    /**
     * Takes in a frame; its pixels are read during the call only. The first frame, and the first of another size, shows no
     * motion.
     *
     * @param frame any format
     * @param now the frame's media time, greater than that of the frame before, unless {@link #reset()} came between
     * @throws IllegalArgumentException if time does not advance
     */
    public void update(Frame frame, long now) {
        if (started && now <= lastNanos) {
            throw new IllegalArgumentException("media time " + now + " ns does not follow " + lastNanos + " ns");
        }
        boolean resized = luma.load(frame);
        if (resized) {
            resize();
        }
        if (resized || !started) {
            begin(now);
            return;
        }
        int[] picture = luma.values();
        double seconds = (now - lastNanos) * 1e-9;
        lastNanos = now;
        fast.exposeCompareAndLearn(picture, changing, 1 - Math.exp(-seconds / FAST_S));
        fillGrid();
        slow.exposeAndCompare(picture, foreground);
        moving.clear();
        double loose = regions.find(foreground, changing, picture, slow.values(), LEAST_HEIGHT, moving);
        unsteady = loose > UNSTEADY_SHARE;
        if (changedShare > LIGHT_SHARE) {
            fast.adopt(picture);
            slow.adopt(picture);
            begunNanos = now;
            settledNanos = now + (long) (SETTLE_S * 1e9);
        } else if (now - learnedNanos >= SLOW_STEP_S * 1e9) {
            learnSlowly(now);
        }
    }

    /** Objects enter the slow background last, unless the camera moves or has only just been switched on. */
    private void learnSlowly(long now) {
        double step = (now - learnedNanos) * 1e-9;
        double age = (now - begunNanos) * 1e-9;
        boolean young = age < YOUNG_S;
        double share = 1 - Math.exp(-step / (young ? Math.max(SLOW_STEP_S, age / 2) : SLOW_S));
        boolean doubtful = young || unsteady;
        slow.learn(luma.values(), share, foreground, doubtful ? share : 1 - Math.exp(-step / SLOW_OBJECT_S));
        learnedNanos = now;
    }

    private void resize() {
        int samples = luma.width() * luma.height();
        fast.start(luma.values());
        slow.start(luma.values());
        changing = new int[samples];
        foreground = new int[samples];
        columnSums = new int[luma.width()];
        regions.resize(luma.width(), luma.height());
        int longSide = Math.max(luma.width(), luma.height());
        columns = cellsAlong(luma.width(), longSide);
        rows = cellsAlong(luma.height(), longSide);
        zeros = new int[luma.width() * ((luma.height() + rows - 1) / rows + 1)];
        cells = new float[columns * rows];
        grid = Grid.over(columns, rows, cells);
    }

    private static int cellsAlong(int samples, int longSide) {
        return Math.max(1, Math.min(samples, Math.round((float) GRID_LONG_SIDE * samples / longSide)));
    }

    private void begin(long now) {
        fast.adopt(luma.values());
        slow.adopt(luma.values());
        Arrays.fill(changing, 0);
        Arrays.fill(foreground, 0);
        Arrays.fill(cells, 0);
        changedShare = 0;
        moving.clear();
        unsteady = false;
        started = true;
        lastNanos = now;
        learnedNanos = now;
        settledNanos = now;
        begunNanos = now;
    }

    private void fillGrid() {
        int width = luma.width();
        int height = luma.height();
        long total = 0;
        for (int row = 0; row < rows; row++) {
            int firstY = row * height / rows;
            int pastY = (row + 1) * height / rows;
            if (Sums.isBlank(changing, width, firstY, pastY, zeros)) {
                Arrays.fill(cells, row * columns, (row + 1) * columns, 0);
                continue;
            }
            Sums.ofColumns(changing, width, firstY, pastY, columnSums);
            for (int column = 0; column < columns; column++) {
                int firstX = column * width / columns;
                int pastX = (column + 1) * width / columns;
                int sum = 0;
                for (int x = firstX; x < pastX; x++) {
                    sum += columnSums[x];
                }
                total += sum;
                cells[row * columns + column] = (float) sum / ((pastX - firstX) * (pastY - firstY));
            }
        }
        changedShare = (double) total / changing.length;
    }

    /**
     * The share of samples that change, in each cell: 32 cells on the long side, as many on the other as make them square. Lent
     * until the next {@link #update(Frame, long)}.
     */
    public Grid grid() {
        return grid;
    }

    /** The share of the picture that changes, 0 to 1, after the camera's exposure was taken out. */
    public double changedShare() {
        return changedShare;
    }

    /**
     * Adds the regions that move in the frame seen last, as detections of role MOVING. None while the light of the whole
     * picture changes, or the camera moves.
     *
     * @param out where to
     */
    public void regions(Detections out) {
        if (!unsteady && lastNanos >= settledNanos) {
            out.addAll(moving);
        }
    }

    /** Forgets the picture, as after a jump in time. */
    public void reset() {
        started = false;
    }
}
