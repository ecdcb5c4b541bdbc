package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the definition in double precision: plane by plane, pixel by pixel. */
class PreprocessorTest {

    /** Weights are multiples of 1/256: half of one on each of two axes, times 255, times the largest factor of chroma. */
    private static final double MOST_ERROR = 2.5;

    /** Below a half, which is what cutting instead of rounding would give. */
    private static final double MOST_BIAS = 0.4;

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);
    private static final List<Double> MEAN = List.of(103.53, 116.28, 123.675);
    private static final List<Double> STD = List.of(57.375, 57.12, 58.395);

    static Stream<Arguments> formatsAndSizes() {
        int[][] sizes = {
            {768, 576, 416, 320},
            {1280, 720, 416, 256},
            {641, 361, 96, 64},
            {64, 48, 128, 96},
            {33, 17, 32, 32},
            {1, 1, 32, 32},
            {200, 99, 160, 96},
            {2, 300, 32, 416},
            {1921, 1079, 416, 256},
            {1285, 721, 416, 234},
            {3841, 401, 416, 64}
        };
        return Stream.of(PixelFormat.values())
                .flatMap(f -> IntStream.range(0, sizes.length).mapToObj(i -> Arguments.of(f, sizes[i], 1000L + i)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndSizes")
    void stretchesToBytesAsTheDefinitionSays(PixelFormat format, int[] size, long seed) {
        Frame frame = Pictures.noise(format, size[0], size[1], (int) (seed % 5), new Random(seed));
        int w = size[2];
        int h = size[3];
        ByteBuffer tensor = direct(4 * w * h);
        new Preprocessor(frame.layout(), input(Pixels.UINT8_NHWC_BGRX, Resize.STRETCH), new InputSize(w, h), tensor)
                .apply(frame);
        double[][][] expected = Reference.picture(frame, w, h);
        double most = 0;
        double sum = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                for (int c = 0; c < 3; c++) {
                    double error = (tensor.get(4 * (y * w + x) + c) & 255) - expected[c][y][x];
                    most = Math.max(most, Math.abs(error));
                    sum += error;
                }
            }
        }
        assertThat(most).as("largest error, seed %d", seed).isLessThan(MOST_ERROR);
        assertThat(sum / (3 * w * h)).as("mean error, seed %d", seed).isCloseTo(0, within(MOST_BIAS));
    }

    @ParameterizedTest
    @MethodSource("formatsAndSizes")
    void letterboxesToNormalisedPlanesAsTheDefinitionSays(PixelFormat format, int[] size, long seed) {
        Frame frame = Pictures.noise(format, size[0], size[1], (int) (seed % 3), new Random(seed));
        int side = 160;
        ByteBuffer tensor = direct(12 * side * side);
        ModelInput input = new ModelInput(Pixels.FLOAT_NCHW_RGB, 0, 0, Resize.LETTERBOX, 114, MEAN, STD);
        Preprocessor made = new Preprocessor(frame.layout(), input, new InputSize(side, side), tensor);
        made.apply(frame);
        int w = made.contentWidth();
        int h = made.contentHeight();
        double[][][] expected = Reference.picture(frame, w, h);
        double most = 0;
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    double sample = x < w && y < h ? expected[2 - c][y][x] : 114;
                    double found = tensor.getFloat(4 * ((c * side + y) * side + x)) * STD.get(c) + MEAN.get(c);
                    most = Math.max(most, Math.abs(found - sample));
                }
            }
        }
        assertThat(most).as("largest error, seed %d", seed).isLessThan(MOST_ERROR);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 255", "127.5, 127.5", "128, 1", "128, 64", "103.53, 57.375"})
    void floatsAreToTheBitTheSamplesNormalisedInDoublePrecision(double mean, double std) {
        Frame frame = Pictures.noise(PixelFormat.I420, 333, 187, 1, new Random(7));
        InputSize size = new InputSize(160, 160);
        ByteBuffer samples = direct(4 * 160 * 160);
        ByteBuffer floats = direct(12 * 160 * 160);
        List<Double> from = List.of(mean, mean, mean);
        List<Double> by = List.of(std, std, std);
        new Preprocessor(frame.layout(), input(Pixels.UINT8_NHWC_BGRX, Resize.LETTERBOX), size, samples).apply(frame);
        new Preprocessor(
                        frame.layout(),
                        new ModelInput(Pixels.FLOAT_NCHW_BGR, 0, 0, Resize.LETTERBOX, 114, from, by),
                        size,
                        floats)
                .apply(frame);
        for (int i = 0; i < 160 * 160; i++) {
            for (int c = 0; c < 3; c++) {
                float expected = (float) (((samples.get(4 * i + c) & 255) - mean) / std);
                assertThat(floats.getFloat(4 * (c * 160 * 160 + i))).isEqualTo(expected);
            }
        }
    }

    @Test
    void letterboxKeepsTheShapeAsItIsMeantToBeSeen() {
        Frame.Layout anamorphic = new Frame.Layout(PixelFormat.GRAY8, 720, 576, List.of(720), 16.0 / 15);
        Preprocessor made = new Preprocessor(
                anamorphic,
                input(Pixels.FLOAT_NCHW_BGR, Resize.LETTERBOX),
                new InputSize(416, 416),
                direct(12 * 416 * 416));
        assertThat(List.of(made.contentWidth(), made.contentHeight())).containsExactly(416, 312);
    }

    @Test
    void whiteAndBlackOfLimitedRangeBecomeWhiteAndBlack() {
        assertThat(colour(PixelFormat.I420, 360, 235, 128, 128)).containsExactly(255, 255, 255);
        assertThat(colour(PixelFormat.NV12, 360, 16, 128, 128)).containsExactly(0, 0, 0);
    }

    @Test
    void standardPicturesFollowBt601AndLargeOnesBt709() {
        // Pure red: Y, Cb, Cr of either recommendation.
        assertThat(colour(PixelFormat.I420, 576, 81, 90, 240)).satisfies(PreprocessorTest::isRed);
        assertThat(colour(PixelFormat.I420, 720, 63, 102, 240)).satisfies(PreprocessorTest::isRed);
    }

    private static void isRed(int[] bgr) {
        assertThat(bgr[0]).isLessThan(4);
        assertThat(bgr[1]).isLessThan(4);
        assertThat(bgr[2]).isGreaterThan(251);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "2560, 1440", "1280, 720", "768, 576"})
    void aRealPictureBecomesWhatTheMeanOverAreasMakesOfIt(int width, int height) {
        Frame frame = Pictures.frame(Pictures.scaled(Pictures.street(), width, height), PixelFormat.GRAY8);
        ByteBuffer tensor = direct(4 * 416 * 256);
        new Preprocessor(frame.layout(), input(Pixels.UINT8_NHWC_BGRX, Resize.STRETCH), new InputSize(416, 256), tensor)
                .apply(frame);
        double sum = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 416; x++) {
                sum += Math.abs((tensor.get(4 * (y * 416 + x)) & 255) - mean(frame, x, y, 416, 256));
            }
        }
        assertThat(sum / (416 * 256)).as("mean difference, levels of 255").isLessThan(1.6);
    }

    /** The mean of all pixels under a target pixel, in whole pixels of the frame. */
    private static double mean(Frame frame, int x, int y, int w, int h) {
        double sx = (double) frame.width() / w;
        double sy = (double) frame.height() / h;
        double sum = 0;
        double weight = 0;
        for (int r = (int) (y * sy); r < Math.min(frame.height(), (y + 1) * sy); r++) {
            double high = Math.min(r + 1, (y + 1) * sy) - Math.max(r, y * sy);
            for (int c = (int) (x * sx); c < Math.min(frame.width(), (x + 1) * sx); c++) {
                double wide = Math.min(c + 1, (x + 1) * sx) - Math.max(c, x * sx);
                sum += high * wide * (frame.plane(0).get(r * frame.stride(0) + c) & 255);
                weight += high * wide;
            }
        }
        return sum / weight;
    }

    @Test
    void aPictureLeavesNoTraceInTheNext() {
        ByteBuffer tensor = direct(4 * 64 * 64);
        Frame first = Pictures.noise(PixelFormat.I420, 100, 80, 0, new Random(1));
        Frame second = Pictures.noise(PixelFormat.I420, 100, 80, 0, new Random(2));
        Preprocessor made = new Preprocessor(
                first.layout(), input(Pixels.UINT8_NHWC_BGRX, Resize.STRETCH), new InputSize(64, 64), tensor);
        made.apply(second);
        byte[] alone = bytes(tensor);
        made.apply(first);
        made.apply(second);
        assertThat(bytes(tensor)).isEqualTo(alone);
    }

    private static int[] colour(PixelFormat format, int rows, int y, int u, int v) {
        Frame frame = format == PixelFormat.NV12
                ? Pictures.frame(format, 64, rows, 0, (plane, r, c) -> (byte) (plane == 0 ? y : c % 2 == 0 ? u : v))
                : Pictures.plain(format, 64, rows, plane -> plane == 0 ? y : plane == 1 ? u : v);
        ByteBuffer tensor = direct(4 * 32 * 32);
        new Preprocessor(frame.layout(), input(Pixels.UINT8_NHWC_BGRX, Resize.STRETCH), new InputSize(32, 32), tensor)
                .apply(frame);
        int middle = 4 * (16 * 32 + 16);
        return new int[] {tensor.get(middle) & 255, tensor.get(middle + 1) & 255, tensor.get(middle + 2) & 255};
    }

    private static ModelInput input(Pixels pixels, Resize resize) {
        return new ModelInput(pixels, 0, 0, resize, 114, ZERO, ONE);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static byte[] bytes(ByteBuffer tensor) {
        byte[] copy = new byte[tensor.capacity()];
        tensor.get(0, copy);
        return copy;
    }

    /** The definition. */
    private static final class Reference {

        /** Blue, green, red of the picture at another size. */
        static double[][][] picture(Frame frame, int w, int h) {
            double[][] y = plane(frame, 0, 0, 1, w, h);
            return switch (frame.format()) {
                case GRAY8 -> new double[][][] {y, y, y};
                case BGR24 ->
                    new double[][][] {
                        plane(frame, 0, 0, 3, w, h), plane(frame, 0, 1, 3, w, h), plane(frame, 0, 2, 3, w, h)
                    };
                case I420 -> colours(frame, y, chroma(frame, 1, 0, 1, w, h), chroma(frame, 2, 0, 1, w, h));
                case NV12 -> colours(frame, y, chroma(frame, 1, 0, 2, w, h), chroma(frame, 1, 1, 2, w, h));
            };
        }

        static double[][][] colours(Frame frame, double[][] y, double[][] u, double[][] v) {
            double kr = frame.height() >= 720 ? 0.2126 : 0.299;
            double kb = frame.height() >= 720 ? 0.0722 : 0.114;
            double[][][] out = new double[3][y.length][y[0].length];
            for (int r = 0; r < y.length; r++) {
                for (int c = 0; c < y[0].length; c++) {
                    double luma = (y[r][c] - 16) / 219;
                    double blue = luma + 2 * (1 - kb) * (u[r / 2][c / 2] - 128) / 224;
                    double red = luma + 2 * (1 - kr) * (v[r / 2][c / 2] - 128) / 224;
                    double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
                    out[0][r][c] = Math.max(0, Math.min(255, 255 * blue));
                    out[1][r][c] = Math.max(0, Math.min(255, 255 * green));
                    out[2][r][c] = Math.max(0, Math.min(255, 255 * red));
                }
            }
            return out;
        }

        /** At half the size, as chroma is. */
        static double[][] chroma(Frame frame, int plane, int offset, int step, int w, int h) {
            return plane(frame, plane, offset, step, (w + 1) / 2, (h + 1) / 2);
        }

        static double[][] plane(Frame frame, int plane, int offset, int step, int w, int h) {
            int columns = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
            int rows = frame.format().rows(plane, frame.height());
            int together = step > 1 || columns < 3 * w ? 1 : columns < 4 * w ? 2 : 4;
            int rowStep = rows < 4 * h ? 1 : 2;
            double[][] across = new double[(rows + rowStep - 1) / rowStep][];
            for (int r = 0; r < across.length; r++) {
                double[] line = new double[(columns + together - 1) / together];
                for (int c = 0; c < line.length; c++) {
                    for (int k = 0; k < together; k++) {
                        int at = Math.min(columns - 1, c * together + k);
                        int sample =
                                frame.plane(plane).get(r * rowStep * frame.stride(plane) + offset + at * step) & 255;
                        line[c] += (double) sample / together;
                    }
                }
                across[r] = line(line, (double) columns / together, w);
            }
            double[][] out = new double[h][w];
            for (int c = 0; c < w; c++) {
                double[] line = new double[across.length];
                for (int r = 0; r < across.length; r++) {
                    line[r] = across[r][c];
                }
                double[] down = line(line, (double) rows / rowStep, h);
                for (int r = 0; r < h; r++) {
                    out[r][c] = down[r];
                }
            }
            return out;
        }

        static double[] line(double[] in, double length, int targets) {
            double ratio = length / targets;
            double[] out = new double[targets];
            for (int t = 0; t < targets; t++) {
                if (ratio > 1.5) {
                    for (int s = (int) (t * ratio); s < Math.min(in.length, (t + 1) * ratio); s++) {
                        double covered = Math.min(s + 1, (t + 1) * ratio) - Math.max(s, t * ratio);
                        out[t] += Math.max(0, covered) * in[s] / ratio;
                    }
                } else {
                    double at = Math.max(0, Math.min(in.length - 1, (t + 0.5) * ratio - 0.5));
                    int left = Math.min((int) at, Math.max(0, in.length - 2));
                    double f = at - left;
                    out[t] = in[left] * (1 - f) + (f == 0 ? 0 : in[left + 1] * f);
                }
            }
            return out;
        }
    }
}
