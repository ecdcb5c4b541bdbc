package dev.vsa.scene;

/**
 * The postures of persons whose boxes got low or wide: where the joints of their bodies are. One row a person and estimate, in the
 * scene of the frame that was looked at; a scene in which nobody was looked at has no value or no rows. Who wants to know how old
 * an estimate is remembers when it came.
 *
 * <p>Estimating costs some 12 ms a person, so nobody is looked at who stands or walks, those who have just become low come first,
 * and a camera looks five times a second at most. A person may be looked at for a while after his track was lost, where it was lost:
 * the row then bears the number of that track.
 *
 * <p>Postures only: eyes and ears are not kept, and nothing here tells who somebody is.
 */
public final class BodyKeypoints {

    /** The feature. */
    public static final FeatureKey<Table> KEY = new FeatureKey<>("body-keypoints", Table.class);

    /** The number of the person's track. */
    public static final int TRACK = 0;
    /** How sure the joints are: the mean of their scores, 0 to 1. Where nobody is, about 0.1. */
    public static final int SCORE = 1;
    /** Where the joints begin: x and y (normalised, may lie a little outside the picture) and score (0 to 1) of each. */
    public static final int JOINTS = 2;

    private static final int PER_JOINT = 3;

    /** How many columns there are. */
    public static final int COLUMNS = JOINTS + PER_JOINT * 13;

    /** The score from which on a joint counts; the model's authors advise 0.2 to 0.3. */
    public static final double SEEN = 0.25;

    /** A joint of the body, in the order of the columns; left and right are the person's. */
    public enum Joint {
        /** The tip of the nose, for the head. */
        NOSE(0),
        /** Left shoulder. */
        LEFT_SHOULDER(1),
        /** Right shoulder. */
        RIGHT_SHOULDER(2),
        /** Left elbow. */
        LEFT_ELBOW(3),
        /** Right elbow. */
        RIGHT_ELBOW(4),
        /** Left wrist. */
        LEFT_WRIST(5),
        /** Right wrist. */
        RIGHT_WRIST(6),
        /** Left hip. */
        LEFT_HIP(7),
        /** Right hip. */
        RIGHT_HIP(8),
        /** Left knee. */
        LEFT_KNEE(9),
        /** Right knee. */
        RIGHT_KNEE(10),
        /** Left ankle. */
        LEFT_ANKLE(11),
        /** Right ankle. */
        RIGHT_ANKLE(12);

        private final int column;

        Joint(int place) {
            column = JOINTS + PER_JOINT * place;
        }

        /** The column of its x; those of y and score follow. */
        public int column() {
            return column;
        }
    }

    private BodyKeypoints() {}

    /**
     * Where a joint is, normalised.
     *
     * @param table the feature's value
     * @param row the person
     * @param joint which
     */
    public static double x(Table table, int row, Joint joint) {
        return table.at(row, joint.column());
    }

    /**
     * Where a joint is, normalised.
     *
     * @param table the feature's value
     * @param row the person
     * @param joint which
     */
    public static double y(Table table, int row, Joint joint) {
        return table.at(row, joint.column() + 1);
    }

    /**
     * How sure a joint is, 0 to 1.
     *
     * @param table the feature's value
     * @param row the person
     * @param joint which
     */
    public static double score(Table table, int row, Joint joint) {
        return table.at(row, joint.column() + 2);
    }

    /**
     * The tilt of the trunk: the angle between the line from the hips to the shoulders and the upward vertical of the picture. 0 for
     * somebody upright, 90 for one who lies across the view, 180 for one who stands on his head.
     *
     * @param table the feature's value
     * @param row the person
     * @param aspect the picture's, width over height
     * @return degrees, 0 to 180; NaN unless a shoulder and a hip are seen ({@link #SEEN}) apart from each other
     */
    public static double trunkTilt(Table table, int row, double aspect) {
        double dx = middle(table, row, Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, 0)
                - middle(table, row, Joint.LEFT_HIP, Joint.RIGHT_HIP, 0);
        double dy = middle(table, row, Joint.LEFT_HIP, Joint.RIGHT_HIP, 1)
                - middle(table, row, Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, 1);
        return dx == 0 && dy == 0 ? Double.NaN : Math.toDegrees(Math.abs(Math.atan2(dx * aspect, dy)));
    }

    /**
     * Whether a body is upside down in the picture, from the shoulders to the legs: the shoulders below the hips, and neither the knees nor
     * the ankles below them. Such is somebody who lies with his head towards a camera that looks down, and nobody who bends over or
     * squats, whose knees and ankles are below his hips.
     *
     * @param table the feature's value
     * @param row the person
     * @return false also if no shoulder, no hip or no leg is seen ({@link #SEEN})
     */
    public static boolean headFirst(Table table, int row) {
        double shoulders = middle(table, row, Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, 1);
        double hips = middle(table, row, Joint.LEFT_HIP, Joint.RIGHT_HIP, 1);
        double knees = middle(table, row, Joint.LEFT_KNEE, Joint.RIGHT_KNEE, 1);
        double ankles = middle(table, row, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE, 1);
        boolean legs = !Double.isNaN(knees) || !Double.isNaN(ankles);
        return shoulders > hips && legs && !(knees > hips) && !(ankles > hips);
    }

    /** The middle of those of two joints that are seen; NaN if neither is. */
    private static double middle(Table table, int row, Joint left, Joint right, int axis) {
        boolean a = score(table, row, left) >= SEEN;
        boolean b = score(table, row, right) >= SEEN;
        double l = table.at(row, left.column() + axis);
        double r = table.at(row, right.column() + axis);
        return a && b ? (l + r) / 2 : a ? l : b ? r : Double.NaN;
    }
}
