package dev.vsa.detectors.crowdmovement;

import dev.vsa.geometry.Zone;
import dev.vsa.scene.Flow;
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
import dev.vsa.testkit.simulation.Flows;
import dev.vsa.testkit.simulation.Panic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Simulated crowds on film, for the tests of this detector. */
final class Filmed {

    static final double ASPECT = 16.0 / 9;
    static final double[] SQUARE = {0.3, 0.3, 1.5, 0.9};

    private Filmed() {}

    /** The defaults, over the whole picture; changed by the one who asks for them. */
    static Parameters<CrowdMovementParameters> parameters() {
        return Parameters.of(CrowdMovementParameters.class).with("zone", Zone.frame());
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 12).boxed();
    }

    static Panic crowd(long seed) {
        return Panic.of(12, 0.15, ASPECT, seed, 0, SQUARE);
    }

    /** People who stroll in the same square as the crowd. */
    static Panic strollers(int people, long seed, double seconds, double speed) {
        return Panic.of(people, 0.15, ASPECT, seed, 0, SQUARE).strolling(seconds, speed);
    }

    static Panic panic(long seed) {
        return crowd(seed).strolling(10, 0.7).fleeing(13, 2.2, 0.9, 0.55, 0.4);
    }

    static Scenario scenario(List<Actor> actors, Flows flows) {
        return Scenario.lasting(25).with(actors.toArray(Actor[]::new)).feature(Flow.KEY, flows);
    }

    static List<Scene> film(Panic crowd) {
        return scenario(List.of(crowd.actors(1)), Flows.of(crowd.movers())).filmedAt(12.5);
    }

    static List<Scene> both(Panic some, Panic others) {
        List<Actor> actors = new ArrayList<>(List.of(some.actors(1)));
        actors.addAll(List.of(others.actors(1000)));
        return scenario(actors, Flows.of(some.movers()).and(others.movers())).filmedAt(12.5);
    }

    static Findings run(Panic crowd) {
        return run(film(crowd));
    }

    static Findings run(List<Scene> scenes) {
        return run(parameters().build(), scenes);
    }

    static Findings run(CrowdMovementParameters parameters, List<Scene> scenes) {
        return DetectorHarness.of(new CrowdMovementProvider(), parameters)
                .show(scenes)
                .findings();
    }

    /** Cells here and there that seem to go anywhere. */
    static Table weather(Random random, int cells) {
        Table.Builder table = new Table.Builder(Flow.COLUMNS);
        table.add().set(Flow.COLUMN, 40).set(Flow.ROW, 22).set(Flow.RELIABILITY, 0.08);
        for (int i = 0; i < cells; i++) {
            table.add().set(Flow.COLUMN, random.nextInt(40)).set(Flow.ROW, random.nextInt(22));
            table.set(Flow.VELOCITY_X, random.nextGaussian() * 0.3).set(Flow.VELOCITY_Y, random.nextGaussian() * 0.3);
            table.set(Flow.SHARE, random.nextDouble() * 0.4).set(Flow.RELIABILITY, random.nextDouble() * 0.6);
        }
        return table.lend();
    }

    static Table odd(Random random) {
        double[] values = new double[Flow.COLUMNS * (1 + random.nextInt(50))];
        for (int i = 0; i < values.length; i++) {
            int kind = random.nextInt(6);
            values[i] = kind == 0 ? Double.NaN : kind == 1 ? -1e9 : kind == 2 ? Double.MAX_VALUE : random.nextInt(50);
        }
        return random.nextInt(4) == 0 ? Table.of(2, 1, 2) : Table.of(Flow.COLUMNS, values);
    }

    static Scene without(Scene scene) {
        return builder(scene).build();
    }

    static Scene with(Scene scene, Table flow) {
        return builder(scene).feature(Flow.KEY, flow).build();
    }

    private static SceneBuilder builder(Scene scene) {
        SceneBuilder builder = begin(scene);
        scene.tracks().forEach(t -> add(t, builder));
        return builder;
    }

    private static SceneBuilder begin(Scene scene) {
        return new SceneBuilder()
                .begin(scene.cameraId(), scene.mediaNanos(), scene.wallNanos(), scene.aspect(), scene.pictureHeight());
    }

    private static void add(Track t, SceneBuilder builder) {
        builder.track(t.id(), Role.PERSON, t.label(), t.confidence(), Sighting.MATCHED)
                .place(t.left(), t.top(), t.right(), t.bottom())
                .move(t.velocityX(), t.velocityY(), t.bornNanos(), t.matchedNanos());
    }

    /** The scene with each second of its people. */
    static Scene withEachSecondTrack(Scene scene) {
        SceneBuilder builder = begin(scene);
        scene.tracks().stream().filter(t -> t.id() % 2 == 0).forEach(t -> add(t, builder));
        Table flow = scene.feature(Flow.KEY);
        return flow == null ? builder.build() : builder.feature(Flow.KEY, flow).build();
    }
}
