package dev.vsa.perception.motion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.frame.Frame;
import dev.vsa.perception.luma.Luma;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Street street = new Street();
    private final Luma luma = new Luma();
    private final Gate gate = new Gate(1);

    private boolean open() {
        Frame frame = street.next();
        luma.load(frame);
        return gate.open(luma, frame.mediaNanos());
    }

    private void look() {
        Frame frame = street.next();
        luma.load(frame);
        gate.looked(luma, frame.mediaNanos());
    }

    @BeforeEach
    void objectsWereLookedForInTheEmptyStreet() {
        look();
    }

    @Test
    void aFreshGateIsOpen() {
        assertThat(new Gate(1).open(luma, 0)).isTrue();
    }

    @Test
    void noiseOfTheSensorDoesNotOpenIt() {
        for (int i = 0; i < 11; i++) {
            assertThat(open()).isFalse();
        }
    }

    @Test
    void aSmallPersonOpensItAtOnce() {
        street.paint(0.5, 0.5, 0.0125, 0.05, 60);

        assertThat(open()).isTrue();
    }

    @Test
    void whatFadesInSlowlyOpensItOnceItIsThere() {
        int opened = -1;
        for (int level = 100; level > 70 && opened < 0; level -= 3) {
            street.empty().paint(0.5, 0.5, 0.05, 0.2, level);
            opened = open() ? level : -1;
        }

        assertThat(opened).isBetween(76, 94);
    }

    @Test
    void afterItsTimeItOpensThoughNothingChanges() {
        int shut = 0;
        while (!open()) {
            shut++;
        }

        assertThat(shut * Street.FRAME_S).isBetween(0.85, 1.0);
    }

    @Test
    void aGateThatMayNotStayShutIsAlwaysOpen() {
        Gate always = new Gate(0);
        always.looked(luma, 80_000_000);

        assertThat(always.open(luma, 160_000_000)).isTrue();
    }

    @Test
    void aResetOpensIt() {
        gate.reset();

        assertThat(open()).isTrue();
    }

    @Test
    void timeThatGoesBackOpensIt() {
        assertThat(gate.open(luma, -1)).isTrue();
    }
}
