package dev.vsa.detectors.crowdmovement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Table;
import dev.vsa.spi.Discontinuity;
import dev.vsa.testkit.Actor;
import dev.vsa.testkit.DetectorHarness;
import dev.vsa.testkit.Findings;
import dev.vsa.testkit.Parameters;
import dev.vsa.testkit.Scenario;
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import dev.vsa.testkit.simulation.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated crowds: those that begin to run must be found, and nothing that only looks like it. */
class CrowdMovementCasesTest {

    private static final double ASPECT = 16.0 / 9;
    private static final double[] SQUARE = {0.3, 0.3, 1.5, 0.9};
    private static final long SECOND = 1_000_000_000L;

    private final Parameters<CrowdMovementParameters> parameters =
            Parameters.of(CrowdMovementParameters.class).with("zone", Zone.frame());

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 12).boxed();
    }

    private static Panic crowd(long seed) {
        return Panic.of(12, 0.15, ASPECT, seed, 0, SQUARE);
    }

    private static Panic panic(long seed) {
        return crowd(seed).strolling(10, 0.7).fleeing(13, 2.2, 0.9, 0.55, 0.4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoRunApartAreOneDispersal(long seed) {
        Findings findings = run(panic(seed));
        assertThat(findings.occurrences()).as("seed " + seed).singleElement().satisfies(o -> {
            assertThat(o.raised()).isBetween(10.0, 11.6);
            assertThat(o.onset()).isBetween(9.8, o.raised());
        });
        assertThat(said(findings)).contains("(dispersal)").contains("body heights a second");
    }

    @ParameterizedTest
    @MethodSource("seeds")
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

    // What only looks like it.

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.76, 0.95})
    void aCrowdThatWalksOffAtGreenIsNoAlert(double speed) {
        assertSilent(crowd(6).standing(10).going(16, speed, 0, 0.5));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void strollersAreNoAlert(long seed) {
        assertSilent(crowd(seed).strolling(30, 0.75));
    }

    @ParameterizedTest
    @MethodSource("seeds")
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
    @MethodSource("seeds")
    void threeWhoRunOnceTheOthersHaveGoneAreNoCrowd(long seed) {
        // Speed, share and number of runners seen all rise; only the energy says that hardly anybody is left.
        Panic others = Panic.of(12, 0.15, ASPECT, seed + 50, 0, SQUARE).strolling(10, 0.9);
        Panic three = Panic.of(3, 0.15, ASPECT, seed, 0, SQUARE).strolling(10.3, 0.9);
        assertThat(run(both(others, three.fleeing(13, 2, 0.9, 0.55, 0.2))).signals())
                .as("seed " + seed)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
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
    @MethodSource("seeds")
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

    // What it says when it cannot judge, and odd flows.

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
        CrowdMovementParameters corner = parameters
                .with("zone", Zone.of("corner", 0, 0, 0.1, 0, 0.1, 0.1, 0, 0.1))
                .build();
        assertThat(run(corner, film(panic(3))).signals()).isEmpty();
    }

    @Test
    void fewerThanAskedForAreNoAlert() {
        assertThat(run(parameters.with("people", 30).build(), film(panic(3))).signals())
                .isEmpty();
    }

    @Test
    void oddFlowsThrowNothing() {
        Random random = new Random(4);
        DetectorHarness harness = DetectorHarness.of(new CrowdMovementProvider(), all());
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
        DetectorHarness harness = DetectorHarness.of(new CrowdMovementProvider(), parameters.build());
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

    // The other movements.

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
        assertThat(CrowdMovementParameters.in(Zone.frame())).isEqualTo(parameters.build());
    }

    private CrowdMovementParameters only(Movement movement) {
        return parameters.with("movements", Set.of(movement)).build();
    }

    private CrowdMovementParameters all() {
        return parameters.with("movements", Set.of(Movement.values())).build();
    }

    private static String said(Findings findings) {
        return findings.signals().get(0).signal().explanation().sentence();
    }

    private void assertSilent(Panic crowd) {
        assertThat(run(crowd).signals()).isEmpty();
    }

    private static Scenario scenario(List<Actor> actors, Flows flows) {
        return Scenario.lasting(25).with(actors.toArray(Actor[]::new)).feature(Flow.KEY, flows);
    }

    private static List<Scene> film(Panic crowd) {
        return scenario(List.of(crowd.actors(1)), Flows.of(crowd.movers())).filmedAt(12.5);
    }

    private static List<Scene> both(Panic some, Panic others) {
        List<Actor> actors = new ArrayList<>(List.of(some.actors(1)));
        actors.addAll(List.of(others.actors(1000)));
        return scenario(actors, Flows.of(some.movers()).and(others.movers())).filmedAt(12.5);
    }

    private Findings run(Panic crowd) {
        return run(film(crowd));
    }

    private Findings run(List<Scene> scenes) {
        return run(parameters.build(), scenes);
    }

    private static Findings run(CrowdMovementParameters parameters, List<Scene> scenes) {
        return DetectorHarness.of(new CrowdMovementProvider(), parameters)
                .show(scenes)
                .findings();
    }

    /** Cells here and there that seem to go anywhere. */
    private static Table weather(Random random, int cells) {
        Table.Builder table = new Table.Builder(Flow.COLUMNS);
        table.add().set(Flow.COLUMN, 40).set(Flow.ROW, 22).set(Flow.RELIABILITY, 0.08);
        for (int i = 0; i < cells; i++) {
            table.add().set(Flow.COLUMN, random.nextInt(40)).set(Flow.ROW, random.nextInt(22));
            table.set(Flow.VELOCITY_X, random.nextGaussian() * 0.3).set(Flow.VELOCITY_Y, random.nextGaussian() * 0.3);
            table.set(Flow.SHARE, random.nextDouble() * 0.4).set(Flow.RELIABILITY, random.nextDouble() * 0.6);
        }
        return table.lend();
    }

    private static Table odd(Random random) {
        double[] values = new double[Flow.COLUMNS * (1 + random.nextInt(50))];
        for (int i = 0; i < values.length; i++) {
            int kind = random.nextInt(6);
            values[i] = kind == 0 ? Double.NaN : kind == 1 ? -1e9 : kind == 2 ? Double.MAX_VALUE : random.nextInt(50);
        }
        return random.nextInt(4) == 0 ? Table.of(2, 1, 2) : Table.of(Flow.COLUMNS, values);
    }

    private static Scene without(Scene scene) {
        return builder(scene).build();
    }

    private static Scene with(Scene scene, Table flow) {
        return builder(scene).feature(Flow.KEY, flow).build();
    }

    private static SceneBuilder builder(Scene scene) {
        SceneBuilder builder = new SceneBuilder()
                .begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
        scene.tracks()
                .forEach(t -> builder.track(t.id(), Role.PERSON, t.label(), t.confidence(), Sighting.MATCHED)
                        .place(t.left(), t.top(), t.right(), t.bottom())
                        .move(t.velocityX(), t.velocityY(), t.bornNanos(), t.matchedNanos()));
        return builder;
    }
}
