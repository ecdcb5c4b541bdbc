package dev.vsa.detectors.zoneintrusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Anchor;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Polygon;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Detection;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Findings.Occurrence;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with zones elsewhere, and must not here. */
class ZoneCasesTest {

    private static final Zone YARD = Zone.of("yard", 0.4, 0.4, 0.8, 0.4, 0.8, 0.9, 0.4, 0.9);
    private static final long SECOND = 1_000_000_000L;

    private final Parameters<ZoneIntrusionParameters> parameters =
            Parameters.of(ZoneIntrusionParameters.class).with("zone", YARD);

    @Test
    void presenceIsSignalledAfterTheDwellTimeAndEndsWhenLeft() {
        // The feet cross x = 0.4 at 2 s and again at 8 s.
        Actor actor = Actor.person(1)
                .at(1, 0.3, 0.7)
                .at(3, 0.5, 0.7)
                .at(7, 0.5, 0.7)
                .at(9, 0.3, 0.7)
                .stays(14);
        Findings findings = run(Scenario.lasting(14).with(actor).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.onset()).isCloseTo(2, within(0.02));
            assertThat(o.raised()).isCloseTo(2.5, within(0.1));
            assertThat(o.ended().orElseThrow()).isBetween(10.0, 10.3);
            assertThat(o.cause()).contains(EndCause.RULE);
        });
        assertThat(findings.signals().get(0).signal().explanation().sentence())
                .isEqualTo("A person has been in zone 'yard' for 0.6 s.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void boxThatTremblesOnTheBorderForAMinuteCountsNothing(long seed) {
        Actor onTheBorder =
                Actor.person(1).at(0, 0.3, 0.7).at(2, 0.4, 0.7).stays(62).jitter(0.014);
        Findings findings =
                run(Scenario.lasting(62).seed(seed).with(onTheBorder).filmedAt(25));
        assertThat(findings.signals()).as("seed " + seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoeverHasComeInAndTremblesOnTheBorderIsOneAlert(long seed) {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(2, 0.5, 0.7)
                .at(4, 0.405, 0.7)
                .stays(62)
                .jitter(0.02);
        Findings findings = run(Scenario.lasting(62).seed(seed).with(actor).filmedAt(25));
        assertThat(findings.occurrences()).as("seed " + seed).hasSize(1);
    }

    @Test
    void sampleExactlyOnTheBorderIsNeitherAnAlertNorLost() {
        Actor along = Actor.person(1).at(0, 0.4, 0.45).at(10, 0.4, 0.85);
        assertThat(run(Scenario.lasting(10).with(along).filmedAt(10)).signals()).isEmpty();
        Actor through = Actor.person(2).at(0, 0.2, 0.7).at(4, 0.6, 0.7).stays(6);
        assertThat(run(Scenario.lasting(6).with(through).filmedAt(10)).occurrences())
                .hasSize(1);
    }

    @Test
    void zoneEnteredAndLeftBetweenTwoFramesIsSeen() {
        Zone lane = Zone.of("lane", 0.48, 0.4, 0.52, 0.4, 0.52, 0.9, 0.48, 0.9);
        Actor runner = Actor.person(1).at(0, 0.07, 0.7).at(1, 0.87, 0.7);
        List<Scene> scenes = Scenario.lasting(6).with(runner).filmedAt(5);
        assertThat(scenes.stream().flatMap(s -> s.tracks().stream()))
                .as("no sample lies in the zone")
                .noneMatch(t -> t.centreX() > 0.48 && t.centreX() < 0.52);
        Findings findings = run(parameters.with("zone", lane).build(), scenes);
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.open()).isFalse());
        assertThat(findings.signals().get(0).signal().explanation().sentence())
                .isEqualTo("A person went right through zone 'lane'.");
    }

    @Test
    void cornerOfAZoneThatIsMerelyBrushedIsNoPassage() {
        Actor runner = Actor.person(1).at(0, 0.3, 0.497).at(1, 0.495, 0.3);
        assertThat(run(Scenario.lasting(4).with(runner).filmedAt(5)).signals()).isEmpty();
    }

    @Test
    void peepingInForLessThanTheDwellTimeIsNoAlert() {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(1, 0.43, 0.7)
                .at(1.3, 0.3, 0.7)
                .stays(4);
        Findings findings = run(Scenario.lasting(4).with(actor).filmedAt(12.5));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.peakMargin()).isBetween(0.2, 1.0);
    }

    @Test
    void turningBackQuicklyAndLeavingElsewhereIsNoPassage() {
        Actor actor = Actor.person(1)
                .at(0, 0.08, 0.7)
                .at(1, 0.43, 0.7)
                .at(1.2, 0.33, 0.8)
                .at(3, 0.1, 0.8);
        Findings findings = run(Scenario.lasting(4).with(actor).filmedAt(5));
        assertThat(findings.margins()).as("it was in the zone").isNotEmpty();
        assertThat(findings.signals()).isEmpty();
    }

    @Test
    void newNumberInTheMiddleOfTheDwellTimeGoesOnWithIt() {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(2, 0.5, 0.7)
                .at(10, 0.55, 0.7)
                .renumbered(3, 7);
        Findings findings = run(
                parameters.with("dwell", Duration.ofSeconds(4)).build(),
                Scenario.lasting(10).with(actor).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.onset()).isCloseTo(1, within(0.1));
            assertThat(o.raised()).isCloseTo(5, within(0.2));
            assertThat(o.subjects()).containsExactly(7L);
        });
    }

    @Test
    void newNumbersAfterTheAlertAreTheSameAlert() {
        Actor actor =
                Actor.person(1).at(0, 0.3, 0.7).at(2, 0.5, 0.7).at(20, 0.7, 0.8).missed(0.1);
        for (int i = 0; i < 8; i++) {
            actor = actor.renumbered(4 + 2 * i, 10 + i);
        }
        Findings findings = run(Scenario.lasting(20).with(actor).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.key()).isEqualTo(1);
            assertThat(o.subjects()).contains(1L, 10L, 17L);
        });
    }

    @Test
    void newNumberAfterTwoSecondsOutOfSightIsTheSameAlert() {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(2, 0.55, 0.7)
                .at(12, 0.65, 0.7)
                .hidden(4, 6)
                .renumbered(5, 2);
        assertThat(run(Scenario.lasting(12).with(actor).filmedAt(12.5)).occurrences())
                .hasSize(1);
    }

    @Test
    void twoInTheZoneWhoSwapNumbersAreTwoAlerts() {
        Actor a = Actor.person(1).at(0, 0.3, 0.6).at(2, 0.55, 0.6).stays(10).renumbered(5, 2);
        Actor b = Actor.person(2).at(0, 0.3, 0.8).at(2, 0.6, 0.8).stays(10).renumbered(5, 1);
        assertThat(run(Scenario.lasting(10).with(a, b).filmedAt(12.5)).occurrences())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.38, 0.35, 0.2, 0.05})
    void oneInsideAndOneOutsideWhoSwapNumbersAreOneAlert(double outsideX) {
        Actor inside =
                Actor.person(1).at(0, 0.3, 0.7).at(2, 0.43, 0.7).stays(12).renumbered(6, 2);
        Actor outside = Actor.person(2).at(3, outsideX, 0.72).stays(12).renumbered(6, 1);
        Findings findings = run(Scenario.lasting(12).with(inside, outside).filmedAt(12.5));
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.open()).isTrue());
    }

    @Test
    void coastingTrackInTheZoneAlertsNobody() {
        Actor lost = Actor.person(1).at(0, 0.3, 0.7).at(4, 0.7, 0.7).hidden(0.9, 10);
        assertThat(run(Scenario.lasting(4).coasting(3).with(lost).filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void untrackedDetectionsAreNotCounted() {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            scenes.add(new SceneBuilder()
                    .begin(Scenario.CAMERA, i * SECOND / 10, 0, 16.0 / 9, 720)
                    .detection(new Detection(Role.PERSON, "person", 0.9, new Box(0.55, 0.5, 0.6, 0.7)))
                    .build());
        }
        Findings findings = run(scenes);
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.margins()).isEmpty();
    }

    @Test
    void changeOfFrameRateInMidRunChangesNothing() {
        Scenario visit = visit();
        Occurrence steady = run(visit.filmedAt(25)).occurrences().get(0);
        List<Long> times = new ArrayList<>();
        for (long t = 0;
                t <= 12 * SECOND;
                t += t < 2 * SECOND ? SECOND / 25 : t < 4 * SECOND ? SECOND / 4 : SECOND / 8) {
            times.add(t);
        }
        List<Scene> uneven =
                visit.filmedAtMoments(times.stream().mapToLong(Long::longValue).toArray());
        assertThat(run(uneven).occurrences()).singleElement().satisfies(o -> {
            assertThat(o.raised()).isCloseTo(steady.raised(), within(0.3));
            assertThat(o.ended().orElseThrow()).isCloseTo(steady.ended().orElseThrow(), within(0.3));
        });
    }

    @Test
    void duplicateAndBackwardTimestampsDoNotAddUp() {
        // Standing time for a hundred scenes, and a step back, half way through the dwell time.
        List<Long> times = new ArrayList<>();
        for (int i = 0; i <= 28; i++) {
            times.add(i * SECOND / 25 + SECOND);
        }
        for (int i = 0; i < 100; i++) {
            times.add(times.get(times.size() - 1));
        }
        times.add(2 * SECOND);
        times.add(28 * SECOND / 25 + SECOND);
        Actor actor = Actor.person(1).at(0, 0.3, 0.7).at(2, 0.42, 0.7).stays(10);
        Scenario walk = Scenario.lasting(10).with(actor);
        assertThat(run(walk.filmedAtMoments(
                                times.stream().mapToLong(Long::longValue).toArray()))
                        .signals())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Discontinuity.Kind.class,
            names = {"RESTART", "PICTURE_CHANGED"})
    void restartAndNewPictureGiveNewNumbersButNoSecondAlert(Discontinuity.Kind kind) {
        Actor before = Actor.person(1).at(0, 0.3, 0.7).at(2, 0.55, 0.7).stays(5);
        Actor after = Actor.person(1).at(7, 0.56, 0.7).at(12, 0.6, 0.7);
        DetectorHarness harness = harness(parameters.build())
                .show(Scenario.lasting(5).with(before).filmedAt(12.5));
        harness.breakFlow(new Discontinuity(kind, 5 * SECOND, 7 * SECOND, "test"));
        List<Scene> scenes =
                Scenario.lasting(16).picture(4.0 / 3, 480).with(after).filmedAt(12.5);
        scenes.stream().filter(s -> s.mediaSeconds() >= 7).forEach(harness::show);
        assertThat(harness.findings().occurrences()).singleElement().satisfies(o -> {
            assertThat(o.key()).isEqualTo(1);
            assertThat(o.open()).isFalse();
        });
    }

    @Test
    void timersPauseOverAGapAndTheAlertSaysSo() {
        Actor actor = Actor.person(1).at(0, 0.3, 0.7).at(2, 0.5, 0.7).stays(30);
        DetectorHarness harness =
                harness(parameters.with("dwell", Duration.ofSeconds(4)).build());
        List<Scene> scenes = Scenario.lasting(30).with(actor).filmedAt(12.5);
        scenes.stream().filter(s -> s.mediaSeconds() <= 3).forEach(harness::show);
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.GAP, 3 * SECOND, 13 * SECOND, "lost"));
        scenes.stream().filter(s -> s.mediaSeconds() >= 13).forEach(harness::show);
        // Inside since 1 s: 2 s before the gap, 2 s after it.
        Findings findings = harness.findings();
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.onset()).isCloseTo(1, within(0.1));
            assertThat(o.raised()).isCloseTo(15, within(0.2));
        });
        assertThat(findings.signals().get(0).signal().explanation().measures())
                .anySatisfy(m -> assertThat(m.toString()).isEqualTo("interruption 10.0 s"));
    }

    @Test
    void movedCameraEndsEverythingAndSaysThatItCannotJudge() {
        DetectorHarness harness =
                harness(parameters.build()).show(visit().filmedAt(12.5).subList(0, 60));
        harness.breakFlow(new Discontinuity(Discontinuity.Kind.CAMERA_MOVED, 5 * SECOND, 5 * SECOND, "nudged"));
        assertThat(harness.findings().occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.cause()).contains(EndCause.BLINDNESS));
        assertThat(harness.findings().blindness()).hasSize(1);
    }

    @Test
    void groupOfPeopleIsAnOccurrenceEach() {
        Findings findings = run(Scenario.lasting(12)
                .with(
                        Actor.person(1).at(0, 0.25, 0.7).at(4, 0.6, 0.7).stays(12),
                        Actor.person(2).at(0, 0.31, 0.71).at(4, 0.66, 0.71).stays(12),
                        Actor.person(3).at(0, 0.37, 0.72).at(4, 0.72, 0.72).stays(12))
                .filmedAt(12.5));
        assertThat(findings.occurrences()).hasSize(3);
    }

    @Test
    void whoeverAppearsOutOfAnothersBoxInsideJoinsHisAlert() {
        // A couple is seen as one until it is well inside.
        Findings findings = run(Scenario.lasting(12)
                .with(
                        Actor.person(1).at(0, 0.25, 0.7).at(4, 0.6, 0.7).stays(12),
                        Actor.person(2).at(5, 0.62, 0.7).at(7, 0.68, 0.7).stays(12))
                .filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.subjects()).containsExactly(1L, 2L);
            assertThat(o.open()).isTrue();
        });
    }

    @Test
    void jointAlertEndsWithTheLastOfThem() {
        Findings findings = run(Scenario.lasting(20)
                .with(
                        Actor.person(1)
                                .at(0, 0.25, 0.7)
                                .at(4, 0.6, 0.7)
                                .at(8, 0.2, 0.7)
                                .stays(20),
                        Actor.person(2)
                                .at(5, 0.52, 0.7)
                                .at(7, 0.68, 0.7)
                                .at(12, 0.68, 0.7)
                                .at(16, 0.95, 0.7)
                                .stays(20))
                .filmedAt(12.5));
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.ended().orElseThrow()).isGreaterThan(14));
    }

    @Test
    void returningAfterTheAbsenceTimeIsANewAlert() {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(2, 0.5, 0.7)
                .at(4, 0.3, 0.7)
                .at(9, 0.3, 0.7)
                .at(11, 0.5, 0.7)
                .stays(13);
        assertThat(run(Scenario.lasting(13).with(actor).filmedAt(12.5)).occurrences())
                .hasSize(2);
    }

    @Test
    void returningWithinTheAbsenceTimeIsTheSameAlert() {
        Actor actor = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(2, 0.5, 0.7)
                .at(4, 0.38, 0.7)
                .at(5, 0.5, 0.7)
                .stays(13);
        assertThat(run(Scenario.lasting(13).with(actor).filmedAt(12.5)).occurrences())
                .hasSize(1);
    }

    @Test
    void vanishingInTheZoneEndsAsLossAfterTheOcclusionTime() {
        Actor actor = Actor.person(1).at(0, 0.3, 0.7).at(2, 0.5, 0.7).stays(5);
        Findings findings = run(Scenario.lasting(12).with(actor).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.cause()).contains(EndCause.LOSS);
            assertThat(o.ended().orElseThrow()).isCloseTo(8, within(0.2));
        });
    }

    @Test
    void heldTracksCountAsSeen() {
        Actor parked =
                Actor.vehicle(1).at(0, 0.3, 0.7).at(1, 0.6, 0.7).stays(20).held(1, 20);
        Findings findings = run(Scenario.lasting(20).with(parked).filmedAt(12.5));
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.open()).isTrue());
    }

    @Test
    void feetCutOffByThePicturesEdgeAreStillInAZoneThatEndsThere() {
        Zone floor = Zone.of("floor", 0.36, 0.58, 0.73, 0.58, 0.73, 0.9977, 0.36, 0.9977);
        Actor cut =
                Actor.person(1).sized(0.25, 0.6).at(0, 0.5, 1.4).at(2, 0.5, 1.0).stays(8);
        List<Scene> scenes = Scenario.lasting(8).with(cut).filmedAt(10).stream()
                .map(ZoneCasesTest::clipped)
                .toList();
        assertThat(run(parameters.with("zone", floor).build(), scenes).occurrences())
                .hasSize(1);
    }

    @Test
    void holeInAZoneIsOutside() {
        Zone ring = new Zone(
                "ring",
                new Polygon(
                        List.of(new Point(0.2, 0.2), new Point(0.9, 0.2), new Point(0.9, 0.95), new Point(0.2, 0.95)),
                        List.of(List.of(
                                new Point(0.4, 0.4), new Point(0.7, 0.4), new Point(0.7, 0.8), new Point(0.4, 0.8)))));
        Actor inTheHole = Actor.person(1).at(0, 0.5, 0.6).at(4, 0.6, 0.6).stays(6);
        Actor outOfIt = Actor.person(2).at(0, 0.5, 0.6).at(4, 0.8, 0.6).stays(6);
        assertThat(run(
                                parameters.with("zone", ring).build(),
                                Scenario.lasting(6).with(inTheHole).filmedAt(10))
                        .signals())
                .isEmpty();
        assertThat(run(
                                parameters.with("zone", ring).build(),
                                Scenario.lasting(6).with(outOfIt).filmedAt(10))
                        .occurrences())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Anchor.class)
    void everyAnchorFindsWhoeverIsWellInside(Anchor anchor) {
        Findings findings = run(parameters.with("anchor", anchor).build(), visit().filmedAt(12.5));
        assertThat(findings.occurrences()).hasSize(1);
    }

    @Test
    void anchorDecidesOnTheBorder() {
        // The head reaches into the zone from below, the feet and the middle do not.
        Actor below = Actor.person(1).at(0, 0.6, 1.25).at(1, 0.6, 1.05).stays(6);
        for (Anchor anchor : Anchor.values()) {
            Findings findings = run(
                    parameters.with("anchor", anchor).build(),
                    Scenario.lasting(6).with(below).filmedAt(12.5));
            assertThat(findings.occurrences()).as(anchor.toString()).hasSize(anchor == Anchor.ANY ? 1 : 0);
        }
    }

    @Test
    void shareOfOverlapDecidesInsteadOfTheAnchor() {
        Actor half = Actor.person(1).at(0, 0.2, 0.7).at(1, 0.4, 0.7).stays(6);
        Scenario scenario = Scenario.lasting(6).with(half);
        assertThat(run(parameters.with("overlap", 0.3).build(), scenario.filmedAt(12.5))
                        .occurrences())
                .hasSize(1);
        assertThat(run(parameters.with("overlap", 0.7).build(), scenario.filmedAt(12.5))
                        .occurrences())
                .isEmpty();
    }

    @Test
    void rolesThatAreNotSubjectsAreIgnored() {
        Findings findings =
                run(parameters.with("subjects", Set.of(Role.VEHICLE)).build(), visit().filmedAt(12.5));
        assertThat(findings.margins()).isEmpty();
        assertThat(findings.signals()).isEmpty();
    }

    @Test
    void neitherZoneNorLineIsRefused() {
        ZoneIntrusionParameters none =
                Parameters.of(ZoneIntrusionParameters.class).build();
        assertThatThrownBy(() -> harness(none)).hasMessageContaining("'zone'").hasMessageContaining("'line'");
    }

    @Test
    void defaultsInCodeAreTheDocumentedOnes() {
        assertThat(ZoneIntrusionParameters.in(YARD)).isEqualTo(parameters.build());
    }

    private static Scenario visit() {
        return Scenario.lasting(12)
                .with(Actor.person(1)
                        .at(1, 0.3, 0.7)
                        .at(3, 0.6, 0.7)
                        .at(6, 0.6, 0.7)
                        .at(8, 0.2, 0.7)
                        .stays(12));
    }

    private static Scene clipped(Scene scene) {
        SceneBuilder builder = new SceneBuilder()
                .begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
        scene.tracks().stream()
                .filter(t -> t.top() < 1)
                .forEach(t -> builder.track(t.id(), t.role(), t.label(), t.confidence(), t.sighting())
                        .place(t.left(), t.top(), t.right(), Math.min(1, t.bottom()))
                        .move(t.velocityX(), t.velocityY(), t.bornNanos(), t.matchedNanos()));
        return builder.build();
    }

    private Findings run(List<Scene> scenes) {
        return run(parameters.build(), scenes);
    }

    private static Findings run(ZoneIntrusionParameters parameters, List<Scene> scenes) {
        return harness(parameters).show(scenes).findings();
    }

    private static DetectorHarness harness(ZoneIntrusionParameters parameters) {
        return DetectorHarness.of(new ZoneIntrusionProvider(), parameters);
    }
}
