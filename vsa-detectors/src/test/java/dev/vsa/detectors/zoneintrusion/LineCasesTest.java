package dev.vsa.detectors.zoneintrusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.geometry.Line;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Findings.Occurrence;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with tripwires elsewhere, and must not here. */
class LineCasesTest {

    /** Upright in the middle, with room above and below; walked downwards, its left is the picture's right. */
    private static final Line WIRE = Line.of("wire", 0.5, 0.4, 0.5, 0.9);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void boxThatTremblesOnTheLineForAMinuteCountsNothing(long seed) {
        // A box of 144 rows; a pixel is 0.007 of its height.
        Actor onTheLine =
                Actor.person(1).at(0, 0.4, 0.7).at(2, 0.5, 0.7).stays(62).jitter(0.014);
        Findings findings = run(
                Direction.ANY, Scenario.lasting(62).seed(seed).with(onTheLine).filmedAt(25));
        assertThat(findings.signals()).as("seed " + seed).isEmpty();
        assertThat(findings.margins()).isNotEmpty();
    }

    @Test
    void sampleExactlyOnTheLineLosesNoCrossing() {
        // Every 0.1 s a step of 0.05: one sample has its feet exactly on the line.
        Scenario walk =
                Scenario.lasting(2).with(Actor.person(1).at(0, 0.25, 0.75).at(1, 0.75, 0.75));
        List<Scene> scenes = walk.filmedAt(10);
        assertThat(scenes)
                .anyMatch(s -> !s.tracks().isEmpty() && s.tracks().get(0).centreX() == 0.5);
        assertThat(run(Direction.ANY, scenes).occurrences()).hasSize(1);
    }

