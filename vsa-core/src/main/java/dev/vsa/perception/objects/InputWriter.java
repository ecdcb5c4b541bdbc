package dev.vsa.perception.objects;

import dev.vsa.model.ModelInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** Writes rows of blue, green and red into a model's input tensor. */
interface InputWriter {

    /**
     * Writes the beginning of a row.
     *
     * @param row which
     * @param n how many pixels
     * @param blue samples 0 to 255
     * @param green samples 0 to 255
     * @param red samples 0 to 255
     */
    void row(int row, int n, int[] blue, int[] green, int[] red);

    /**
     * The one for a model's input.
     *
     * @param input what the model wants
     * @param size of the tensor
     * @param tensor the memory
     */
    static InputWriter of(ModelInput input, InputSize size, ByteBuffer tensor) {
        return switch (input.pixels()) {
            case UINT8_NHWC_BGRX ->
                new Bytes(size.width(), tensor.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
            case FLOAT_NCHW_BGR -> new Floats(input, size, false, floats(tensor));
            case FLOAT_NCHW_RGB -> new Floats(input, size, true, floats(tensor));
            case INT32_NHWC_RGB, FLOAT_NCHW_GRAY ->
                throw new IllegalArgumentException("no object model takes " + input.pixels());
        };
    }

    private static FloatBuffer floats(ByteBuffer tensor) {
        return tensor.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** Bytes, four a pixel. */
    final class Bytes implements InputWriter {
        private final int width;
        private final int[] packed;
        private final IntBuffer out;

        Bytes(int width, IntBuffer out) {
            this.width = width;
            this.packed = new int[width];
            this.out = out;
        }

        @Override
        public void row(int row, int n, int[] blue, int[] green, int[] red) {
            for (int x = 0; x < n; x++) {
                packed[x] = blue[x] | green[x] << 8 | red[x] << 16;
            }
            out.put(row * width, packed, 0, n);
        }
    }

    /** Normalised floats, one plane a channel. */
    final class Floats implements InputWriter {
        private final int width;
        private final int plane;
        private final boolean redFirst;
        private final float[][] normalised = new float[3][256];
        private final float[] values;
        private final FloatBuffer out;

        Floats(ModelInput input, InputSize size, boolean redFirst, FloatBuffer out) {
            this.width = size.width();
            this.plane = size.width() * size.height();
            this.redFirst = redFirst;
            this.values = new float[size.width()];
            this.out = out;
            for (int c = 0; c < 3; c++) {
                for (int sample = 0; sample < 256; sample++) {
                    normalised[c][sample] = (float)
                            ((sample - input.mean().get(c)) / input.std().get(c));
                }
            }
        }

        @Override
        public void row(int row, int n, int[] blue, int[] green, int[] red) {
            plane(0, row, n, redFirst ? red : blue);
            plane(1, row, n, green);
            plane(2, row, n, redFirst ? blue : red);
        }

        private void plane(int channel, int row, int n, int[] samples) {
            // JDK 17 makes no vector instructions of conversions from int to float: a table is faster.
            float[] table = normalised[channel];
            for (int x = 0; x < n; x++) {
                values[x] = table[samples[x] & 255];
            }
            out.put(channel * plane + row * width, values, 0, n);
        }
    }
}
