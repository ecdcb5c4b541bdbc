package dev.vsa.perception.motion;

/** A running average of the picture that follows the camera's exposure at once and everything else at its own pace. */
final class Background {

    private static final int SHIFT = 14;
    private static final int THRESHOLD = 11 << 8;
    private static final int RELATIVE_SHIFT = 5;

    private final Gain gain = new Gain();
    private int[] values = {};

    /** The background, in 1/256 of a level. */
    int[] values() {
        return values;
    }

    void start(int[] picture) {
        values = picture.clone();
    }

    /** Takes the picture for the background, as after a change of light. */
    void adopt(int[] picture) {
        System.arraycopy(picture, 0, values, 0, values.length);
    }

    /**
     * Brings the background to the exposure of a picture.
     *
     * @return the factor applied, in units of {@link Gain#ONE}
     */
    int expose(int[] picture) {
        int factor = gain.estimate(picture, values);
        if (factor != Gain.ONE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] * factor + Gain.ONE / 2) >> 12;
            }
        }
        return factor;
    }

    /** Marks with 1 the samples that differ by more than noise does: a fixed step and a share of the brightness. */
    void compare(int[] picture, int[] mask) {
        for (int i = 0; i < mask.length; i++) {
            int limit = THRESHOLD + (values[i] >> RELATIVE_SHIFT);
            mask[i] = (limit - Math.abs(picture[i] - values[i])) >>> 31;
        }
    }

    /**
     * Lets the picture in.
     *
     * @param share 0 to 1: how much of the difference is taken over
     */
    void learn(int[] picture, double share) {
        int weight = weight(share);
        for (int i = 0; i < values.length; i++) {
            values[i] += ((picture[i] - values[i]) * weight) >> SHIFT;
        }
    }

    /**
     * Lets the picture in, at another pace where a mask is 1.
     *
     * @param share 0 to 1: how much of the difference is taken over where the mask is 0
     * @param maskedShare the same where it is 1
     */
    void learn(int[] picture, double share, int[] mask, double maskedShare) {
        int weight = weight(share);
        int change = weight(maskedShare) - weight;
        for (int i = 0; i < values.length; i++) {
            values[i] += ((picture[i] - values[i]) * (weight + change * mask[i])) >> SHIFT;
        }
    }

    private static int weight(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * (1 << SHIFT));
    }
}
