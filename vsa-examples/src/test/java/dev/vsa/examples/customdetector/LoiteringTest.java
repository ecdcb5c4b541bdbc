package dev.vsa.examples.customdetector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoiteringTest {

    private static final Zone PORCH = Zone.of("porch", 0.3, 0.4, 0.7, 0.4, 0.7, 0.8, 0.3, 0.8);

    private final LoiteringParameters parameters = Parameters.of(LoiteringParameters.class)
            .with("zone", PORCH)
            .with("duration", Duration.ofSeconds(5))
            .build();

    @Test
    void whoeverStaysTooLongIsSignalledOnceAndTheAlertEndsWhenHeHasLeft() {
        Actor waiting =
                Actor.person(1).at(0, 0.1, 0.6).at(2, 0.5, 0.6).stays(10).at(12, 0.9, 0.6);
        Findings findings = run(Scenario.lasting(20).with(waiting));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.onset()).isCloseTo(1, within(0.1));
            assertThat(o.raised()).isCloseTo(6, within(0.1));
            assertThat(o.ended().orElseThrow()).isBetween(13.5, 14.5);
            assertThat(o.cause()).contains(EndCause.RULE);
        });
        assertThat(findings.signals().get(0).signal().explanation().sentence())
                .isEqualTo("A person has been in zone 'porch' for 5 s.");
    }

    @Test
    void passersByAreNotSignalled() {
        Findings findings =
                run(Scenario.lasting(10).with(Actor.person(1).at(0, 0.1, 0.6).at(8, 0.9, 0.6)));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.peakMargin()).isBetween(0.7, 0.9);
    }

    @Test
    void shortWalkOutOfTheZoneDoesNotStartTheTimeAnew() {
        Actor pacing = Actor.person(1)
                .at(0, 0.5, 0.6)
                .at(2, 0.5, 0.6)
                .at(3, 0.75, 0.6)
                .at(4, 0.5, 0.6)
                .stays(8);
        assertThat(run(Scenario.lasting(8).with(pacing)).occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.raised()).isCloseTo(5, within(0.1)));
    }

    @Test
    void timeThatNobodySawDoesNotCount() {
        Scenario waiting =
                Scenario.lasting(20).with(Actor.person(1).at(0, 0.5, 0.6).stays(20));
        DetectorHarness harness = DetectorHarness.of(new LoiteringProvider(), parameters);
        List<Scene> scenes = waiting.filmedAt(10);
        scenes.stream().filter(s -> s.mediaSeconds() <= 3).forEach(harness::show);
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.GAP, 3_000_000_000L, 13_000_000_000L, "camera lost"));
        scenes.stream().filter(s -> s.mediaSeconds() >= 13).forEach(harness::show);
        assertThat(harness.findings().occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.raised()).isCloseTo(15, within(0.1)));
    }

    private Findings run(Scenario scenario) {
        return DetectorHarness.of(new LoiteringProvider(), parameters)
                .show(scenario.filmedAt(12.5))
                .findings();
    }
}
