package dev.vsa.perception.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.model.ModelException;
import dev.vsa.model.ModelFile;
import dev.vsa.model.ModelInput.Pixels;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pinned tensors, on the model that ships. */
@Timeout(60)
class LaneTest {

    private static final int SIDE = 64;

    private Session session;

    @BeforeEach
    void load() {
        session = Session.open("built-in", ModelFile.builtIn().read(), 1);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aRunReadsTheInputAndWritesTheOutputsWhereTheyLie() {
        try (Lane lane = new Lane(session, Pixels.UINT8_NHWC_BGRX, SIDE, SIDE)) {
            lane.run();
            float[] black = floats(lane);
            for (int i = 0; i < lane.input().capacity(); i++) {
                lane.input().put(i, (byte) (i * 31));
            }
            lane.run();
            assertThat(floats(lane)).isNotEqualTo(black);
            for (int i = 0; i < lane.input().capacity(); i++) {
                lane.input().put(i, (byte) 0);
            }
            lane.run();
            assertThat(floats(lane)).isEqualTo(black);
        }
    }

    @Test
    void twoLanesOfASessionDoNotShareMemory() {
        try (Lane one = new Lane(session, Pixels.UINT8_NHWC_BGRX, SIDE, SIDE);
                Lane other = new Lane(session, Pixels.UINT8_NHWC_BGRX, SIDE, SIDE)) {
            float[] before = floats(one);
            other.input().put(7, (byte) 99);
            other.outputs().get(0).memory().putFloat(0, 42);
            assertThat(floats(one)).isEqualTo(before);
            assertThat(one.input().get(7)).isZero();
        }
    }

    @Test
    void aModelThatTakesAnotherTypeSaysSo() {
        assertThatThrownBy(() -> new Lane(session, Pixels.INT32_NHWC_RGB, SIDE, SIDE))
                .isInstanceOf(ModelException.WrongShape.class)
                .hasMessageContaining("model 'built-in' cannot be run on INT32_NHWC_RGB 64x64");
    }

    @Test
    void aLaneMayBeClosedTwiceAndAfterItsSession() {
        Lane lane = new Lane(session, Pixels.UINT8_NHWC_BGRX, SIDE, SIDE);
        session.close();
        assertThatThrownBy(lane::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model 'built-in' is closed");
        lane.close();
        assertThatCode(lane::close).doesNotThrowAnyException();
    }

    private static float[] floats(Lane lane) {
        FloatBuffer all = lane.outputs().get(0).floats();
        float[] values = new float[all.capacity()];
        all.get(0, values);
        return values;
    }
}
