package dev.vsa.perception.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vsa.frame.Frame;
import dev.vsa.frame.PixelFormat;
import dev.vsa.model.ModelInput;
import dev.vsa.model.ModelInput.Pixels;
import dev.vsa.model.ModelInput.Resize;
import dev.vsa.perception.Detections;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part of a frame against the same part as a frame of its own. */
class PreprocessorPartTest {

    private static final InputSize SIZE = new InputSize(160, 96);
    private static final List<Double> NOUGHT = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);
    private static final ModelInput INPUT =
            new ModelInput(Pixels.UINT8_NHWC_BGRX, 0, 0, Resize.LETTERBOX, 114, NOUGHT, ONE);

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void partsThatTakeTurnsAreWhatTheyWouldBeAlone(PixelFormat format) {
        Frame frame = Pictures.noise(format, 321, 241, 3, new Random(7));
        ByteBuffer shared = ByteBuffer.allocateDirect(4 * 160 * 96);
        Preprocessor wide = new Preprocessor(frame.layout(), 200, 80, INPUT, SIZE, shared);
        Preprocessor high = new Preprocessor(frame.layout(), 101, 161, INPUT, SIZE, shared);
        for (int turn = 0; turn < 2; turn++) {
            wide.pad();
            wide.apply(frame, 120, 42 + 2 * turn);
            assertThat(shared).isEqualTo(alone(frame, 120, 42 + 2 * turn, 200, 80));
            high.pad();
            high.apply(frame, 220, 80);
            assertThat(shared).isEqualTo(alone(frame, 220, 80, 101, 161));
        }
    }

    private static ByteBuffer alone(Frame frame, int x, int y, int width, int height) {
        List<ByteBuffer> planes = new ArrayList<>();
        for (int p = 0; p < frame.format().planes(); p++) {
            int from =
                    frame.format().rows(p, y) * frame.stride(p) + frame.format().rowBytes(p, x);
            planes.add(frame.plane(p).slice(from, frame.plane(p).capacity() - from));
        }
        Frame.Layout layout =
                new Frame.Layout(frame.format(), width, height, frame.layout().strides(), 1);
        ByteBuffer tensor = ByteBuffer.allocateDirect(4 * 160 * 96);
        new Preprocessor(layout, INPUT, SIZE, tensor).apply(Frame.wrap(layout, planes, 0, 0, () -> {}));
        return tensor;
    }

    @Test
    void whatReachesBeyondTheFrameIsRefused() {
        Frame frame = Pictures.noise(PixelFormat.GRAY8, 64, 48, 0, new Random(1));
        Detections out = new Detections();
        try (ObjectModel model = ObjectModel.builtIn();
                ObjectDetector eyes = model.detector()) {
            assertThatIllegalArgumentException().isThrownBy(() -> eyes.detect(frame, 2, 0, 63, 48, out));
            assertThatIllegalArgumentException().isThrownBy(() -> eyes.detect(frame, 1, 0, 32, 32, out));
            assertThatIllegalArgumentException().isThrownBy(() -> eyes.detect(frame, 0, 0, 32, 0, out));
            assertThat(out.size()).isZero();
            eyes.detect(frame, 32, 16, 32, 32, out);
        }
    }
}
