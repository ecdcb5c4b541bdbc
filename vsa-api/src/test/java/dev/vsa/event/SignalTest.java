package dev.vsa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    private static final Subject SUBJECT = new Subject(1, Role.PERSON, new Box(0, 0, 0.1, 0.2));
    private static final Explanation WHY = Explanation.of("someone is there");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.999, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void aMarginBelowOneIsNoSignal(double margin) {
        assertThatThrownBy(() -> new Signal("quay", 1, 0, margin, List.of(SUBJECT), WHY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("margin");
    }

    @Test
    void aSignalIsAboutSomething() {
        assertThatThrownBy(() -> new Signal("quay", 1, 0, 1, List.of(), WHY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a signal needs a subject");
    }

    @Test
    void laterChangesOfTheListDoNotReachTheSignal() {
        List<Subject> subjects = new ArrayList<>(List.of(SUBJECT));
        Signal signal = new Signal("quay", 1, 0, 1, subjects, WHY);
        subjects.clear();

        assertThat(signal.subjects()).containsExactly(SUBJECT);
    }

    @Test
    void aMeasureIsToldWithItsUnitAndThreshold() {
        assertThat(new Measure("speed", 1.2345, 1, "m/s")).hasToString("speed 1.23 m/s (threshold 1.00)");
    }

    @Test
    void aMeasureWithoutAThresholdIsToldWithoutOne() {
        assertThat(Measure.of("persons", 12, "")).hasToString("persons 12.0");
    }

    @Test
    void anExplanationKeepsItsMeasures() {
        assertThat(Explanation.of("crowded", Measure.of("persons", 12, "")).measures())
                .hasSize(1);
    }
}
