package dev.vsa.perception.inference;

/**
 * From luma and chroma to blue, green and red, limited range, in whole numbers: ITU-R BT.601-7 and BT.709-6, 2.5. A frame does
 * not say which of the two it follows; by custom, pictures of 720 rows and more follow the second. Immutable.
 */
public final class ColourMatrix {

    private static final int HD_ROWS = 720;

    /** Bits behind the point of the factors. */
    private static final int FACTOR_BITS = 10;

    /** Samples come times 64. */
    private static final int SAMPLE_BITS = 6;

    private static final int SHIFT = FACTOR_BITS + SAMPLE_BITS;

    private final int luma;
    private final int redOfV;
    private final int greenOfU;
    private final int greenOfV;
    private final int blueOfU;

    /**
     * Derives the factors of the inverse.
     *
     * @param red the share of red in luma
     * @param blue the share of blue in luma
     */
    private ColourMatrix(double red, double blue) {
        double green = 1 - red - blue;
        double chroma = 255.0 / 224;
        this.luma = fixed(255.0 / 219);
        this.redOfV = fixed(2 * (1 - red) * chroma);
        this.blueOfU = fixed(2 * (1 - blue) * chroma);
        this.greenOfU = fixed(-2 * blue * (1 - blue) / green * chroma);
        this.greenOfV = fixed(-2 * red * (1 - red) / green * chroma);
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << FACTOR_BITS));
    }

    /** That of a picture of so many rows. */
    public static ColourMatrix forRows(int rows) {
        return rows >= HD_ROWS ? new ColourMatrix(0.2126, 0.0722) : new ColourMatrix(0.299, 0.114);
    }

    /**
     * Converts a row.
     *
     * @param y luma times 64
     * @param u chroma times 64, at least as many
     * @param v chroma times 64, at least as many
     * @param blue out, 0 to 255
     * @param green out, 0 to 255
     * @param red out, 0 to 255
     */
    public void convert(int[] y, int[] u, int[] v, int[] blue, int[] green, int[] red) {
        int black = 16 << SAMPLE_BITS;
        int middle = 128 << SAMPLE_BITS;
        int half = 1 << (SHIFT - 1);
        for (int i = 0; i < y.length; i++) {
            int light = (y[i] - black) * luma + half;
            int cb = u[i] - middle;
            int cr = v[i] - middle;
            blue[i] = clamp(light + blueOfU * cb >> SHIFT);
            green[i] = clamp(light + greenOfU * cb + greenOfV * cr >> SHIFT);
            red[i] = clamp(light + redOfV * cr >> SHIFT);
        }
    }

    /** Cuts to 0 to 255, in operations that JDK 17 turns into vector instructions; Math.min and Math.max on ints it does not. */
    private static int clamp(int sample) {
        int fromWhite = 255 - (sample & ~(sample >> 31));
        return 255 - (fromWhite & ~(fromWhite >> 31));
    }

    /** Rounds samples times 64 to samples, in place. */
    public static void round(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = samples[i] + (1 << (SAMPLE_BITS - 1)) >> SAMPLE_BITS;
        }
    }
}
