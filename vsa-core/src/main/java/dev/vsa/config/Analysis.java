package dev.vsa.config;

import java.util.Optional;

/**
 * How a camera's frames are analysed.
 *
 * @param fps at most this many frames a second are analysed, of media time; 0 for every frame
 * @param model the object model: empty for the built-in one, else a catalogue name or a path to a model's YAML file
 * @param inputWidth columns of the model's input; 0 to choose by the camera's aspect ratio
 * @param inputHeight rows of the model's input; 0 to choose by the camera's aspect ratio
 * @param reuse while nothing changes in the picture, the objects that were found last are taken over for at most so many seconds
 *     of media time, 0 to 10; with 0 the model runs on every analysed frame. What is too faint to count as a change is found so much
 *     later at most
 */
public record Analysis(double fps, Optional<String> model, int inputWidth, int inputHeight, double reuse) {

    private static final double LONGEST_REUSE = 10;
    private static final double USUAL_REUSE = 1;

    /** At most 12.5 analysed frames a second, the built-in model, its input chosen by the camera's aspect ratio, objects taken over for a second. */
    public static final Analysis DEFAULT = new Analysis(12.5, Optional.empty(), 0, 0);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if the rate is not 0 to 120, a side is not 0 or a multiple of 32 up to 2048, or
     *     the reuse is not 0 to 10
     */
    public Analysis {
        if (!(fps >= 0 && fps <= 120)) {
            throw new IllegalArgumentException("analysis fps " + fps + " is not between 0 and 120");
        }
        if (!(reuse >= 0 && reuse <= LONGEST_REUSE)) {
            throw new IllegalArgumentException("reuse of " + reuse + " s is not between 0 and " + LONGEST_REUSE);
        }
        if (inputWidth % 32 != 0
                || inputHeight % 32 != 0
                || Math.min(inputWidth, inputHeight) < 0
                || Math.max(inputWidth, inputHeight) > 2048
                || (inputWidth == 0) != (inputHeight == 0)) {
            throw new IllegalArgumentException("model input " + inputWidth + "x" + inputHeight
                    + "; both sides are 0, or multiples of 32 up to 2048");
        }
    }

    /**
     * With objects taken over for as long as by default.
     *
     * @param fps see above
     * @param model see above
     * @param inputWidth see above
     * @param inputHeight see above
     */
    public Analysis(double fps, Optional<String> model, int inputWidth, int inputHeight) {
        this(fps, model, inputWidth, inputHeight, USUAL_REUSE);
    }
}
