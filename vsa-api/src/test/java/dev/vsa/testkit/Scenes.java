package dev.vsa.testkit;

import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.scene.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes that the contract makes from others, and odd ones. */
final class Scenes {

    private static final long SECOND = 1_000_000_000L;

    private Scenes() {}

    /** The same scenes with passers-by of all roles that are seen for a single scene each, in the upper left corner. */
    static List<Scene> crowd(List<Scene> scenes, Random random, int count) {
        return scenes.stream()
                .map(scene -> Scenario.rebuilt(scene, scene.mediaNanos(), builder -> {
                    scene.tracks().forEach(track -> add(builder, track, track.sighting()));
                    for (int i = 0; i < count; i++) {
                        long id = 1_000_000 + scene.mediaNanos() / 1_000_000 * 100 + i;
                        double x = random.nextDouble() * 0.01;
                        builder.track(id, role(i), "passer-by", 0.5, Sighting.MATCHED)
                                .place(x, 0, x + 0.002, 0.004)
                                .move(0, 0, scene.mediaNanos(), scene.mediaNanos());
                    }
                }))
                .toList();
    }

    static void addCrowd(SceneBuilder builder, Random random, int generation) {
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble() * 0.9;
            double y = random.nextDouble() * 0.8;
            builder.track(generation * 20L + i, role(i), "somebody", 0.5, Sighting.MATCHED)
                    .place(x, y, x + 0.05, y + 0.15);
        }
    }

    static void addOdd(SceneBuilder builder, Random random, int count) {
        for (int i = 0; i < count; i++) {
            Sighting sighting = Sighting.values()[random.nextInt(3)];
            double x = random.nextDouble() * 3 - 1;
            double y = random.nextDouble() * 3 - 1;
            double size = i % 3 == 0 ? 0 : i % 3 == 1 ? random.nextDouble() * 0.2 : random.nextDouble() * 5;
            builder.track(random.nextInt(1500), role(i), "odd", random.nextDouble(), sighting)
                    .place(x, y, x + size, i % 5 == 0 ? y : y + size)
                    .move(random.nextGaussian() * 100, random.nextGaussian() * 100, -5, random.nextInt());
        }
    }

    private static Role role(int i) {
        return Role.values()[i % Role.values().length];
    }

    static List<Scene> empty(List<Scene> after, double seconds) {
        Scene last = after.get(after.size() - 1);
        List<Scene> scenes = new ArrayList<>();
        for (int i = 1; i <= seconds * 5; i++) {
            scenes.add(Scenario.rebuilt(last, last.mediaNanos() + i * SECOND / 5, builder -> {}));
        }
        return scenes;
    }

    static Scene later(Scene scene, long nanos) {
        return Scenario.rebuilt(
                scene,
                scene.mediaNanos() + nanos,
                builder -> scene.tracks().forEach(track -> add(builder, track, track.sighting())));
    }

    static void add(SceneBuilder builder, Track track, Sighting sighting) {
        builder.track(track.id(), track.role(), track.label(), track.confidence(), sighting)
                .place(track.left(), track.top(), track.right(), track.bottom())
                .move(track.velocityX(), track.velocityY(), track.bornNanos(), track.matchedNanos());
    }
}
