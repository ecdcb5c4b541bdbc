package dev.vsa.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.event.Alert.Phase;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertTest {

    private final List<MarginSample> margin =
            new ArrayList<>(List.of(new MarginSample(1, 1.5), new MarginSample(2, 3), new MarginSample(3, 2)));

    @Test
    void thePeakIsTheHighestMargin() {
        assertThat(alert(Phase.RAISED, Optional.empty(), 1, 2, 3).peakMargin()).isEqualTo(3);
    }

    @Test
    void withoutAMarginThePeakIsTheThreshold() {
        margin.clear();

        assertThat(alert(Phase.RAISED, Optional.empty(), 1, 2, 3).peakMargin()).isEqualTo(1);
    }

    @Test
    void anAlertEndsForACause() {
        assertThatThrownBy(() -> alert(Phase.ENDED, Optional.empty(), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quay/lawn/frame/1");
    }

    @ParameterizedTest
    @EnumSource(names = "ENDED", mode = EnumSource.Mode.EXCLUDE)
    void anAlertHasNoCauseToEndBeforeItEnds(Phase phase) {
        assertThatThrownBy(() -> alert(phase, Optional.of(EndCause.LOSS), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "1, 3, 2"})
    void anAlertBeginsThenIsRaisedThenIsTold(long onset, long raised, long now) {
        assertThatThrownBy(() -> alert(Phase.RAISED, Optional.empty(), onset, raised, now))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMarginOfTooManySamplesIsRefused() {
        margin.addAll(Collections.nCopies(Alert.MAX_MARGIN_SAMPLES, new MarginSample(4, 1)));

        assertThatThrownBy(() -> alert(Phase.RAISED, Optional.empty(), 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterChangesOfTheListsDoNotReachTheAlert() {
        Alert alert = alert(Phase.RAISED, Optional.empty(), 1, 2, 3);
        margin.clear();

        assertThat(alert.margin()).hasSize(3);
    }

    private Alert alert(Phase phase, Optional<EndCause> cause, long onset, long raised, long now) {
        return new Alert(
                "quay/lawn/frame/1",
                "quay",
                "lawn",
                EventType.ZONE_INTRUSION,
                "frame",
                phase,
                onset,
                raised,
                now,
                Instant.EPOCH,
                cause,
                List.of(new Subject(1, Role.PERSON, new Box(0, 0, 0.1, 0.2))),
                margin,
                Explanation.of("someone is there"),
                List.of(),
                new Provenance("zone-intrusion", "1", "", "", "0.1"));
    }
}
