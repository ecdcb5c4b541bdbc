package dev.vsa.perception.background;

/**
 * A running average of the picture that follows the camera's exposure at once and everything else at its own pace. One thread at
 * a time; past the first picture nothing allocates.
 */
public final class Background {

    private static final int SHIFT = 14;
    private static final int THRESHOLD = 11 << 8;
    private static final int RELATIVE_SHIFT = 5;

    private final Gain gain = new Gain();
    private int[] values = {};

    /** Creates one that has seen nothing. */
    public Background() {}

    /** The background, in 1/256 of a level; lent until the next {@link #start}. Read only. */
    public int[] values() {
        return values;
    }

    /** Begins anew with a picture of another size. */
    public void start(int[] picture) {
        values = picture.clone();
    }

    /** Takes the picture for the background, as after a change of light. */
    public void adopt(int[] picture) {
        System.arraycopy(picture, 0, values, 0, values.length);
    }

    /**
     * Brings the background to the exposure of a picture.
     *
     * @return the factor applied, in units of {@link Gain#ONE}
     */
    public int expose(int[] picture) {
        int factor = gain.estimate(picture, values);
        if (factor != Gain.ONE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] * factor + Gain.ONE / 2) >> 12;
            }
        }
        return factor;
    }

    /**
     * {@link #expose(int[])}, and marks with 1 the samples that then differ by more than noise does, a fixed step and a share of the
     * brightness: in one pass.
     */
    public void exposeAndCompare(int[] picture, int[] mask) {
        int factor = gain.estimate(picture, values);
        for (int i = 0; i < mask.length; i++) {
            int was = (values[i] * factor + Gain.ONE / 2) >> 12;
            mask[i] = (THRESHOLD + (was >> RELATIVE_SHIFT) - Math.abs(picture[i] - was)) >>> 31;
            values[i] = was;
        }
    }

    /**
     * {@link #exposeAndCompare}, and then {@link #learn(int[], double)}, in one pass.
     *
     * @param share 0 to 1: how much of the difference is taken over
     */
    public void exposeCompareAndLearn(int[] picture, int[] mask, double share) {
        int factor = gain.estimate(picture, values);
        int weight = weight(share);
        for (int i = 0; i < mask.length; i++) {
            int was = (values[i] * factor + Gain.ONE / 2) >> 12;
            int difference = picture[i] - was;
            mask[i] = (THRESHOLD + (was >> RELATIVE_SHIFT) - Math.abs(difference)) >>> 31;
            values[i] = was + ((difference * weight) >> SHIFT);
        }
    }

    /**
     * Lets the picture in.
     *
     * @param share 0 to 1: how much of the difference is taken over
     */
    public void learn(int[] picture, double share) {
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
    public void learn(int[] picture, double share, int[] mask, double maskedShare) {
        int weight = weight(share);
        int change = weight(maskedShare) - weight;
        for (int i = 0; i < values.length; i++) {
            values[i] += ((picture[i] - values[i]) * (weight + change * mask[i])) >> SHIFT;
        }
    }

    /**
     * Lets the picture in, at another pace where a mask is 1, and not at all where something is held.
     *
     * @param share 0 to 1: how much of the difference is taken over where the mask is 0
     * @param mask 0 or 1
     * @param maskedShare how much of it where the mask is 1
     * @param held above 0 where nothing is let in
     */
    public void learn(int[] picture, double share, int[] mask, double maskedShare, int[] held) {
        int weight = weight(share);
        int change = weight(maskedShare) - weight;
        for (int i = 0; i < values.length; i++) {
            int free = (held[i] - 1) >>> 31;
            values[i] += ((picture[i] - values[i]) * ((weight + change * mask[i]) * free)) >> SHIFT;
        }
    }

    /** Takes one sample of the picture for the background. */
    public void adopt(int[] picture, int sample) {
        values[sample] = picture[sample];
    }

    /** Makes one sample brighter by a factor, as light would. */
    public void scale(int sample, double factor) {
        values[sample] = (int) Math.min(255 << 8, Math.round(values[sample] * factor));
    }

    private static int weight(double share) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * (1 << SHIFT));
    }
}
