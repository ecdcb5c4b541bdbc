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
            case FLOAT_NCHW_BGR -> new Floats(input, size, false, tensor);
            case FLOAT_NCHW_RGB -> new Floats(input, size, true, tensor);
            case INT32_NHWC_RGB, FLOAT_NCHW_GRAY ->
                throw new IllegalArgumentException("no object model takes " + input.pixels());
        };
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

    /**
     * Normalised floats, one plane a channel.
     *
     * <p>JDK 17 makes no vector instructions of conversions from int to float. But the bits of a float from 2^23 up end in the whole
     * number by which it is larger: samples are written as such bits, read back as floats, and brought down. Where that would not give
     * the very float that the definition gives in double precision, for any of 256 samples, a table does it, three times as slowly.
     */
    final class Floats implements InputWriter {
        private static final float BIAS = 1 << 23;
        private static final int BIAS_BITS = Float.floatToRawIntBits(BIAS);

        private final int width;
        private final int plane;
        private final boolean redFirst;
        private final float[][] normalised = new float[3][256];
        private final float[] mean = new float[3];
        private final float[] factor = new float[3];
        private final boolean[] exact = new boolean[3];
        private final int[] bits;
        private final float[] values;
        private final IntBuffer outBits;
        private final FloatBuffer out;

        Floats(ModelInput input, InputSize size, boolean redFirst, ByteBuffer tensor) {
            this.width = size.width();
            this.plane = size.width() * size.height();
            this.redFirst = redFirst;
            this.bits = new int[size.width()];
            this.values = new float[size.width()];
            ByteBuffer memory = tensor.order(ByteOrder.nativeOrder());
            this.outBits = memory.asIntBuffer();
            this.out = memory.asFloatBuffer();
            for (int c = 0; c < 3; c++) {
                double from = input.mean().get(c);
                double by = input.std().get(c);
                mean[c] = (float) from;
                factor[c] = (float) (1 / by);
                exact[c] = true;
                for (int sample = 0; sample < 256; sample++) {
                    normalised[c][sample] = (float) ((sample - from) / by);
                    exact[c] &= Float.compare((sample - mean[c]) * factor[c], normalised[c][sample]) == 0;
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
            int at = channel * plane + row * width;
            if (exact[channel]) {
                bias(samples, bits, n);
                outBits.put(at, bits, 0, n);
                out.get(at, values, 0, n);
                normalise(values, n, mean[channel], factor[channel]);
            } else {
                float[] table = normalised[channel];
                for (int x = 0; x < n; x++) {
                    values[x] = table[samples[x] & 255];
                }
            }
            out.put(at, values, 0, n);
        }

        private static void bias(int[] samples, int[] bits, int n) {
            for (int x = 0; x < n; x++) {
                bits[x] = samples[x] & 255 | BIAS_BITS;
            }
        }

        private static void normalise(float[] values, int n, float mean, float factor) {
            for (int x = 0; x < n; x++) {
                values[x] = (values[x] - BIAS - mean) * factor;
            }
        }
    }
}
