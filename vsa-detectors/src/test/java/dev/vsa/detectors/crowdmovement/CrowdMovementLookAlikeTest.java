package dev.vsa.detectors.crowdmovement;

import static dev.vsa.detectors.crowdmovement.Filmed.ASPECT;
import static dev.vsa.detectors.crowdmovement.Filmed.SQUARE;
import static dev.vsa.detectors.crowdmovement.Filmed.both;
import static dev.vsa.detectors.crowdmovement.Filmed.crowd;
import static dev.vsa.detectors.crowdmovement.Filmed.panic;
import static dev.vsa.detectors.crowdmovement.Filmed.run;
import static dev.vsa.detectors.crowdmovement.Filmed.scenario;
import static dev.vsa.detectors.crowdmovement.Filmed.strollers;
import static dev.vsa.detectors.crowdmovement.Filmed.weather;
import static dev.vsa.detectors.crowdmovement.Filmed.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.scene.Scene;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import dev.vsa.testkit.simulation.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated scenes that only look like a crowd that begins to run. */
class CrowdMovementLookAlikeTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.76, 0.95})
    void aCrowdThatWalksOffAtGreenIsNoAlert(double speed) {
        assertSilent(crowd(6).standing(10).going(16, speed, 0, 0.5));
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void strollersAreNoAlert(long seed) {
        assertSilent(crowd(seed).strolling(30, 0.75));
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void twoWhoRunThroughACrowdAreNoAlert(long seed) {
        Panic walkers = crowd(seed).strolling(20, 0.75);
        Panic joggers = Panic.of(2, 0.15, ASPECT, seed, 9, 0.05, 0.4, 0.1, 0.8).going(14, 2, 0, 0.3);
        assertThat(run(both(walkers, joggers)).signals()).as("seed " + seed).isEmpty();
    }

    @Test
    void aChildThatRunsAmongThoseWhoStandIsNoAlert() {
        Panic child = Panic.of(1, 0.08, ASPECT, 3, 0, 0.3, 0.5, 0.4, 0.6).strolling(20, 2.5);
        assertThat(run(both(crowd(3).standing(20), child)).signals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void threeWhoRunOnceTheOthersHaveGoneAreNoCrowd(long seed) {
        // Speed, share and number of runners seen all rise; only the energy says that hardly anybody is left.
        Panic others = strollers(12, seed + 50, 10, 0.9);
        Panic three = strollers(3, seed, 10.3, 0.9);
        assertThat(run(both(others, three.fleeing(13, 2, 0.9, 0.55, 0.2))).signals())
                .as("seed " + seed)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void aFlockThatFliesUpAmongThoseWhoStandIsNoAlert(long seed) {
        Panic birds = Panic.of(30, 0.06, ASPECT, seed, 0, SQUARE).standing(10).fleeing(12, 6, 0.9, 0.55, 0.2);
        Panic standing = crowd(seed).standing(20);
        assertThat(run(scenario(
                                        List.of(standing.actors(1)),
                                        Flows.of(standing.movers()).and(birds.movers()))
                                .filmedAt(12.5))
                        .signals())
                .as("seed " + seed)
                .isEmpty();
    }

    @Test
    void runnersWhoHaveRunFromTheBeginningAreNoSuddenMovement() {
        Panic marathon = Panic.of(60, 0.15, ASPECT, 3, 0, -5, 0.3, 1, 0.9).going(25, 1.7, 0, 0.01);
        assertSilent(marathon);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 1.6})
    void aTrainThatArrivesBehindThoseWhoWaitIsNoAlert(double speed) {
        Panic waiting = Panic.of(12, 0.25, ASPECT, 8, 0, 0.1, 0.75, 1.7, 0.95).standing(20);
        Traffic train = new Traffic(8, 8 + 3 / speed, -1.6, 0.55, 1.4, 3, 0.35);
        assertThat(run(scenario(
                                        List.of(waiting.actors(1)),
                                        Flows.of(waiting.movers()).and(train.movers()))
                                .filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 0.5, 0.25", "false, 0.5, 0.25", "true, 1.2, 0.4", "false, 1.2, 0.4", "false, 0.9, 0.15"})
    void aVehicleThatCrossesAmongWalkersIsNoAlert(boolean named, double speed, double height) {
        Panic walkers = crowd(9).strolling(20, 0.7);
        Traffic lorry = new Traffic(8, 8 + 3 / speed, -0.6, 0.6, 2.4, 0.9, height);
        List<Actor> actors = new ArrayList<>(List.of(walkers.actors(1)));
        if (named) {
            actors.add(lorry.actor(99, ASPECT));
        }
        assertThat(run(scenario(actors, Flows.of(walkers.movers()).and(lorry.movers()))
                                .filmedAt(12.5))
                        .signals())
                .isEmpty();
    }

    @Test
    void carsWithoutAnybodyAboutAreNoAlert() {
        List<Flows.Mover> cars = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cars.add(new Traffic(2 * i, 2 * i + 3, -0.3, 0.3 + 0.05 * (i % 8), 2, 0.3, 0.12));
        }
        assertThat(run(scenario(List.of(), Flows.of(cars)).filmedAt(12.5)).signals())
                .isEmpty();
    }

    @Test
    void somebodyWhoPassesCloseToTheCameraIsNoAlert() {
        Panic close = Panic.of(1, 1.2, ASPECT, 3, 8, -0.5, 1.3, -0.4, 1.35).going(11, 0.9, 0, 0.01);
        Panic far = crowd(3).standing(20);
        assertThat(run(both(far, close)).signals()).as("seen as a person").isEmpty();
        assertThat(run(scenario(List.of(far.actors(1)), Flows.of(far.movers()).and(close.movers()))
                                .filmedAt(12.5))
                        .signals())
                .as("not seen as one")
                .isEmpty();
    }

    @Test
    void aCameraThatMovesIsNoAlertAndSaysSo() {
        Panic crowd = panic(3);
        Findings findings =
                run(scenario(List.of(crowd.actors(1)), Flows.of(crowd.movers()).fromMovingCamera(0.2))
                        .filmedAt(12.5));
        assertThat(findings.signals()).isEmpty();
        assertThat(findings.blindness())
                .isNotEmpty()
                .allSatisfy(b -> assertThat(b.reason()).isEqualTo("the camera moves"));
    }

    @ParameterizedTest
    @MethodSource("dev.vsa.detectors.crowdmovement.Filmed#seeds")
    void rainSnowAndTreesAreNoAlert(long seed) {
        Panic crowd = crowd(seed).standing(20);
        List<Scene> scenes = new ArrayList<>();
        Random random = new Random(seed);
        for (Scene scene :
                scenario(List.of(crowd.actors(1)), Flows.of(List.of())).filmedAt(12.5)) {
            double strength = Math.min(1, Math.max(0, scene.mediaSeconds() - 8) / 2);
            scenes.add(with(scene, weather(random, (int) (250 * strength))));
        }
        assertThat(run(scenes).signals()).as("seed " + seed).isEmpty();
    }

    private static void assertSilent(Panic crowd) {
        assertThat(run(crowd).signals()).isEmpty();
    }
}
