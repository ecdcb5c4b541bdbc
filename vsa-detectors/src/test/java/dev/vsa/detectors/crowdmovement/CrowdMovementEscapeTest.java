package dev.vsa.detectors.crowdmovement;

import static dev.vsa.detectors.crowdmovement.Filmed.ASPECT;
import static dev.vsa.detectors.crowdmovement.Filmed.crowd;
import static dev.vsa.detectors.crowdmovement.Filmed.film;
import static dev.vsa.detectors.crowdmovement.Filmed.panic;
import static dev.vsa.detectors.crowdmovement.Filmed.run;
import static dev.vsa.detectors.crowdmovement.Filmed.scenario;
import static dev.vsa.detectors.crowdmovement.Filmed.withEachSecondTrack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.EndCause;
import dev.vsa.scene.Scene;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Simulated crowds that begin to run: they must be found. */
class CrowdMovementEscapeTest {

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void whoRunApartAreOneDispersal(long seed) {
        Findings findings = run(panic(seed));
        assertThat(findings.occurrences()).as("seed " + seed).singleElement().satisfies(o -> {
            assertThat(o.raised()).isBetween(10.0, 11.6);
            assertThat(o.onset()).isBetween(9.8, o.raised());
        });
        assertThat(said(findings)).contains("(dispersal)").contains("body heights a second");
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void whoRushOneWayAreOneSurge(long seed) {
        Findings findings = run(crowd(seed).strolling(10, 0.7).going(13, 2.2, 20, 0.4));
        assertThat(findings.occurrences()).as("seed " + seed).hasSize(1);
        assertThat(said(findings)).contains("(surge)");
    }

    @ParameterizedTest
    @CsvSource({"0.07, 0.3", "0.12, 0.5", "0.3, 0.9"})
    void theSizeOfPeopleInThePictureDoesNotMatter(double height, double spread) {
        Panic crowd = Panic.of(10, height, ASPECT, 3, 0, 0.9 - spread / 2, 0.55, 0.9 + spread / 2, 0.55 + spread / 2)
                .strolling(10, 0.7)
                .fleeing(12, 2.2, 0.9, 0.6, 0.3);
        assertThat(run(crowd).occurrences()).hasSize(1);
    }

    @Test
    void whoStoodStillBeforeAndRunAreFoundToo() {
        assertThat(run(crowd(2).standing(10).fleeing(13, 2.2, 0.9, 0.55, 0.4)).occurrences())
                .hasSize(1);
    }

    @Test
    void aModelThatLosesHalfOfThemIsEnough() {
        List<Actor> actors = new ArrayList<>();
        for (Actor actor : panic(5).actors(1)) {
            actors.add(actor.missed(0.5).jitter(0.03));
        }
        assertThat(run(scenario(actors, Flows.of(panic(5).movers())).filmedAt(12.5))
                        .occurrences())
                .hasSize(1);
    }

    @Test
    void itEndsWhenTheyAreGoneAndNextTimeIsAnother() {
        Findings findings =
                run(crowd(4).strolling(10, 0.7).fleeing(12, 2.2, 0.9, 0.55, 0.2).strolling(40, 0.7));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.cause()).contains(EndCause.RULE);
            assertThat(o.ended().orElseThrow()).isBetween(12.0, 16.5);
        });
    }

    /** Each second one is not found by the model from the moment on at which they run. */
    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void aModelThatLosesHalfOfThoseWhoRunIsEnough(long seed) {
        List<Scene> scenes = new ArrayList<>();
        for (Scene scene : film(panic(seed))) {
            scenes.add(scene.mediaSeconds() < 10 ? scene : withEachSecondTrack(scene));
        }
        assertThat(run(scenes).occurrences()).as("seed " + seed).hasSize(1);
    }

    private static String said(Findings findings) {
        return findings.signals().get(0).signal().explanation().sentence();
    }
}
