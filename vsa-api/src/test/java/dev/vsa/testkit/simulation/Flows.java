package dev.vsa.testkit.simulation;

import dev.vsa.scene.Flow;
import dev.vsa.scene.Table;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a perfect optical flow would tell of boxes that move: simulated values of {@link Flow#KEY}. Immutable. */
public final class Flows implements Scenario.Feature<Table> {

    private static final int LONG_SIDE = 40;
    private static final double STEP_S = 0.08;

    /** A moving box changes so much of what it covers, and less is not seen. */
    private static final double CHANGING = 0.6;

    private static final double LEAST_SHARE = 0.02;

    /** What moves less than this, in picture heights a second, shows no movement. */
    private static final double LEAST_SPEED = 0.02;

    private final List<Mover> movers;
    private final double cameraSpeed;

    /** Something with a box that moves. */
    @FunctionalInterface
    public interface Mover {

        /**
         * Its box at a moment, in picture heights of the original view: left, top, right and bottom, x from the left edge.
         *
         * @param second media time
         * @return four numbers, or null while it is not there
         */
        double @Nullable [] box(double second);
    }

    private Flows(List<Mover> movers, double cameraSpeed) {
        this.movers = List.copyOf(movers);
        this.cameraSpeed = cameraSpeed;
    }

    /**
     * The flow of some movers, seen by a camera that stands still.
     *
     * @param movers what moves
     */
    public static Flows of(List<? extends Mover> movers) {
        return new Flows(List.copyOf(movers), 0);
    }

    /**
     * The flow of these and others.
     *
     * @param more what moves beside
     */
    public Flows and(List<? extends Mover> more) {
        List<Mover> all = new ArrayList<>(movers);
        all.addAll(more);
        return new Flows(all, cameraSpeed);
    }

    /**
     * The same, seen by a camera that moves.
     *
     * @param speed of the background, picture heights a second
     */
    public Flows fromMovingCamera(double speed) {
        return new Flows(movers, speed);
    }

    @Override
    public Table at(double second, View view) {
        double aspect = view.toAspect();
        int columns = (int) Math.max(1, Math.round(aspect >= 1 ? LONG_SIDE : LONG_SIDE * aspect));
        int rows = (int) Math.max(1, Math.round(aspect >= 1 ? LONG_SIDE / aspect : LONG_SIDE));
        double[] sums = new double[3 * columns * rows];
        for (Mover mover : movers) {
            double[] now = mover.box(second);
            double[] before = mover.box(second - STEP_S);
            if (now != null && before != null) {
                add(seen(now, view), seen(before, view), aspect, columns, rows, sums);
            }
        }
        Table.Builder table = new Table.Builder(Flow.COLUMNS);
        table.add().set(Flow.COLUMN, columns).set(Flow.ROW, rows);
        table.set(Flow.VELOCITY_X, cameraSpeed).set(Flow.SHARE, 1).set(Flow.RELIABILITY, STEP_S);
        for (int cell = 0; cell < columns * rows; cell++) {
            double share = sums[3 * cell];
            if (share >= LEAST_SHARE) {
                int row = cell / columns;
                table.add().set(Flow.COLUMN, cell - row * columns).set(Flow.ROW, row);
                table.set(Flow.VELOCITY_X, sums[3 * cell + 1] / share);
                table.set(Flow.VELOCITY_Y, sums[3 * cell + 2] / share);
                table.set(Flow.SHARE, Math.min(1, share)).set(Flow.RELIABILITY, 0.8);
            }
        }
        return table.lend().copy();
    }

    /** A box as the view shows it: normalised. */
    private static double[] seen(double[] box, View view) {
        double a = view.x(box[0] / view.fromAspect());
        double b = view.x(box[2] / view.fromAspect());
        return new double[] {Math.min(a, b), view.y(box[1]), Math.max(a, b), view.y(box[3])};
    }

    private static void add(double[] now, double[] before, double aspect, int columns, int rows, double[] sums) {
        double x = (now[0] + now[2] - before[0] - before[2]) / 2 * aspect / STEP_S;
        double y = (now[1] + now[3] - before[1] - before[3]) / 2 / STEP_S;
        if (Math.hypot(x, y) < LEAST_SPEED) {
            return;
        }
        int lastRow = Math.min(rows - 1, (int) Math.floor(now[3] * rows));
        int lastColumn = Math.min(columns - 1, (int) Math.floor(now[2] * columns));
        for (int row = Math.max(0, (int) Math.floor(now[1] * rows)); row <= lastRow; row++) {
            for (int column = Math.max(0, (int) Math.floor(now[0] * columns)); column <= lastColumn; column++) {
                double w = Math.min(now[2] * columns, column + 1) - Math.max(now[0] * columns, column);
                double h = Math.min(now[3] * rows, row + 1) - Math.max(now[1] * rows, row);
                double share = CHANGING * Math.max(0, w) * Math.max(0, h);
                int cell = 3 * (row * columns + column);
                sums[cell] += share;
                sums[cell + 1] += share * x;
                sums[cell + 2] += share * y;
            }
        }
    }
}
