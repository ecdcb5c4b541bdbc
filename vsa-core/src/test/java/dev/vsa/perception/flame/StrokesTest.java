package dev.vsa.perception.flame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.PixelFormat;
import dev.vsa.testkit.Footage;
import dev.vsa.testkit.Footage.Act;
import dev.vsa.testkit.simulation.Flames;
import dev.vsa.testkit.simulation.Lights;
import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On simulated pictures. */
class StrokesTest {

    private static final Act CLOCK = Lights.clock(Color.WHITE, true);

    @ParameterizedTest
    @CsvSource({"320,180", "640,360", "1920,1080"})
    void aTextHasManyWhateverThePicturesSize(int width, int height) {
        assertThat(strokes(width, height, PixelFormat.I420, CLOCK, 0.05, 0.04, 0.5, 0.09))
                .isGreaterThan(0.14);
    }

    @ParameterizedTest
    @CsvSource({"320,180", "640,360", "1920,1080"})
    void aSmallFlameHasFew(int width, int height) {
        Act flame = Flames.at(0.9, 0.6, 0.09);

        assertThat(strokes(width, height, PixelFormat.I420, flame, 0.486, 0.51, 0.526, 0.6))
                .isBetween(0.0, 0.128);
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "BGR24", "GRAY8"})
    void everyFormatIsRead(PixelFormat format) {
        assertThat(strokes(320, 180, format, CLOCK, 0.05, 0.04, 0.5, 0.09)).isGreaterThan(0.14);
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1,0.5,0.4", "0.5,0.1,0.51,0.18"})
    void whatHasNoTextsShapeIsNotMeasured(double left, double top, double right, double bottom) {
        assertThat(strokes(320, 180, PixelFormat.I420, CLOCK, left, top, right, bottom))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"-0.1,-0.05,0.2,0.04", "0.9,0.95,1.2,1.04", "1.5,1.5,1.6,1.55"})
    void aBoxThatGoesBeyondThePictureIsReadAsFarAsThereIsAny(double left, double top, double right, double bottom) {
        assertThat(strokes(320, 180, PixelFormat.I420, CLOCK, left, top, right, bottom))
                .isBetween(0.0, 1.0);
    }

    private static double strokes(
            int width, int height, PixelFormat format, Act act, double left, double top, double right, double bottom) {
        double[] share = new double[1];
        Footage.of(width, height, 10, 0.1)
                .act(Lights.backdrop(40))
                .act(act)
                .format(format)
                .play(frame -> share[0] = Strokes.in(frame, left, top, right, bottom));
        return share[0];
    }
}
