package dev.vsa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.frame.PixelFormat;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FootageTest {

    private static final Footage.Act RED_LEFT_HALF = (g, seconds) -> {
        g.setColor(Color.RED);
        g.fill(new Rectangle2D.Double(0, 0, 1, 1));
    };

    @Test
    void aRedActIsRedInTheChromaOfI420AndAbsentWhereItIsNotPainted() {
        Footage.of(64, 32, 10, 0.1).grain(0).act(RED_LEFT_HALF).play(frame -> {
            assertThat(frame.plane(0).get(5) & 0xff).isCloseTo(81, within(1));
            assertThat(frame.plane(2).get(5) & 0xff).isCloseTo(240, within(1));
            assertThat(frame.plane(1).get(5) & 0xff).isCloseTo(90, within(1));
            assertThat(frame.plane(2).get(30) & 0xff).isEqualTo(128);
        });
    }

    @Test
    void anActLastsAsLongAsItIsGiven() {
        List<Integer> levels = new ArrayList<>();
        Footage.of(64, 32, 10, 0.5)
                .grain(0)
                .format(PixelFormat.BGR24)
                .act(RED_LEFT_HALF.between(0.2, 0.4))
                .play(frame -> levels.add(frame.plane(0).get(2) & 0xff));

        assertThat(levels).containsExactly(110, 110, 255, 255, 110);
    }

    @Test
    void theSameSeedGivesTheSamePictures() {
        assertThat(film(3)).isEqualTo(film(3)).isNotEqualTo(film(4));
    }

    private static List<Byte> film(long seed) {
        List<Byte> bytes = new ArrayList<>();
        Footage.of(16, 16, 5, 1)
                .format(PixelFormat.GRAY8)
                .seed(seed)
                .play(frame -> bytes.add(frame.plane(0).get(9)));
        return bytes;
    }
}
