package dev.vsa.perception.tracking;

/**
 * The tracker's figures. Lengths are in sizes of the object, the mean of its width and height; times in seconds of media
 * time. Nothing is counted in frames but the hits that confirm a track.
 *
 * @param birth least confidence that starts a track
 * @param continuation least confidence that continues one
 * @param confirmHits detections that make a track of a suspicion
 * @param confirmSeconds time that these must span
 * @param suspicionSeconds how long an unconfirmed track outlives its last detection
 * @param coastSeconds how long a confirmed track is shown after its last detection
 * @param memorySeconds how long it can be taken up again after its last detection
 * @param placeNoise standard deviation of a detected centre
 * @param sizeNoise standard deviation of a detected side
 * @param acceleration intensity of the acceleration noise of the centre, sizes²/s³
 * @param growth the same for the sides
 * @param firstSpeed standard deviation of the speed of a new object, sizes/s
 * @param slack how many standard deviations of the predicted centre a box is widened by before it is compared
 * @param slackLimit the widening's limit, sizes
 * @param reachSpeed how much faster than expected an object may be where there is no other, sizes/s
 * @param reachLimit how far from the expected place that may bring it, sizes
 * @param firstGrowth standard deviation of the speed at which a new object's sides grow, sizes/s
 * @param growSeconds how long an unseen object is taken to go on growing
 * @param leastSure least overlap for a sure detection
 * @param leastDoubtful the same for a doubtful detection
 * @param leastNew the same for a track not yet confirmed
 * @param leastNear least overlap of the boxes, widened, for a sure detection that nothing else claims
 * @param leastRenamed least overlap for a detection of another role
 * @param leastRegion least overlap of the boxes, widened, for a moving region and a track known as nothing else
 * @param leastSupport least overlap for a moving region and a track of another role
 * @param sameRegion overlap of a moving region and a thing of no known role from which on they are one
 * @param regionNoise how much less exact a region is than a detection
 * @param regionConfirmSeconds time that a region must move before it is a track
 * @param regionTravel how far it must have come
 * @param covered share of a region, or of an object, that makes the region a sign of that object
 * @param same share of the smaller of two unnamed targets from which on they are one
 * @param quiet most share of a cell that may change where something stands still
 * @param restSpeed most speed of something that stands still, sizes/s
 * @param restlessSeconds how long something may stir where an object is held
 * @param holdTravel how far an object must have come to be held
 * @param holdSeconds how long an object is held
 * @param leastVisible share of an unseen object's expected box in the picture, below which it has left
 */
record Tuning(
        double birth,
        double continuation,
        int confirmHits,
        double confirmSeconds,
        double suspicionSeconds,
        double coastSeconds,
        double memorySeconds,
        double placeNoise,
        double sizeNoise,
        double acceleration,
        double growth,
        double firstSpeed,
        double slack,
        double slackLimit,
        double reachSpeed,
        double reachLimit,
        double firstGrowth,
        double growSeconds,
        double leastSure,
        double leastDoubtful,
        double leastNew,
        double leastNear,
        double leastRenamed,
        double leastRegion,
        double leastSupport,
        double sameRegion,
        double regionNoise,
        double regionConfirmSeconds,
        double regionTravel,
        double covered,
        double same,
        double quiet,
        double restSpeed,
        double restlessSeconds,
        double holdTravel,
        double holdSeconds,
        double leastVisible) {

    static final Tuning DEFAULT = new Tuning(
            0.40, 0.30, 2, 0.08, 0.25, 1.0, 2.0, 0.06, 0.06, 1.0, 0.05, 1.2, 1.0, 0.5, 5, 1, 0.2, 0.2, 0.2, 0.4, 0.3,
            0.4, 0.5, 0.2, 0.5, 0.3, 2, 0.4, 0.4, 0.3, 0.7, 0.05, 0.3, 0.6, 0.5, 30, 0.35);
}
