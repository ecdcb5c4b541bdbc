package dev.vsa.detectors.persondown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Box;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.GroundPlane.Correspondence;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.Detection;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.scene.Track;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Postures;
import dev.vsa.testkit.simulation.Postures.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated falls must be found; simulated sitting, crouching, bending, hiding and leaving must not. */
class PersonDownCasesTest {

    private final Parameters<PersonDownParameters> parameters = Parameters.of(PersonDownParameters.class)
            .with("zone", Zone.frame())
            .with("onGround", Duration.ofSeconds(2));

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"LYING_ACROSS", "LYING_ASLANT", "LYING_ALONG", "CURLED_UP"})
    void whoFallsAndStaysDownIsOneAlert(Shape shape) {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, shape).stays(12);
        assertThat(run(him.jitter(0.01).missed(0.1)).occurrences())
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.onset()).isBetween(3.3, 4.2);
                    assertThat(o.raised()).isBetween(5.2, 6.4);
                    assertThat(o.subjects()).containsExactly(1L);
                });
    }

    @Test
    void whoGetsUpAgainEndsIt() {
        Actor down = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS);
        assertThat(run(Postures.getsUp(down, 9, 0.52, 0.7).stays(14)).occurrences())
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.ended()).hasValueSatisfying(s -> assertThat(s).isBetween(10.0, 12.0));
                    assertThat(o.cause()).contains(EndCause.RULE);
                });
    }

    @Test
    void whoIsUpAgainAtOnceIsNoAlert() {
        Actor down = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS);
        assertThat(run(Postures.getsUp(down, 4.5, 0.52, 0.7).stays(14)).signals())
                .isEmpty();
    }

    @Test
    void whoFallsTwiceIsTwoAlerts() {
        Actor once = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS);
        Actor up = Postures.getsUp(once, 7, 0.52, 0.7);
        Actor twice = Postures.falls(up, 11, 0.5, 0.7, Shape.LYING_ACROSS).stays(16);
        assertThat(run(twice).occurrences()).hasSize(2);
    }

    @Test
    void whoSinksToTheGroundIsFound() {
        assertThat(run(Postures.collapses(standing(), 3, 0.5, 0.7).stays(12)).occurrences())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"SITTING", "LEANING", "CROUCHING", "TYING_A_SHOE", "BENT_OVER", "KNEELING"})
    void otherPosturesAreNone(Shape shape) {
        for (double lasts : new double[] {0.5, 1, 2}) {
            Actor him = Postures.turns(standing(), 3, lasts, 0.5, 0.7, shape).stays(14);
            for (long seed = 1; seed <= 5; seed++) {
                Findings findings = run(
                        Scenario.lasting(16).seed(seed).with(him.jitter(0.015).missed(0.1)));
                assertThat(findings.signals())
                        .as(shape + " in " + lasts + " s, seed " + seed)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"HALF_HIDDEN", "HEAD_AND_SHOULDERS"})
    void whoHidesBehindSomethingIsNone(Shape shape) {
        Actor him = Postures.hidesBehind(standing(), 3, 0.5, 0.7, 0.3, shape).stays(14);
        assertThat(run(him.jitter(0.02)).signals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3})
    void whoLeavesThePictureBelowIsNone(double lasts) {
        // Comes nearer and sinks below the edge: what is left of the box gets low and wide.
        Actor him = Postures.arrives(1, 0.4, 0, 0.5, 0.8)
                .at(2 + lasts, 0.5, 1.5, 1.5)
                .stays(12);
        List<Scene> cut = Scenario.lasting(14).with(him).filmedAt(12.5).stream()
                .map(PersonDownCasesTest::cutByThePicture)
                .toList();
        assertThat(show(cut).signals()).isEmpty();
    }

    @Test
    void whoComesInLowIsNone() {
        Actor crawler =
                Actor.person(1).sized(0.28, 0.1).at(1, 0, 0.7).at(5, 0.5, 0.7).stays(14);
        assertThat(run(crawler.jitter(0.02)).signals()).isEmpty();
    }

    @Test
    void whoTakesLongToLieDownIsNone() {
        Actor sits = Postures.turns(standing(), 3, 1, 0.5, 0.7, Shape.LEANING);
        assertThat(run(Postures.turns(sits, 10, 1, 0.5, 0.7, Shape.LYING_ACROSS).stays(15))
                        .signals())
                .isEmpty();
    }

    @Test
    void aVehicleOrABagIsNone() {
        Actor bag = Actor.of(2, Role.BAG, "suitcase")
                .sized(0.3, 0.1)
                .at(1, 0.3, 0.7)
                .stays(14);
        Actor car = Actor.vehicle(3).at(1, 0.9, 0.8).stays(14);
        assertThat(run(bag, car).signals()).isEmpty();
    }

    @Test
    void outsideTheZoneIsNone() {
        Zone elsewhere = Zone.of("stairs", 0.7, 0.1, 0.95, 0.1, 0.95, 0.9, 0.7, 0.9);
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS).stays(12);
        DetectorHarness harness = DetectorHarness.of(
                new PersonDownProvider(),
                parameters.with("zone", elsewhere).build(),
                DetectorHarness.context(Optional.empty()));
        assertThat(harness.show(Scenario.lasting(14).with(him).filmedAt(12.5))
                        .findings()
                        .signals())
                .isEmpty();
    }

    @Test
    void aNewNumberAndAnotherNameForWhoLiesChangeNothing() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS)
                .stays(12)
                .renumbered(3.6, 7)
                .becoming(3.6, Role.ANIMAL, "dog");
        assertThat(run(him).occurrences()).hasSize(1);
    }

    @Test
    void whoIsLostInTheFallIsFoundWhereSomethingLowTurnsUp() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS)
                .hidden(3.45, 20)
                .stays(12);
        Actor low = Actor.moving(8).sized(0.28, 0.08).at(3.7, 0.52, 0.7).stays(12);
        assertThat(run(him, low).occurrences()).hasSize(1);
        assertThat(run(him).signals()).as("lost, and nothing turned up").isEmpty();
    }

    @Test
    void somethingLowThatWasThereBeforeIsNotHim() {
        Actor him = Postures.turns(standing(), 3, 1, 0.5, 0.7, Shape.BENT_OVER)
                .hidden(3.7, 20)
                .stays(12);
        Actor bench = Actor.of(8, Role.OTHER, "bench")
                .sized(0.28, 0.08)
                .at(0, 0.52, 0.7)
                .stays(12);
        assertThat(run(him, bench).signals()).isEmpty();
    }

    @Test
    void helpersWhoTakeHisNumberDoNotEndIt() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS)
                .hidden(4.8, 20)
                .stays(14);
        // His number goes to somebody who bends over him; a piece of him is still found now and then, as a thing.
        Actor helper = Actor.person(1).sized(0.11, 0.3).at(5.4, 0.56, 0.74).stays(14);
        List<Scene> scenes = Scenario.lasting(16).with(him).filmedAt(12.5);
        List<Scene> helped = Scenario.lasting(16).with(helper).filmedAt(12.5);
        DetectorHarness harness = harness();
        for (int i = 0; i < scenes.size(); i++) {
            harness.show(i / 12.5 < 5.4 ? scenes.get(i) : withPiece(helped.get(i), i % 4 == 0 && i / 12.5 < 10));
        }
        assertThat(harness.findings().occurrences()).singleElement().satisfies(o -> {
            assertThat(o.raised()).isBetween(5.2, 6.5);
            assertThat(o.ended()).hasValueSatisfying(s -> assertThat(s).isGreaterThan(10));
        });
    }

    @Test
    void whoLiesUnseenAndStillIsDownForAsLongAsNothingMovesThere() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS)
                .hidden(4.4, 20)
                .stays(14);
        Scenario still = Scenario.lasting(16).with(him);
        assertThat(run(still.feature(FeatureKey.MOTION, (s, v) -> motion(0))).occurrences())
                .hasSize(1);
        assertThat(run(still).signals()).as("where motion is not known").isEmpty();
        assertThat(run(still.feature(FeatureKey.MOTION, (s, v) -> motion(s > 4.4 && s < 6.5 ? 0.5f : 0)))
                        .signals())
                .as("where somebody stirs")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void walkersWhoseBoxesTrembleAreNone(long seed) {
        Actor walker = Actor.person(1)
                .sized(0.1, 0.28)
                .at(0, 0.1, 0.7)
                .at(20, 0.9, 0.9, 1.3)
                .at(40, 0.1, 0.5, 0.6)
                .jitter(0.06)
                .missed(0.3);
        assertThat(run(Scenario.lasting(42).seed(seed).with(walker)).signals())
                .as("seed " + seed)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "40, 1"})
    void whoIsTooSmallIsNotJudged(int rows, int alerts) {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS).stays(12);
        Scenario small = Scenario.lasting(14)
                .picture(16.0 / 9, (int) Math.round(rows / 0.3))
                .with(him);
        assertThat(run(small).occurrences()).hasSize(alerts);
    }

    @Test
    void coastedBoxesAloneNeverSignal() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS).stays(12);
        List<Scene> coasted = Scenario.lasting(14).with(him).filmedAt(12.5).stream()
                .map(scene -> scene.mediaSeconds() < 3.2 ? scene : changed(scene, Sighting.COASTED))
                .toList();
        assertThat(show(coasted).signals()).isEmpty();
    }

    @Test
    void whoSitsOnTheFloorWithHisTrunkUprightIsNone() {
        // Legs stretched out: low, flat and wide, as somebody who lies.
        Actor sits = Postures.turns(standing(), 3, 1, 0.5, 0.7, Shape.SITTING_ON_THE_FLOOR)
                .stays(14);
        Scenario act = Scenario.lasting(16).with(sits);
        assertThat(run(act).occurrences()).as("by the outline alone").hasSize(1);
        assertThat(run(act.feature(BodyKeypoints.KEY, (s, v) -> Postures.keypoints(1, 0.5, 0.6, 0.1, 15, v)))
                        .signals())
                .isEmpty();
    }

    @Test
    void whoseTrunkLiesIsFoundThoughHisBoxIsNotFlat() {
        Actor down = Postures.falls(standing(), 3, 0.5, 0.7, Shape.HUDDLED).stays(12);
        Scenario act = Scenario.lasting(14).with(down);
        assertThat(run(act).signals()).as("by the outline alone").isEmpty();
        Findings seen = run(act.feature(
                BodyKeypoints.KEY, (s, v) -> s < 3.6 ? null : Postures.keypoints(1, 0.5, 0.65, 0.1, 80, v)));
        assertThat(seen.occurrences()).hasSize(1);
        assertThat(seen.signals().get(0).signal().explanation().sentence()).contains("keypoints");
    }

    @Test
    void whoIsLostIsDownForAsLongAsHisKeypointsLie() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS)
                .hidden(3.5, 20)
                .stays(14);
        Scenario act = Scenario.lasting(16).with(him);
        assertThat(run(act).signals()).isEmpty();
        assertThat(run(act.feature(
                                BodyKeypoints.KEY,
                                (s, v) -> s < 3.6 || s > 9 || Math.round(s * 12.5) % 3 > 0
                                        ? null
                                        : Postures.keypoints(1, 0.5, 0.65, 0.1, 95, v)))
                        .occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.ended())
                        .hasValueSatisfying(s -> assertThat(s).isBetween(11.0, 13.0)));
    }

    @Test
    void aTableOfAnotherShapeIsNotRead() {
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS).stays(12);
        assertThat(run(Scenario.lasting(14).with(him).feature(BodyKeypoints.KEY, (s, v) -> Table.of(2, 1, 2)))
                        .occurrences())
                .hasSize(1);
    }

    @Test
    void onACalibratedCameraWhoFallsIsFoundToo() {
        Point[] corners = {new Point(0.3, 0.4), new Point(0.7, 0.4), new Point(0.95, 0.95), new Point(0.05, 0.95)};
        GroundPlane ground = GroundPlane.of(List.of(
                new Correspondence(corners[0], -4, 30),
                new Correspondence(corners[1], 4, 30),
                new Correspondence(corners[2], 4, 8),
                new Correspondence(corners[3], -4, 8)));
        Actor him = Postures.falls(standing(), 3, 0.52, 0.7, Shape.LYING_ACROSS).stays(12);
        DetectorHarness harness = DetectorHarness.of(
                new PersonDownProvider(), parameters.build(), DetectorHarness.context(Optional.of(ground)));
        assertThat(harness.show(Scenario.lasting(14).with(him).filmedAt(12.5))
                        .findings()
                        .occurrences())
                .hasSize(1);
    }

    private static Actor standing() {
        return Postures.arrives(1, 0.3, 0.5, 0.5, 0.7);
    }

    private static Grid motion(float share) {
        float[] cells = new float[32 * 18];
        java.util.Arrays.fill(cells, share);
        return Grid.over(32, 18, cells);
    }

    private static Scene withPiece(Scene scene, boolean piece) {
        SceneBuilder builder = begin(scene);
        scene.tracks().forEach(t -> add(builder, t, t.sighting(), t.bottom()));
        if (piece) {
            builder.detection(new Detection(Role.OTHER, "skis", 0.3, new Box(0.46, 0.64, 0.52, 0.7)));
        }
        return builder.build();
    }

    private static Scene cutByThePicture(Scene scene) {
        SceneBuilder builder = begin(scene);
        for (Track t : scene.tracks()) {
            if (t.top() < 0.98) {
                add(builder, t, t.sighting(), Math.min(1, t.bottom()));
            }
        }
        return builder.build();
    }

    private static Scene changed(Scene scene, Sighting sighting) {
        SceneBuilder builder = begin(scene);
        scene.tracks().forEach(t -> add(builder, t, sighting, t.bottom()));
        return builder.build();
    }

    private static SceneBuilder begin(Scene scene) {
        SceneBuilder builder = new SceneBuilder();
        builder.begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
        return builder;
    }

    private static void add(SceneBuilder builder, Track t, Sighting sighting, double bottom) {
        builder.track(t.id(), t.role(), t.label(), t.confidence(), sighting)
                .place(t.left(), t.top(), t.right(), bottom)
                .move(t.velocityX(), t.velocityY(), t.bornNanos(), t.matchedNanos());
    }

    private Findings run(Actor... actors) {
        return run(Scenario.lasting(16).with(actors));
    }

    private Findings run(Scenario scenario) {
        return show(scenario.filmedAt(12.5));
    }

    private Findings show(List<Scene> scenes) {
        return harness().show(scenes).findings();
    }

    private DetectorHarness harness() {
        return DetectorHarness.of(
                new PersonDownProvider(), parameters.build(), DetectorHarness.context(Optional.empty()));
    }
}
