package dev.vsa.config;

import java.util.Optional;

/**
 * How a camera's frames are analysed.
 *
 * @param fps at most this many frames a second are analysed, of media time; 0 for every frame
 * @param model the object model: empty for the built-in one, else a catalogue name or a path to a model's YAML file
 * @param inputWidth columns of the model's input; 0 to choose by the camera's aspect ratio
 * @param inputHeight rows of the model's input; 0 to choose by the camera's aspect ratio
 */
public record Analysis(double fps, Optional<String> model, int inputWidth, int inputHeight) {

    /** At most 12.5 analysed frames a second, the built-in model, its input chosen by the camera's aspect ratio. */
    public static final Analysis DEFAULT = new Analysis(12.5, Optional.empty(), 0, 0);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if the rate is not 0 to 120, or a side is not 0 or a multiple of 32 up to 2048
     */
    public Analysis {
        if (!(fps >= 0 && fps <= 120)) {
            throw new IllegalArgumentException("analysis fps " + fps + " is not between 0 and 120");
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
}
