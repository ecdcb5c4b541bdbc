package dev.vsa.perception.objects;

import dev.vsa.model.ModelInput;

/**
 * Columns and rows of a model's input.
 *
 * @param width columns
 * @param height rows
 */
record InputSize(int width, int height) {

    /** The longer side where the model leaves the size open: what the built-in model was measured at, see its card. */
    private static final int LONG_SIDE = 416;

    /**
     * The size for a picture: 416 pixels on its longer side, and as many multiples of 32 on the other as it takes to keep the
     * picture's shape or to come a little above it: 416x256 for 16:9, 416x320 for 4:3.
     *
     * @param aspect width over height of the picture
     */
    static InputSize forAspect(double aspect) {
        return new InputSize(side(aspect), side(1 / aspect));
    }

    private static int side(double ratio) {
        double wanted = LONG_SIDE * Math.min(1, ratio);
        int steps = (int) Math.ceil(wanted / ModelInput.SIDE_STEP - 1e-6);
        return Math.max(1, steps) * ModelInput.SIDE_STEP;
    }
}
