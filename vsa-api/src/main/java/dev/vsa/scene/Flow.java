package dev.vsa.scene;

/**
 * Optical flow: what moves in the picture, how fast and where to, cell by cell, whether or not a model can name it. The value of
 * {@link #KEY} is a table; this class says what stands where in it and reads it without allocating.
 *
 * <p>The picture is divided into a grid of about square cells, 40 on the long side. The table's first row is about the whole
 * picture, each further row about one cell in which something changes; a cell that has no row shows nothing new. Velocities are in
 * picture <em>heights</em> a second along both axes (x to the right, y down), so that they are isotropic, and the camera's own
 * movement is taken out of them.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><th>column</th><th>first row</th><th>further rows</th></tr>
 * <tr><td>0</td><td>columns of the grid</td><td>the cell's column, 0 at the left</td></tr>
 * <tr><td>1</td><td>rows of the grid</td><td>the cell's row, 0 at the top</td></tr>
 * <tr><td>2</td><td>velocity of the background: the camera's own, reversed; x</td><td>velocity x</td></tr>
 * <tr><td>3</td><td>the same, y</td><td>velocity y</td></tr>
 * <tr><td>4</td><td>share of the cells with texture that agree with it, 0 to 1</td><td>share of the cell that changes, 0 to 1</td></tr>
 * <tr><td>5</td><td>seconds between the two pictures compared</td><td>reliability, 0 to 1: 0 where no movement explains the
 *     change (its velocity is 0 then), 1 where one explains all of it</td></tr>
 * </table>
 *
 * <p>It is computed at most some 14 times a second; scenes in between have none. Static methods only; thread-safe as far as the
 * table is.
 */
public final class Flow {

    /** The flow since the picture before. */
    public static final FeatureKey<Table> KEY = new FeatureKey<>("flow", Table.class);

    /** Columns of the table. */
    public static final int COLUMNS = 6;

    /** The column of a cell's column, and of the grid's number of columns. */
    public static final int COLUMN = 0;

    /** The column of a cell's row, and of the grid's number of rows. */
    public static final int ROW = 1;

    /** The column of the velocity to the right. */
    public static final int VELOCITY_X = 2;

    /** The column of the velocity downwards. */
    public static final int VELOCITY_Y = 3;

    /** The column of the share that changes, or agrees. */
    public static final int SHARE = 4;

    /** The column of a cell's reliability, and of the time between the pictures. */
    public static final int RELIABILITY = 5;

    private Flow() {}

    /**
     * Whether a table has the form described here; one that has not is not to be read.
     *
     * @param flow any table
     */
    public static boolean wellFormed(Table flow) {
        return flow.columns() == COLUMNS && flow.rows() >= 1 && flow.at(0, COLUMN) >= 1 && flow.at(0, ROW) >= 1;
    }

    /**
     * Columns of the grid.
     *
     * @param flow a flow
     */
    public static int columns(Table flow) {
        return (int) flow.at(0, COLUMN);
    }

    /**
     * Rows of the grid.
     *
     * @param flow a flow
     */
    public static int rows(Table flow) {
        return (int) flow.at(0, ROW);
    }

    /**
     * Seconds between the two pictures compared.
     *
     * @param flow a flow
     */
    public static double seconds(Table flow) {
        return flow.at(0, RELIABILITY);
    }

    /**
     * Speed at which the whole picture moves, in picture heights a second: above 0 while the camera shakes or pans.
     *
     * @param flow a flow
     */
    public static double cameraSpeed(Table flow) {
        return Math.hypot(flow.at(0, VELOCITY_X), flow.at(0, VELOCITY_Y));
    }

    /**
     * The middle of a cell from left to right, normalised.
     *
     * @param flow a flow
     * @param i 1 for the first cell, at most {@code flow.rows() - 1}
     */
    public static double x(Table flow, int i) {
        return (flow.at(i, COLUMN) + 0.5) / flow.at(0, COLUMN);
    }

    /**
     * The middle of a cell from top to bottom, normalised.
     *
     * @param flow a flow
     * @param i 1 for the first cell, at most {@code flow.rows() - 1}
     */
    public static double y(Table flow, int i) {
        return (flow.at(i, ROW) + 0.5) / flow.at(0, ROW);
    }
}
