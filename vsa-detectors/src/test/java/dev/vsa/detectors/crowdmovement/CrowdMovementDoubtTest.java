package dev.vsa.detectors.crowdmovement;

import static dev.vsa.detectors.crowdmovement.Filmed.crowd;
import static dev.vsa.detectors.crowdmovement.Filmed.film;
import static dev.vsa.detectors.crowdmovement.Filmed.odd;
import static dev.vsa.detectors.crowdmovement.Filmed.panic;
import static dev.vsa.detectors.crowdmovement.Filmed.parameters;
import static dev.vsa.detectors.crowdmovement.Filmed.run;
import static dev.vsa.detectors.crowdmovement.Filmed.scenario;
import static dev.vsa.detectors.crowdmovement.Filmed.weather;
import static dev.vsa.detectors.crowdmovement.Filmed.with;
import static dev.vsa.detectors.crowdmovement.Filmed.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of simulated scenes that cannot be judged, and of flows that are odd or missing. */
class CrowdMovementDoubtTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void itSaysWhileItDoesNotKnowWhatIsUsual() {
        Findings findings = run(panic(3));
        assertThat(findings.blindness())
                .isNotEmpty()
                .allSatisfy(b -> assertThat(b.second()).isLessThan(4.6));
    }

    @Test
    void movementWithoutAnybodyWhoseHeightIsKnownIsNotJudged() {
        Findings findings = run(scenario(List.of(), Flows.of(panic(3).movers())).filmedAt(12.5));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.blindness())
                .isNotEmpty()
                .allSatisfy(b -> assertThat(b.reason()).contains("nobody has been seen whole"));
    }

    @Test
    void outsideTheZoneNothingCounts() {
        CrowdMovementParameters corner = parameters()
                .with("zone", Zone.of("corner", 0, 0, 0.1, 0, 0.1, 0.1, 0, 0.1))
                .build();
        assertThat(run(corner, film(panic(3))).signals()).isEmpty();
    }

    @Test
    void fewerThanAskedForAreNoAlert() {
        assertThat(run(parameters().with("people", 30).build(), film(panic(3))).signals())
                .isEmpty();
    }

    @Test
    void oddFlowsThrowNothing() {
        Random random = new Random(4);
        DetectorHarness harness = DetectorHarness.of(
                new CrowdMovementProvider(),
                parameters().with("movements", Set.of(Movement.values())).build());
        List<Scene> scenes = film(panic(3));
        for (int i = 0; i < scenes.size(); i++) {
            harness.show(with(scenes.get(i), i % 5 == 0 ? odd(random) : weather(random, random.nextInt(300))));
        }
        assertThat(harness.snapshot()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Discontinuity.Kind.class)
    void aBreakIsNoMovement(Discontinuity.Kind kind) {
        Panic crowd = crowd(5).strolling(30, 0.75);
        DetectorHarness harness =
                DetectorHarness.of(new CrowdMovementProvider(), parameters().build());
        List<Scene> scenes = film(crowd);
        scenes.stream().filter(s -> s.mediaSeconds() <= 10).forEach(harness::show);
        harness.breakFlow(new Discontinuity(kind, 10 * SECOND, 14 * SECOND, "test"));
        scenes.stream().filter(s -> s.mediaSeconds() >= 14).forEach(harness::show);
        assertThat(harness.findings().signals()).isEmpty();
    }

    @Test
    void lostFlowEndsWhatIsOpen() {
        List<Scene> scenes = new ArrayList<>();
        for (Scene scene : film(panic(3))) {
            scenes.add(scene.mediaSeconds() < 11.8 ? scene : without(scene));
        }
        assertThat(run(scenes).occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.cause()).contains(EndCause.LOSS));
    }
}
