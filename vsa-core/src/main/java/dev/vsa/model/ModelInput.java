package dev.vsa.model;

import java.util.List;

/**
 * What a model is fed with.
 *
 * @param pixels type, order and place of the samples
 * @param width columns, or 0 where the model takes any multiple of {@link #SIDE_STEP}
 * @param height rows, or 0 where the model takes any multiple of {@link #SIDE_STEP}
 * @param resize how a picture is brought to that size
 * @param padding the sample that fills what a letterbox leaves free, 0 to 255
 * @param mean subtracted from each of the three channels, in the order of {@code pixels}; 0 to 255
 * @param std each channel is divided by, after the mean is gone; above 0
 */
public record ModelInput(
        Pixels pixels, int width, int height, Resize resize, int padding, List<Double> mean, List<Double> std) {

    /** Sides of a model that takes any size are multiples of this, pixels. */
    public static final int SIDE_STEP = 32;

    private static final int MAX_SIDE = 2048;

    /** Type, order and place of the samples in the tensor. */
    public enum Pixels {
        /** Unsigned bytes [batch, height, width, 4]: blue, green, red and one that is ignored. */
        UINT8_NHWC_BGRX,
        /** Floats [batch, 3, height, width]: planes of blue, green, red. */
        FLOAT_NCHW_BGR,
        /** Floats [batch, 3, height, width]: planes of red, green, blue. */
        FLOAT_NCHW_RGB,
        /** 32-bit integers [batch, height, width, 3]: red, green, blue. */
        INT32_NHWC_RGB,
        /** Floats [batch, 1, height, width]: luma. */
        FLOAT_NCHW_GRAY
    }

    /** How a picture is brought to the size of the input. */
    public enum Resize {
        /** Width and height each on its own; shapes are distorted a little unless the aspect ratios agree. */
        STRETCH,
        /** As large as fits without distortion, in the upper left corner; the rest is padding. */
        LETTERBOX
    }

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public ModelInput {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (width < 0 || height < 0 || width > MAX_SIDE || height > MAX_SIDE || (width == 0) != (height == 0)) {
            throw new IllegalArgumentException(
                    "input " + width + "x" + height + ": both sides are 0 (any size) or 1 to " + MAX_SIDE);
        }
        if (padding < 0 || padding > 255) {
            throw new IllegalArgumentException("padding " + padding + " is not between 0 and 255");
        }
        if (mean.size() != 3 || std.size() != 3 || std.stream().anyMatch(s -> !(s > 0))) {
            throw new IllegalArgumentException("mean and std have three numbers each, and those of std are above 0");
        }
    }

    /** Whether the model takes pictures of any size whose sides are multiples of {@link #SIDE_STEP}. */
    public boolean anySize() {
        return width == 0;
    }
}
