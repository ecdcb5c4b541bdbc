package dev.vsa.detectors.persondown;

/**
 * How much a person's box looks like that of somebody who lies: measured against the same person upright at the same place, so
 * that neither the size of the person nor the distance matters. All are ratios of which 1 means that the condition holds.
 */
final class Posture {

    /**
     * How high over the ground somebody's highest part may be, in upright heights. Sitting on a chair it is 0.7 to 0.8, crouching
     * 0.5 to 0.65; lying it is 0.15 to 0.3, and up to 0.55 from a camera that looks down at 35° when he lies in its direction.
     */
    static final double LOW = 0.6;
    /** Width over height. Crouching and bending give 0.6 to 1.1, lying across the view 1.5 to 4. */
    static final double FLAT = 1.2;
    /** Width in upright heights: shoulders are 0.3 wide, a bent or crouching body 0.4 to 0.5, a lying one 0.6 to 1. */
    static final double WIDE = 0.55;
    /** The same of a box that the picture's edge cuts off at the side. */
    static final double WIDE_CUT = 0.4;
    /** The same of a box whose lower part is cut off: whoever leaves the picture below looks flat too, but is shoulders only. */
    static final double WIDE_SUNK = 0.8;
    /** Lying in the direction of view, or curled up: hardly wide, but lower than anybody who crouches. */
    static final double VERY_LOW = 0.4;

    static final double COMPACT = 0.8;
    /**
     * Tilt of the trunk against the vertical in degrees: from which on it lies, and up to which it is upright. Sitting it was measured
     * as 0 to 25, leaning forward on a chair or bent over 45 to 68, lying 67 to 97.
     */
    static final double LYING_DEGREES = 60;

    static final double UPRIGHT_DEGREES = 30;
    /** How low whose trunk lies must be: somebody bent over on his feet has his back at 0.6, on his haunches at 0.5. */
    static final double LOW_TILTED = 0.45;

    /**
     * How flat the box of somebody who sits on the ground with his legs stretched out can be: 0.75 long, legs, feet and buttocks, and
     * half as high as he stands.
     */
    static final double LONGEST_SEAT = 1.7;
    /** Who is that low lies, however his trunk seems to be turned. */
    private static final double FLOOR = 0.35;

    /** By how much larger somebody may look, at most, who comes down nearer to the camera than he stood. */
    private static final double NEAREST = 1.6;

    private Posture() {}

    /**
     * How much larger somebody looks, at most, where his box ends than where he stood, if the ground is unknown: the horizon is not
     * below his head if the camera looks down on him, and things grow in proportion to their distance from it (Hoiem et al., "Putting
     * Objects in Perspective", IJCV 2008).
     *
     * @param bottom where the box ends
     * @param foot where he stood
     * @param tall his upright height there
     * @return 1 or more
     */
    static double nearer(double bottom, double foot, double tall) {
        return Math.max(1, Math.min(NEAREST, 1 + (bottom - foot) / tall));
    }

    /**
     * How much a box looks like lying.
     *
     * @param low how high it reaches over the ground, in upright heights
     * @param width its width in upright heights
     * @param flat its width over its height
     * @param cut whether the picture cuts it off at a side
     * @param sunk whether the picture cuts off its lower part
     * @return 1 or more if it does
     */
    static double lying(double low, double width, double flat, boolean cut, boolean sunk) {
        double wide = sunk ? WIDE_SUNK : cut ? WIDE_CUT : WIDE;
        double across = Math.min(Math.min(LOW / low, flat / FLAT), width / wide);
        double along = sunk ? 0 : Math.min(VERY_LOW / low, flat / COMPACT);
        return Math.max(across, along);
    }

    /**
     * The same of somebody whose keypoints show that his head is towards the camera and his legs are away from it: how high his box is
     * depends on how steeply the camera looks down, but nothing of him reaches far above the ground on which he stood.
     *
     * @param above how far his box reaches above that ground, in upright heights
     */
    static double headFirst(double above) {
        return LOW / Math.max(0.1, above);
    }

    /**
     * The same, with what keypoints tell.
     *
     * @param byBox {@link #lying}
     * @param low how high the box reaches over the ground, in upright heights
     * @param tilt of the trunk against the vertical, degrees; NaN if unknown
     */
    static double lying(double byBox, double low, double tilt) {
        if (tilt >= LYING_DEGREES) {
            return Math.max(byBox, Math.min(tilt / LYING_DEGREES, LOW_TILTED / low));
        }
        return tilt <= UPRIGHT_DEGREES && low > FLOOR ? Math.min(byBox, 0.9) : byBox;
    }
}
