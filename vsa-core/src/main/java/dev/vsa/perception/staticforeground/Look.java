package dev.vsa.perception.staticforeground;

/** What a region looks like against the picture and the background. One is used again for each region. */
final class Look {

    /** Light and shade change brightness to between these shares; what is darker or brighter is a thing. */
    private static final float DARKEST = 0.5f;

    private static final float BRIGHTEST = 1.8f;
    /** The brightness ratio over a region of shade differs by less than this, on this share of it. */
    private static final float EVENNESS = 0.06f;

    private static final float EVEN_SHARE = 0.85f;
    /** Differences across the outline, in 1/256 of a level, below which there is no outline to speak of. */
    private static final float LEAST_STEP = 3 * 256;

    int left;
    int top;
    int right;
    int bottom;
    int area;
    /** 1 where the outline is the picture's, −1 where it is the background's. */
    double outline;
    /** The picture's mean step across the outline over its mean brightness. */
    double step;
    /** Mean difference, 0 to 1 of the brightness range. */
    double contrast;
    /** The share that is seen as it stood. */
    double visible;
    /** Whether it is the background in another light: brighter or darker by one factor throughout. */
    boolean light;

    /**
     * Looks at a region.
     *
     * @param samples where its samples stand
     * @param from the first
     * @param to past the last
     * @param label one value for all samples of the region, and for no other
     * @param width samples in a row of the picture
     */
    void at(int[] samples, int from, int to, int[] label, int width, int[] picture, int[] background) {
        area = to - from;
        left = width;
        top = Integer.MAX_VALUE;
        right = -1;
        bottom = -1;
        long light1 = 0;
        long light0 = 0;
        long difference = 0;
        for (int k = from; k < to; k++) {
            int i = samples[k];
            int x = i % width;
            int y = i / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            light1 += picture[i];
            light0 += background[i];
            difference += Math.abs(picture[i] - background[i]);
        }
        contrast = difference / (double) area / 65_280;
        float ratio = light1 / (float) Math.max(1, light0);
        light = ratio > DARKEST && ratio < BRIGHTEST && even(samples, from, to, ratio, picture, background);
        measureOutline(samples, from, to, label, width, picture, background);
        step /= Math.max(1, light1 / (double) area);
    }

    private static boolean even(int[] samples, int from, int to, float ratio, int[] picture, int[] background) {
        int even = 0;
        for (int k = from; k < to; k++) {
            float expected = background[samples[k]] * ratio;
            even += Math.abs(picture[samples[k]] - expected) <= EVENNESS * expected ? 1 : 0;
        }
        return even >= EVEN_SHARE * (to - from);
    }

    /**
     * Steps from one sample inside the outline to two outside it, so that a soft edge counts in full. No step counts for more
     * than the region differs from the background: else a bright kerb beside a dark bag would outvote the rest.
     */
    private void measureOutline(
            int[] samples, int from, int to, int[] label, int width, int[] picture, int[] background) {
        long stepsNow = 0;
        long cappedNow = 0;
        long cappedBefore = 0;
        int cap = (int) (contrast * 65_280);
        int pairs = 0;
        for (int k = from; k < to; k++) {
            int i = samples[k];
            int x = i % width;
            for (int side = 0; side < 4; side++) {
                int d = side == 0 ? 1 : side == 1 ? -1 : side == 2 ? width : -width;
                boolean room = side > 1 || (x + 2 * d >= 0 && x + 2 * d < width);
                int out = i + 2 * d;
                int in = i - d;
                if (room && out >= 0 && out < label.length && in >= 0 && in < label.length) {
                    boolean outline = label[i + d] != label[i] && label[out] != label[i] && label[in] == label[i];
                    if (outline) {
                        int stepNow = Math.abs(picture[in] - picture[out]);
                        stepsNow += stepNow;
                        cappedNow += Math.min(cap, stepNow);
                        cappedBefore += Math.min(cap, Math.abs(background[in] - background[out]));
                        pairs++;
                    }
                }
            }
        }
        float all = cappedNow + cappedBefore;
        outline = pairs == 0 || all < LEAST_STEP * pairs ? 0 : (cappedNow - cappedBefore) / all;
        step = pairs == 0 ? 0 : stepsNow / (double) pairs;
    }
}
