package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.vsa.model.ModelClass;
import dev.vsa.model.ModelDescription;
import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFamily;
import dev.vsa.model.ModelHead;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import dev.vsa.model.ModelOrigin;
import dev.vsa.model.ModelThresholds;
import dev.vsa.perception.inference.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each family against its formulas, written out without regard to speed, on random outputs. */
class DecoderTest {

    private static final double LEAST = 0.3;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);

    private final Candidates found = new Candidates();

    /** A box that is expected: left, top, right, bottom, score, class. */
    private record Expected(double l, double t, double r, double b, double score, int kind) {}

    @ParameterizedTest
    @CsvSource({"11, 0.5, 1", "8, 0.5, 2", "8, 0, 3", "2, 0.5, 4"})
    void readsDistributionsInTwoOutputs(int bins, double cellOffset, long seed) {
        ModelDescription model = model(ModelFamily.NANODET, 7, new ModelHead(STRIDES, bins, cellOffset));
        int cells = cells(96, 64, STRIDES);
        Random random = new Random(seed);
        Output scores = output("scores", random::nextDouble, 1, cells, 7);
        Output boxes = output("boxes", () -> 4 * random.nextGaussian(), 1, cells, 4 * bins);
        Decoder.of(model, List.of(scores, boxes), new InputSize(96, 64)).decode(found);
        assertFound(distributions(model, 96, 64, scores.floats(), 7, 0, boxes.floats(), 4 * bins, 0), seed);
    }

    @Test
    void readsDistributionsSideBySideInOneOutput() {
        ModelDescription model = model(ModelFamily.NANODET, 7, new ModelHead(STRIDES, 8, 0));
        Random random = new Random(5);
        Output both = output("output", random::nextDouble, 1, cells(96, 64, STRIDES), 7 + 32);
        Decoder.of(model, List.of(both), new InputSize(96, 64)).decode(found);
        assertFound(distributions(model, 96, 64, both.floats(), 39, 0, both.floats(), 39, 7), 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 32})
    void readsDistributionsInAnOutputForEachStride(int classes) {
        List<Integer> strides = List.of(8, 16, 32, 64);
        ModelDescription model = model(ModelFamily.PICODET, classes, new ModelHead(strides, 8, 0.5));
        Random random = new Random(6);
        int all = cells(96, 80, strides);
        FloatBuffer scores = output("", random::nextDouble, all, classes).floats();
        FloatBuffer boxes = output("", () -> 4 * random.nextGaussian(), all, 32).floats();
        List<Output> outputs = new ArrayList<>();
        outputs.addAll(split(scores, strides, 96, 80, classes));
        outputs.addAll(split(boxes, strides, 96, 80, 32));
        Decoder.of(model, outputs, new InputSize(96, 80)).decode(found);
        assertFound(distributions(model, 96, 80, scores, classes, 0, boxes, 32, 0), 6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsYolox(long seed) {
        ModelDescription model = model(ModelFamily.YOLOX, 5, new ModelHead(STRIDES, 0, 0.5));
        Random random = new Random(seed);
        int cells = cells(128, 96, STRIDES);
        Output output = output("output", random::nextDouble, 1, cells, 10);
        Decoder.of(model, List.of(output), new InputSize(128, 96)).decode(found);
        List<Expected> expected = new ArrayList<>();
        int row = 0;
        for (int stride : STRIDES) {
            for (int gy = 0; gy < 96 / stride; gy++) {
                for (int gx = 0; gx < 128 / stride; gx++, row++) {
                    FloatBuffer d = output.floats();
                    double cx = (d.get(row * 10) + gx) * stride;
                    double cy = (d.get(row * 10 + 1) + gy) * stride;
                    double w = Math.exp(d.get(row * 10 + 2)) * stride;
                    double h = Math.exp(d.get(row * 10 + 3)) * stride;
                    for (int c = 0; c < 5; c++) {
                        double score = (double) d.get(row * 10 + 4) * d.get(row * 10 + 5 + c);
                        expected.add(new Expected(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, score, c));
                    }
                }
            }
        }
        assertFound(expected, seed);
    }

    @Test
    void readsFastestDet() {
        ModelDescription model = model(ModelFamily.FASTESTDET, 5, ModelHead.NONE);
        Random random = new Random(9);
        Output output = output("758", random::nextDouble, 1, 10, 6, 8);
        Decoder.of(model, List.of(output), new InputSize(128, 96)).decode(found);
        List<Expected> expected = new ArrayList<>();
        for (int gy = 0; gy < 6; gy++) {
            for (int gx = 0; gx < 8; gx++) {
                double[] v = new double[10];
                for (int k = 0; k < 10; k++) {
                    v[k] = output.floats().get(k * 48 + gy * 8 + gx);
                }
                double cx = (Math.tanh(v[1]) + gx) / 8 * 128;
                double cy = (Math.tanh(v[2]) + gy) / 6 * 96;
                double w = 1 / (1 + Math.exp(-v[3])) * 128;
                double h = 1 / (1 + Math.exp(-v[4])) * 96;
                for (int c = 0; c < 5; c++) {
                    double score = Math.pow(v[0], 0.6) * Math.pow(v[5 + c], 0.4);
                    expected.add(new Expected(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, score, c));
                }
            }
        }
        assertFound(expected, 9);
    }

    @Test
    void figuresThatAreNoNumbersAreNoObjects() {
        ModelDescription model = model(ModelFamily.NANODET, 7, new ModelHead(STRIDES, 8, 0.5));
        int cells = cells(96, 64, STRIDES);
        double[] odd = {Double.NaN, -1, -0.0, Double.NEGATIVE_INFINITY, 0.1, -1e9, 1e-40};
        int[] next = {0};
        Output scores = output("scores", () -> odd[next[0]++ % odd.length], 1, cells, 7);
        Output boxes = output("boxes", () -> 1, 1, cells, 32);
        Decoder.of(model, List.of(scores, boxes), new InputSize(96, 64)).decode(found);
        assertThat(found.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "NANODET, 8, 7, 32, 252",
        "NANODET, 11, 7, 32, 126",
        "NANODET, 8, 8, 32, 126",
        "PICODET, 8, 7, 32, 10",
        "YOLOX, 0, 7, 12, 10"
    })
    void outputsOfAnotherShapeAreRefusedWithWhatWasExpected(
            ModelFamily family, int bins, int scoreColumns, int boxColumns, int cells) {
        ModelDescription model = model(family, 7, new ModelHead(STRIDES, bins, 0.5));
        Output scores = output("scores", () -> 0, 1, cells, scoreColumns);
        Output boxes = output("boxes", () -> 0, 1, cells, boxColumns);
        assertThatThrownBy(() -> Decoder.of(model, List.of(scores, boxes), new InputSize(96, 64)))
                .isInstanceOf(ModelException.WrongShape.class)
                .hasMessageContaining("scores [1, " + cells + ", " + scoreColumns + "]")
                .hasMessageContaining("correct");
    }

    @Test
    void aFamilyThatFindsNoObjectsIsRefused() {
        ModelDescription model = model(ModelFamily.CLASSIFIER, 7, ModelHead.NONE);
        assertThatThrownBy(() -> Decoder.of(model, List.of(), new InputSize(96, 64)))
                .isInstanceOf(ModelException.UnknownFamily.class)
                .hasMessageContaining("nanodet");
    }

    private static List<Expected> distributions(
            ModelDescription model,
            int w,
            int h,
            FloatBuffer scores,
            int scoreLength,
            int scoreAt,
            FloatBuffer boxes,
            int boxLength,
            int boxAt) {
        int bins = model.head().bins();
        List<Expected> all = new ArrayList<>();
        int row = 0;
        for (int stride : model.head().strides()) {
            int columns = (int) Math.ceil((double) w / stride);
            int rows = (int) Math.ceil((double) h / stride);
            for (int gy = 0; gy < rows; gy++) {
                for (int gx = 0; gx < columns; gx++, row++) {
                    double[] d = new double[4];
                    for (int side = 0; side < 4; side++) {
                        double sum = 0;
                        for (int i = 0; i < bins; i++) {
                            double e = Math.exp(boxes.get(row * boxLength + boxAt + side * bins + i));
                            sum += e;
                            d[side] += i * e * stride;
                        }
                        d[side] /= sum;
                    }
                    double cx = (gx + model.head().cellOffset()) * stride;
                    double cy = (gy + model.head().cellOffset()) * stride;
                    for (int c = 0; c < model.classes().size(); c++) {
                        double score = scores.get(row * scoreLength + scoreAt + c);
                        all.add(new Expected(cx - d[0], cy - d[1], cx + d[2], cy + d[3], score, c));
                    }
                }
            }
        }
        return all;
    }

    private void assertFound(List<Expected> all, long seed) {
        List<Expected> expected = all.stream().filter(e -> e.score >= LEAST).toList();
        assertThat(expected).as("the test itself").hasSizeBetween(10, all.size() - 10);
        assertThat(found.size()).as("found, seed %d", seed).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            Expected e = expected.get(i);
            assertThat(new double[] {found.left[i], found.top[i], found.right[i], found.bottom[i], found.score[i]})
                    .as("box %d, seed %d", i, seed)
                    .containsExactly(new double[] {e.l, e.t, e.r, e.b, e.score}, offset(2e-3));
            assertThat(found.kind[i]).as("class of box %d, seed %d", i, seed).isEqualTo(e.kind);
        }
    }

    private static int cells(int w, int h, List<Integer> strides) {
        return strides.stream()
                .mapToInt(s -> (w + s - 1) / s * ((h + s - 1) / s))
                .sum();
    }

    private static List<Output> split(FloatBuffer all, List<Integer> strides, int w, int h, int columns) {
        List<Output> parts = new ArrayList<>();
        int at = 0;
        for (int stride : strides) {
            int length = cells(w, h, List.of(stride)) * columns;
            int from = at;
            int[] next = {0};
            parts.add(output("part" + stride, () -> all.get(from + next[0]++), 1, length / columns, columns));
            at += length;
        }
        return parts;
    }

    private static Output output(String name, DoubleSupplier values, long... shape) {
        int length = 1;
        for (long s : shape) {
            length *= (int) s;
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * length).order(ByteOrder.nativeOrder());
        for (int i = 0; i < length; i++) {
            memory.putFloat(4 * i, (float) values.getAsDouble());
        }
        return new Output(name, java.util.Arrays.stream(shape).boxed().toList(), memory);
    }

    private static ModelDescription model(ModelFamily family, int classes, ModelHead head) {
        return new ModelDescription(
                "under-test",
                family,
                IntStream.range(0, classes)
                        .mapToObj(i -> ModelClass.of("thing" + i))
                        .toList(),
                new ModelInput(
                        Pixels.FLOAT_NCHW_BGR, 0, 0, Resize.STRETCH, 0, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)),
                head,
                new ModelThresholds(LEAST, 0.5),
                new ModelOrigin("x.onnx", 0, Optional.empty(), "none", List.of()));
    }
}