    @Test
    void turningBackOnTheLineCountsNothing() {
        Actor actor = Actor.person(1).at(0, 0.3, 0.7).at(2, 0.5, 0.7).at(4, 0.3, 0.7);
        assertThat(run(Direction.ANY, Scenario.lasting(5).with(actor).filmedAt(10))
                        .signals())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 12.5, 25})
    void walkingRoundTheEndIsNoCrossing(double fps) {
        Actor round =
                Actor.person(1).at(0, 0.4, 0.7).at(3, 0.4, 0.3).at(6, 0.6, 0.3).at(9, 0.6, 0.7);
        assertThat(run(Direction.ANY, Scenario.lasting(9).with(round).filmedAt(fps))
                        .signals())
                .isEmpty();
    }

    @Test
    void walkingRoundTheEndAndBackThroughCountsTheWayThroughOnly() {
        Actor round = Actor.person(1)
                .at(0, 0.4, 0.7)
                .at(3, 0.4, 0.3)
                .at(6, 0.6, 0.3)
                .at(9, 0.6, 0.7)
                .at(12, 0.4, 0.7);
        List<Occurrence> seen = run(
                        Direction.ANY, Scenario.lasting(14).with(round).filmedAt(12.5))
                .occurrences();
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).raised()).isBetween(10.0, 12.0);
    }

    @Test
    void objectThatLeapsOverTheLineBetweenTwoFramesIsCounted() {
        Actor cyclist = Actor.person(1).at(0, 0.05, 0.7).at(1, 0.95, 0.7);
        assertThat(run(Direction.ANY, Scenario.lasting(1).with(cyclist).filmedAt(5))
                        .occurrences())
                .hasSize(1);
    }

    @Test
    void directionIsMeantAsSeenAlongTheLine() {
        List<Scene> toTheRightInThePicture = Scenario.lasting(4)
                .with(Actor.person(1).at(0, 0.3, 0.7).at(4, 0.7, 0.7))
                .filmedAt(12.5);
        assertThat(run(Direction.RIGHT_TO_LEFT, toTheRightInThePicture).occurrences())
                .hasSize(1);
        assertThat(run(Direction.LEFT_TO_RIGHT, toTheRightInThePicture).occurrences())
                .isEmpty();
        assertThat(run(Direction.RIGHT_TO_LEFT, toTheRightInThePicture)
                        .signals()
                        .get(0)
                        .signal()
                        .explanation()
                        .sentence())
                .isEqualTo("A person crossed line 'wire' from right to left.");
    }

    @Test
    void newNumberOnTheLineLosesNoCrossing() {
        Actor actor = Actor.person(1).at(0, 0.3, 0.7).at(4, 0.7, 0.7).renumbered(2, 9);
        List<Occurrence> seen = run(
                        Direction.ANY, Scenario.lasting(6).with(actor).filmedAt(12.5))
                .occurrences();
        assertThat(seen).singleElement().satisfies(o -> assertThat(o.key()).isEqualTo(1));
    }

    @Test
    void twoFarApartWhoSwapNumbersCrossNothing() {
        Actor left = Actor.person(1).at(0, 0.1, 0.7).at(4, 0.12, 0.7).renumbered(2, 2);
        Actor right = Actor.person(2).at(0, 0.9, 0.7).at(4, 0.88, 0.7).renumbered(2, 1);
        assertThat(run(Direction.ANY, Scenario.lasting(4).with(left, right).filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void coastingTrackThatCrossesAlertsNobody() {
        Actor lost = Actor.person(1).at(0, 0.3, 0.7).at(4, 0.7, 0.7).hidden(1.8, 10);
        assertThat(run(Direction.ANY, Scenario.lasting(4).coasting(3).with(lost).filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void crossingWhileShortlyOutOfSightIsCountedWhenSeenAgain() {
        Actor hidden = Actor.person(1).at(0, 0.3, 0.7).at(4, 0.7, 0.7).hidden(1.6, 2.4);
        List<Occurrence> seen = run(
                        Direction.ANY, Scenario.lasting(6).with(hidden).filmedAt(12.5))
                .occurrences();
        assertThat(seen).singleElement().satisfies(o -> assertThat(o.raised()).isBetween(2.4, 2.6));
    }

    @Test
    void crossingBehindAGapIsNotGuessed() {
        Scenario walk = Scenario.lasting(8).with(Actor.person(1).at(0, 0.3, 0.7).at(8, 0.7, 0.7));
        List<Scene> scenes = walk.filmedAt(12.5);
        DetectorHarness harness = harness(Direction.ANY);
        scenes.stream().filter(s -> s.mediaSeconds() < 3).forEach(harness::show);
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.GAP, 3_000_000_000L, 5_000_000_000L, "lost"));
        scenes.stream().filter(s -> s.mediaSeconds() > 5).forEach(harness::show);
        assertThat(harness.findings().signals()).isEmpty();
    }

    @Test
    void goingToAndFroWithinTheAbsenceTimeIsOneAlert() {
        Actor pacing = Actor.person(1)
                .at(0, 0.44, 0.7)
                .at(1, 0.56, 0.7)
                .at(2, 0.44, 0.7)
                .at(3, 0.56, 0.7)
                .at(4, 0.44, 0.7);
        Findings findings = run(Direction.ANY, Scenario.lasting(8).with(pacing).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.signals()).isEqualTo(4);
            assertThat(o.ended()).isPresent();
        });
    }

    @Test
    void carFromAboveThatNoModelNamesIsCounted() {
        Actor car = Actor.moving(1).at(0, 0.2, 0.7).at(2, 0.9, 0.7);
        assertThat(run(Direction.ANY, Scenario.lasting(4).with(car).filmedAt(12.5))
                        .occurrences())
                .hasSize(1);
    }

    private static Findings run(Direction direction, List<Scene> scenes) {
        return harness(direction).show(scenes).findings();
    }

    private static DetectorHarness harness(Direction direction) {
        return DetectorHarness.of(
                new ZoneIntrusionProvider(),
                Parameters.of(ZoneIntrusionParameters.class)
                        .with("line", WIRE)
                        .with("direction", direction)
                        .build());
    }
}
