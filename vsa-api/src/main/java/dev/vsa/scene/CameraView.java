package dev.vsa.scene;

/**
 * How well a camera sees: a feature that every camera with rules computes, whatever its rules need. A table with one row for each
 * condition that holds now; none, nearly always.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><th>column</th><th>meaning</th></tr>
 * <tr><td>{@link #CONDITION}</td><td>which: {@link CameraCondition#code()}</td></tr>
 * <tr><td>{@link #SINCE}</td><td>media time in seconds at which it began; rules hear of it a few seconds later, once it is certain</td></tr>
 * <tr><td>{@link #DEGREE}</td><td>how much of the view was lost when it was told, 0 to 1</td></tr>
 * </table>
 */
public final class CameraView {

    /** The feature. */
    public static final FeatureKey<Table> KEY = new FeatureKey<>("view", Table.class);

    /** Which condition. */
    public static final int CONDITION = 0;
    /** Since when, media seconds. */
    public static final int SINCE = 1;
    /** How much of the view was lost, 0 to 1. */
    public static final int DEGREE = 2;
    /** Columns of the table. */
    public static final int COLUMNS = 3;

    private CameraView() {}

    /**
     * The condition of a row.
     *
     * @param view the feature's value
     * @param row 0 for the first
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if it holds no condition that this version knows
     */
    public static CameraCondition condition(Table view, int row) {
        return CameraCondition.of(view.at(row, CONDITION));
    }
}
