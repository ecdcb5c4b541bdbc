package dev.vsa.detectors.crowdmovement;

import static dev.vsa.detectors.crowdmovement.Filmed.ASPECT;
import static dev.vsa.detectors.crowdmovement.Filmed.both;
import static dev.vsa.detectors.crowdmovement.Filmed.crowd;
import static dev.vsa.detectors.crowdmovement.Filmed.film;
import static dev.vsa.detectors.crowdmovement.Filmed.panic;
import static dev.vsa.detectors.crowdmovement.Filmed.parameters;
import static dev.vsa.detectors.crowdmovement.Filmed.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.geometry.Zone;
import dev.vsa.testkit.simulation.Panic;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Simulated movements of each kind, where they are asked for. */
class CrowdMovementKindsTest {

    @Test
    void whoKeepRunningAreFoundWhereThatIsAskedFor() {
        Panic marathon = Panic.of(60, 0.15, ASPECT, 3, 0, -5, 0.3, 1, 0.9).going(25, 1.8, 0, 0.01);
        assertThat(run(only(Movement.RUNNING), film(marathon)).occurrences()).hasSize(1);
        assertThat(run(only(Movement.RUNNING), film(crowd(3).strolling(25, 0.8)))
                        .signals())
                .isEmpty();
    }

    @Test
    void whoStopAtOnceAreFoundWhereThatIsAskedFor() {
        Panic stopping = crowd(3).strolling(12, 0.8).standing(25);
        assertThat(run(only(Movement.STOP), film(stopping)).occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.raised()).isBetween(13.0, 16.0));
        assertThat(run(only(Movement.STOP), film(crowd(3).strolling(12, 0.8))).signals())
                .as("those who have gone have not stopped")
                .isEmpty();
    }

    @Test
    void whoGoAgainstOneAnotherAreFoundWhereThatIsAskedFor() {
        Panic right = Panic.of(8, 0.15, ASPECT, 3, 0, 0.1, 0.3, 0.8, 0.9).going(12, 0.8, 0, 0.1);
        Panic left = Panic.of(6, 0.15, ASPECT, 4, 0, 0.9, 0.3, 1.6, 0.9).going(12, 0.8, 180, 0.1);
        assertThat(run(only(Movement.COUNTER_FLOW), both(right, left)).occurrences())
                .hasSize(1);
        assertThat(run(only(Movement.COUNTER_FLOW), film(right)).signals()).isEmpty();
        assertThat(run(only(Movement.COUNTER_FLOW), film(panic(3))).signals()).isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsSignalled() {
        assertThat(run(only(Movement.SURGE), film(panic(3))).signals()).isEmpty();
        assertThat(run(only(Movement.DISPERSAL), film(panic(3))).occurrences()).hasSize(1);
        Panic surge = crowd(3).strolling(10, 0.7).going(13, 2.2, 20, 0.2);
        assertThat(run(only(Movement.DISPERSAL), film(surge)).signals()).isEmpty();
        assertThat(run(only(Movement.SURGE), film(surge)).occurrences()).hasSize(1);
        assertThatThrownBy(() -> new CrowdMovementParameters(Zone.frame(), Set.of(), 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void defaultsInCodeAreTheDocumentedOnes() {
        assertThat(CrowdMovementParameters.in(Zone.frame()))
                .isEqualTo(parameters().build());
    }

    private static CrowdMovementParameters only(Movement movement) {
        return parameters().with("movements", Set.of(movement)).build();
    }
}
