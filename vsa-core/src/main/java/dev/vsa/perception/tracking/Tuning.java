package dev.vsa.perception.tracking;

/**
 * The tracker's figures. Lengths are in sizes of the object, the mean of its width and height; times in seconds of media
 * time. Nothing is counted in frames but the detections that confirm a track.
 *
 * <p>Found on pedestrians with truth at 5 to 30 frames a second and on seeded crowds, then rounded: no figure is worth a second
 * decimal.
 */
final class Tuning {

    /** Least confidence that starts a track. */
    static final double BIRTH = 0.40;

    /** Least confidence that continues one. Below it the boxes of people who fall lose their shape. */
    static final double CONTINUATION = 0.30;

    /** Detections that make a track of a suspicion. */
    static final int CONFIRM_HITS = 2;

    /** Time that these must span: two successive frames at the highest rate that cameras send. */
    static final double CONFIRM_SECONDS = 0.03;

    /** How long an unconfirmed track outlives its last detection. */
    static final double SUSPICION_SECONDS = 0.25;

    /** How long a confirmed track is shown after its last detection. */
    static final double COAST_SECONDS = 1.0;

    /** How long it can be taken up again after its last detection. */
    static final double MEMORY_SECONDS = 2.0;

    /** Standard deviation of a detected centre. */
    static final double PLACE_NOISE = 0.06;

    /** Standard deviation of a detected side. */
    static final double SIZE_NOISE = 0.06;

    /** Intensity of the acceleration noise of the centre, sizes²/s³. */
    static final double ACCELERATION = 0.5;

    /** Intensity of the acceleration noise of the sides, sizes²/s³. */
    static final double GROWTH = 0.05;

    /** Standard deviation of the speed of a new object, sizes/s. */
    static final double FIRST_SPEED = 1.2;

    /** How many standard deviations of the predicted centre a box is widened by before it is compared. */
    static final double SLACK = 1.0;

    /** The widening's limit, sizes. */
    static final double SLACK_LIMIT = 0.5;

    /** How much faster than expected an object may be where there is no other, sizes/s. */
    static final double REACH_SPEED = 5;

    /** How far from the expected place that may bring it, sizes. */
    static final double REACH_LIMIT = 1;

    /** Standard deviation of the speed at which a new object's sides grow, sizes/s. */
    static final double FIRST_GROWTH = 0.2;

    /** How long an unseen object is taken to go on growing. */
    static final double GROW_SECONDS = 0.2;

    /** Least overlap for a sure detection. */
    static final double LEAST_SURE = 0.25;

    /** Least overlap for a doubtful detection. */
    static final double LEAST_DOUBTFUL = 0.4;

    /** Least overlap for a target not yet confirmed. */
    static final double LEAST_NEW = 0.3;

    /** Least overlap of the boxes, widened, for a sure detection that nothing else claims. */
    static final double LEAST_NEAR = 0.45;

    /** Least overlap for a detection of another role. */
    static final double LEAST_RENAMED = 0.5;

    /** Least overlap of the boxes, widened, for a moving region and a track known as nothing else. */
    static final double LEAST_REGION = 0.2;

    /** Least overlap for a moving region and a track of another role. */
    static final double LEAST_SUPPORT = 0.5;

    /** Overlap of a moving region and a thing of no known role from which on they are one. */
    static final double SAME_REGION = 0.3;

    /** How much less exact a region is than a detection. */
    static final double REGION_NOISE = 2;

    /** Time that a region must move before it is a track. */
    static final double REGION_CONFIRM_SECONDS = 0.4;

    /** How far it must have come. */
    static final double REGION_TRAVEL = 0.4;

    /** Share of a region, or of an object, that makes the region a sign of that object. */
    static final double COVERED = 0.3;

    /** Share of the smaller of two unnamed targets from which on they are one. */
    static final double SAME = 0.7;

    /** Most share of a cell that may change where something stands still. */
    static final double QUIET = 0.05;

    /** Most speed of something that stands still, sizes/s. */
    static final double REST_SPEED = 0.3;

    /** How long something may stir where an object is held. */
    static final double RESTLESS_SECONDS = 0.6;

    /** How far an object must have come to be held. */
    static final double HOLD_TRAVEL = 0.5;

    /** How long an object is held. */
    static final double HOLD_SECONDS = 30;

    /** Share of an unseen object's expected box in the picture, below which it has left. */
    static final double LEAST_VISIBLE = 0.35;

    private Tuning() {}
}
