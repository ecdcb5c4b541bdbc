package dev.vsa.perception.flame;

import java.util.Arrays;

/**
 * What is lit like a flame, sample by sample of the chroma's grid: of a flame's colour and bright enough or, where the picture has no
 * colour, bright alone. Follows how long each sample is lit. Not thread-safe.
 */
final class Lattice {

    /** Lack of blue and excess of red together, in levels: Celik and Demirel (2009) ask for 40 of full flames; small ones mix with what is behind. */
    private static final int LEAST_CHROMA = 24;
    /** Red alone: what lacks blue but has no red is yellow-green. */
    private static final int LEAST_RED = 8;
    /** Lack of blue over excess of red, in eighths: pure red light has 0.34, orange 1, yellow 2 and more. */
    private static final int LEAST_HUE = 2;

    private static final int MOST_HUE = 28;
    /** The red channel of a flame is bright: from here on, in 1/256 of a level. */
    private static final int LEAST_RED_LIGHT = 150 << 8;
    /** In grey pictures: this bright, and so much brighter than the picture's mean. */
    private static final int LEAST_GREY_LIGHT = 170 << 8;

    private static final int LEAST_GREY_EXCESS = 50 << 8;
    private static final double MEMORY_SECONDS = 2;
    /** White, in 1/256 of a level. A picture whose brightest is less is dark throughout, down to this share of white. */
    private static final int WHITE = 235 << 8;

    private static final double DARKEST = 0.75;
    /** For how long the brightest of the picture is remembered: cameras adapt their exposure within seconds. */
    private static final double WHITE_SECONDS = 10;

    private boolean[] lit = {};
    private float[] share = {};
    private int[] luma = {};
    private double brightest = WHITE;
    private boolean grey;

    /** Whether each sample is lit now; lent. */
    boolean[] lit() {
        return lit;
    }

    /** The share of the last seconds for which each sample was lit, 0 to 1; lent. */
    float[] share() {
        return share;
    }

    /** Brightness of each sample, in 1/256 of a level; lent. */
    int[] luma() {
        return luma;
    }

    /**
     * What is white in this picture: the brightest of the last seconds, in 1/256 of a level. Without colour it is always the same: steam
     * before a dark yard is told from flames by its brightness alone.
     */
    double white() {
        return grey ? WHITE : Math.max(DARKEST * WHITE, Math.min(WHITE, brightest));
    }

    /** Whether the picture has no colour, so that what is lit is bright and no more. */
    boolean grey() {
        return grey;
    }

    void reset() {
        Arrays.fill(share, 0);
        brightest = 0;
    }

    void update(int[] values, int lumaWidth, int lumaHeight, Chroma chroma, double seconds) {
        int w = chroma.width();
        int h = chroma.height();
        if (lit.length != w * h) {
            lit = new boolean[w * h];
            share = new float[w * h];
            luma = new int[w * h];
        }
        long sum = 0;
        int most = 0;
        for (int y = 0; y < h; y++) {
            int upper = 2 * y * lumaWidth;
            int lower = Math.min(2 * y + 1, lumaHeight - 1) * lumaWidth;
            for (int x = 0; x < w; x++) {
                int left = 2 * x;
                int right = Math.min(2 * x + 1, lumaWidth - 1);
                int mean = values[upper + left] + values[upper + right] + values[lower + left] + values[lower + right]
                        >> 2;
                luma[y * w + x] = mean;
                sum += mean;
                most = Math.max(most, mean);
            }
        }
        grey = chroma.grey();
        brightest = Math.max(most, brightest * Math.exp(-seconds / WHITE_SECONDS));
        float gain = (float) (1 - Math.exp(-seconds / MEMORY_SECONDS));
        int bright = Math.max(LEAST_GREY_LIGHT, (int) (sum / lit.length) + LEAST_GREY_EXCESS);
        int redLight = (int) (white() / WHITE * LEAST_RED_LIGHT);
        byte[] lack = chroma.blueLack();
        byte[] excess = chroma.redExcess();
        for (int i = 0; i < lit.length; i++) {
            boolean on = flame(luma[i], lack[i], excess[i], redLight) || (grey && luma[i] >= bright);
            lit[i] = on;
            share[i] += ((on ? 1 : 0) - share[i]) * gain;
        }
    }

    static boolean flame(int luma, int lack, int excess, int leastRedLight) {
        return lack + excess >= LEAST_CHROMA
                && excess >= LEAST_RED
                && 8 * lack >= LEAST_HUE * excess
                && 8 * lack <= MOST_HUE * excess
                && redLight(luma, excess) >= leastRedLight;
    }

    /** The red channel (BT.601, limited range), in 1/256 of a level. */
    static int redLight(int luma, int excess) {
        return (298 * (luma - (16 << 8)) >> 8) + 409 * excess;
    }
}
