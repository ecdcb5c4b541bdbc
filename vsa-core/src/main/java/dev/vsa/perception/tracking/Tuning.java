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
 * @param leastSure least overlap of widened boxes for a sure detection
 * @param leastDoubtful the same for a doubtful detection
 * @param leastNew the same for a track not yet confirmed
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
        double leastSure,
        double leastDoubtful,
        double leastNew) {

    static final Tuning DEFAULT =
            new Tuning(0.40, 0.30, 3, 0.15, 0.25, 1.0, 2.0, 0.06, 0.06, 1.0, 0.05, 1.2, 1.5, 0.5, 0.2, 0.4, 0.3);
}
