package dev.vsa.detectors.wrongway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.geometry.GroundPlane.Correspondence;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Point;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes against the direction must be found; who loiters, turns, trembles or gets another number must not. */
class WrongWayCasesTest {

    private static final long SECOND = 1_000_000_000L;

    /** Everybody is to walk to the left of the picture. */
    private final Parameters<WrongWayParameters> parameters = Parameters.of(WrongWayParameters.class)
            .with("zone", Zone.of("road", 0.1, 0.3, 0.9, 0.3, 0.9, 0.95, 0.1, 0.95))
            .with("permittedHeading", new Heading(-1, 0));

    @Test
    void manWhoWalksAcrossAgainstTheDirectionIsOneAlert() {
        Actor man =
                Actor.person(1).at(0, 0.05, 0.7).at(9, 0.95, 0.7).jitter(0.02).missed(0.1);
        Findings findings = run(Scenario.lasting(16).with(man).filmedAt(10));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.onset()).isBetween(0.4, 1.0);
            assertThat(o.raised()).isBetween(1.5, 3.5);
            assertThat(o.cause()).contains(EndCause.RULE);
        });
        assertThat(findings.signals().get(0).signal().explanation().sentence())
                .startsWith("A person has moved against the permitted direction of zone 'road' for ");
    }

    @ParameterizedTest
    @CsvSource({"180, 1", "-150, 1", "130, 1", "110, 0", "90, 0", "60, 0", "0, 0"})
    void angleToThePermittedDirectionDecides(double degrees, int alerts) {
        double dx = -Math.cos(Math.toRadians(degrees)) * 0.6 * 9 / 16;
        double dy = Math.sin(Math.toRadians(degrees)) * 0.6;
        Actor walker = Actor.person(1)
                .sized(0.06, 0.15)
                .at(0, 0.5 - dx / 2, 0.62 - dy / 2)
                .at(6, 0.5 + dx / 2, 0.62 + dy / 2);
        assertThat(run(Scenario.lasting(6).with(walker).filmedAt(12.5)).occurrences())
                .hasSize(alerts);
    }

    @Test
    void headingIsMeantOnSquarePixels() {
        // In a picture four times as wide as high a walk that looks steep in normalised coordinates is nearly level.
        Actor walker = Actor.person(1).sized(0.08, 0.2).at(0, 0.4, 0.5).at(6, 0.6, 0.75);
        List<Scene> scenes = Scenario.lasting(6).picture(4, 720).with(walker).filmedAt(12.5);
        Parameters<WrongWayParameters> narrow = parameters.with("tolerance", 20.0);
        assertThat(run(narrow.build(), scenes).occurrences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void standingAndTremblingForAMinuteIsNoAlert(long seed) {
        Actor standing =
                Actor.person(1).at(0, 0.5, 0.7).at(60, 0.5, 0.7).jitter(0.1).missed(0.2);
        assertThat(run(Scenario.lasting(60).seed(seed).with(standing).filmedAt(25))
                        .signals())
                .as("seed " + seed)
                .isEmpty();
    }

    @Test
    void pacingUpAndDownInPlaceIsNoAlert() {
        // Steps of a body height to and fro.
        Actor pacing = Actor.person(1).at(0, 0.5, 0.7);
        for (int i = 1; i <= 20; i++) {
            pacing = pacing.at(2 * i, i % 2 == 0 ? 0.5 : 0.61, 0.7);
        }
        Findings findings = run(Scenario.lasting(40).with(pacing.jitter(0.02)).filmedAt(12.5));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.peakMargin()).isBetween(0.3, 1.0);
    }

    @Test
    void millingAboutIsNoAlert() {
        Actor milling = Actor.person(1).at(0, 0.4, 0.6);
        for (int i = 1; i <= 40; i++) {
            milling = milling.at(i, 0.2 + 0.012 * i + 0.01 * Math.cos(i * 1.9), 0.65 + 0.07 * Math.sin(i * 1.9));
        }
        assertThat(run(Scenario.lasting(40).with(milling).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void halfHiddenBoxThatGrowsAndShrinksIsNoAlert() {
        // Somebody behind a counter: the box loses its lower half and gets it back; up is against the direction.
        Actor behind = Actor.person(1).at(0, 0.5, 0.8);
        for (int i = 1; i <= 15; i++) {
            behind = behind.at(2 * i, 0.5, 0.8).at(2 * i + 0.1, 0.5, i % 2 == 0 ? 0.8 : 0.7, i % 2 == 0 ? 1 : 0.5);
        }
        Parameters<WrongWayParameters> down = parameters.with("permittedHeading", new Heading(0, 1));
        assertThat(run(down.build(), Scenario.lasting(31).with(behind).filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void carThatCrossesThePictureInTwoSecondsIsFound() {
        Actor car = Actor.moving(1).sized(0.35, 0.16).at(0, -0.1, 0.6).at(2, 1.1, 0.55);
        Findings findings = run(
                parameters.with("zone", Zone.frame()).build(),
                Scenario.lasting(5).with(car).filmedAt(30));
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.raised()).isLessThan(1.7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 12.5, 30})
    void carThatComesNearerAndGetsFasterInThePictureAsItGrowsIsFound(double fps) {
        // At an even pace on the ground, from five times the distance at which it leaves the picture.
        Actor car = Actor.moving(1).sized(0.35, 0.45);
        for (int i = 0; i <= 16; i++) {
            double nearness = 1 / (5 - i / 4.0);
            car = car.at(i / 8.0, 0.1 + (nearness - 0.2), 0.4 + 0.2 * nearness, nearness);
        }
        Findings findings = run(
                parameters.with("zone", Zone.frame()).build(),
                Scenario.lasting(4).with(car).filmedAt(fps));
        assertThat(findings.occurrences()).hasSize(1);
    }

    @Test
    void carFromAboveAndOneThatComesTheRightWayBesideItAreToldApart() {
        Zone zone = Zone.of("lane", 0.08, 0, 0.43, 0, 0.39, 1, 0.08, 1);
        Parameters<WrongWayParameters> up = parameters.with("zone", zone).with("permittedHeading", new Heading(0, -1));
        Actor down = Actor.moving(1).sized(0.32, 0.7).at(0, 0.24, 0).at(3.2, 0.24, 1.7);
        Actor right = Actor.moving(2).sized(0.32, 0.65).at(0.2, 0.4, 1.65).at(3.4, 0.4, 0);
        Findings findings = run(
                up.build(),
                Scenario.lasting(6).with(down, right).filmedAt(12.5).stream()
                        .map(WrongWayCasesTest::clipped)
                        .toList());
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.key()).isEqualTo(1));
    }

    @Test
    void carsThatGoTheRightWayAreNoAlert() {
        Actor[] cars = new Actor[8];
        for (int i = 0; i < cars.length; i++) {
            double from = 1.5 * i;
            cars[i] = Actor.vehicle(i)
                    .at(from, 1.1, 0.5 + 0.05 * i)
                    .at(from + 2, -0.1, 0.5 + 0.05 * i)
                    .jitter(0.03)
                    .missed(0.1);
        }
        assertThat(run(Scenario.lasting(14).with(cars).filmedAt(25)).signals()).isEmpty();
    }

    @Test
    void newNumberOnTheWayIsTheSameAlert() {
        Actor walker = Actor.person(1)
                .at(0, 0.12, 0.7)
                .at(9, 0.88, 0.7)
                .renumbered(1, 2)
                .renumbered(4, 3)
                .renumbered(6, 4);
        assertThat(run(Scenario.lasting(9).with(walker).filmedAt(12.5)).occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.subjects()).containsExactly(2L, 3L, 4L));
    }

    @Test
    void twoWhoMeetAndSwapNumbersAreOneAlert() {
        Actor wrong = Actor.person(1).at(0, 0.12, 0.7).at(10, 0.88, 0.7).renumbered(5, 2);
        Actor right = Actor.person(2).at(0, 0.88, 0.72).at(10, 0.12, 0.72).renumbered(5, 1);
        Findings findings = run(Scenario.lasting(10).with(wrong, right).filmedAt(12.5));
        assertThat(findings.occurrences())
                .singleElement()
                .satisfies(o -> assertThat(o.open()).isTrue());
    }

    @Test
    void twoFarApartWhoSwapNumbersMoveNowhere() {
        Actor left = Actor.person(1).at(0, 0.2, 0.7).at(6, 0.21, 0.7).renumbered(3, 2);
        Actor right = Actor.person(2).at(0, 0.8, 0.7).at(6, 0.79, 0.7).renumbered(3, 1);
        assertThat(run(Scenario.lasting(6).with(left, right).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void jumpOfABoxIsNoMovement() {
        // By less than what counts as a jump of the number: to the neighbour and stays there.
        Actor jumping = Actor.person(1)
                .at(0, 0.3, 0.7)
                .at(3, 0.3, 0.7)
                .at(3.05, 0.48, 0.7)
                .at(8, 0.48, 0.7);
        assertThat(run(Scenario.lasting(8).with(jumping).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void jumpToTheNextCarInAQueueIsNoMovement() {
        Actor queue = Actor.vehicle(1)
                .at(0, 0.3, 0.7)
                .at(3, 0.3, 0.7)
                .at(3.05, 0.44, 0.7)
                .at(8, 0.44, 0.7);
        assertThat(run(Scenario.lasting(8).with(queue).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void coastingTrackAlertsNobody() {
        Actor lost = Actor.person(1).at(0, 0.12, 0.7).at(6, 0.7, 0.7).hidden(0.8, 10);
        assertThat(run(Scenario.lasting(6).coasting(6).with(lost).filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void stoppingDoesNotEndItTurningBackDoes() {
        Actor walker = Actor.person(1)
                .at(0, 0.12, 0.7)
                .at(5, 0.5, 0.7)
                .at(15, 0.5, 0.7)
                .at(20, 0.15, 0.7);
        Findings findings = run(Scenario.lasting(20).with(walker).filmedAt(12.5));
        assertThat(findings.occurrences()).singleElement().satisfies(o -> {
            assertThat(o.ended().orElseThrow()).isBetween(16.0, 20.0);
            assertThat(o.cause()).contains(EndCause.RULE);
        });
    }

    @Test
    void goingOnAfterAStopIsTheSameAlert() {
        Actor walker = Actor.person(1)
                .at(0, 0.12, 0.7)
                .at(4, 0.45, 0.7)
                .at(20, 0.45, 0.7)
                .at(24, 0.8, 0.7);
        assertThat(run(Scenario.lasting(24).with(walker).filmedAt(12.5)).occurrences())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Discontinuity.Kind.class, names = "CAMERA_MOVED", mode = EnumSource.Mode.EXCLUDE)
    void alertGoesOnOverABreak(Discontinuity.Kind kind) {
        Scenario walk =
                Scenario.lasting(10).with(Actor.person(1).at(0, 0.12, 0.7).at(8, 0.8, 0.7));
        List<Scene> scenes = walk.filmedAt(12.5);
        DetectorHarness harness = DetectorHarness.of(new WrongWayProvider(), parameters.build());
        scenes.stream().filter(s -> s.mediaSeconds() <= 4).forEach(harness::show);
        harness.breakFlow(new Discontinuity(kind, 4 * SECOND, 5 * SECOND, "test"));
        scenes.stream().filter(s -> s.mediaSeconds() >= 5).forEach(harness::show);
        assertThat(harness.findings().occurrences()).hasSize(1);
    }

    @Test
    void outsideTheZoneNobodyIsJudged() {
        Actor outside = Actor.person(1).at(0, 0.05, 0.25).at(9, 0.95, 0.25);
        Findings findings = run(Scenario.lasting(9).with(outside).filmedAt(12.5));
        assertThat(findings.margins()).isEmpty();
    }

    @Test
    void rolesThatAreNotSubjectsAreIgnored() {
        Actor man = Actor.person(1).at(0, 0.05, 0.7).at(9, 0.95, 0.7);
        WrongWayParameters vehicles =
                parameters.with("subjects", Set.of(Role.VEHICLE)).build();
        assertThat(run(vehicles, Scenario.lasting(9).with(man).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void onACalibratedCameraMetresCountFarAway() {
        // A camera that looks along a road: at the far end a walk of ten metres is half a body height in the picture.
        GroundPlane plane = GroundPlane.of(List.of(
                new Correspondence(new Point(0, 1), -3, 5),
                new Correspondence(new Point(1, 1), 3, 5),
                new Correspondence(new Point(0.4, 0.4), -3, 30),
                new Correspondence(new Point(0.6, 0.4), 3, 30)));
        Parameters<WrongWayParameters> towards =
                parameters.with("permittedHeading", new Heading(0, 1)).with("zone", Zone.frame());
        List<Scene> scenes = Scenario.lasting(7)
                .with(Actor.person(1).sized(0.04, 0.1).at(0, 0.5, 0.5).at(7, 0.5, 0.43))
                .filmedAt(12.5);
        assertThat(plane.distance(0.5, 0.5, 0.5, 0.43)).isCloseTo(10, within(3.0));
        assertThat(run(towards.build(), scenes).signals()).isEmpty();
        Findings calibrated = DetectorHarness.of(
                        new WrongWayProvider(), towards.build(), DetectorHarness.context(Optional.of(plane)))
                .show(scenes)
                .findings();
        assertThat(calibrated.occurrences()).hasSize(1);
    }

    @Test
    void defaultsInCodeAreTheDocumentedOnes() {
        assertThat(WrongWayParameters.of(parameters.build().zone(), new Heading(-1, 0)))
                .isEqualTo(parameters.build());
    }

    private static Scene clipped(Scene scene) {
        dev.vsa.scene.SceneBuilder builder = new dev.vsa.scene.SceneBuilder()
                .begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
        scene.tracks().stream()
                .filter(t -> t.top() < 0.98 && t.bottom() > 0.02)
                .forEach(t -> builder.track(t.id(), t.role(), t.label(), t.confidence(), t.sighting())
                        .place(t.left(), Math.max(0, t.top()), t.right(), Math.min(1, t.bottom()))
                        .move(t.velocityX(), t.velocityY(), t.bornNanos(), t.matchedNanos()));
        return builder.build();
    }

    private Findings run(List<Scene> scenes) {
        return run(parameters.build(), scenes);
    }

    private static Findings run(WrongWayParameters parameters, List<Scene> scenes) {
        return DetectorHarness.of(new WrongWayProvider(), parameters)
                .show(scenes)
                .findings();
    }
}
