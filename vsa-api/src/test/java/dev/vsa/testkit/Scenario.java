package dev.vsa.testkit;

import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Sighting;
import dev.vsa.testkit.Actor.Look;
import dev.vsa.testkit.Actor.Waypoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A play for detectors: what happens in front of a camera, and with which faults a tracker sees it. It is filmed at a frame
 * rate and gives immutable scenes; the same seed gives the same scenes.
 *
 * <pre>{@code
 * Scenario walk = Scenario.lasting(10).with(Actor.person(1).at(1, 0.1, 0.8).at(9, 0.9, 0.8).jitter(0.02).missed(0.1));
 * List<Scene> scenes = walk.filmedAt(12.5);
 * }</pre>
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class Scenario {

    /** The camera that films every scenario. */
    public static final String CAMERA = "test-camera";

    private static final long WALL_START_NANOS = 1_735_689_600_000_000_000L;

    private final double seconds;
    private final double aspect;
    private final int pictureHeight;
    private final double coasting;
    private final double cover;
    private final long seed;
    private final List<Actor> actors;
    private final Map<FeatureKey<?>, Feature<?>> features;

    /**
     * A feature as a function of time.
     *
     * @param <T> the type of its values
     */
    @FunctionalInterface
    public interface Feature<T> {

        /**
         * The feature's value in one scene.
         *
         * @param second media time
         * @param view how the scenario is filmed
         * @return the value; null where there is none
         */
        @Nullable T at(double second, View view);
    }

    private Scenario(
            double seconds,
            double aspect,
            int pictureHeight,
            double coasting,
            double cover,
            long seed,
            List<Actor> actors,
            Map<FeatureKey<?>, Feature<?>> features) {
        this.seconds = seconds;
        this.aspect = aspect;
        this.pictureHeight = pictureHeight;
        this.coasting = coasting;
        this.cover = cover;
        this.seed = seed;
        this.actors = List.copyOf(actors);
        this.features = Map.copyOf(features);
    }

    /**
     * An empty picture, 16 to 9 and 720 rows high, whose tracker coasts for a second.
     *
     * @param seconds how long it lasts
     */
    public static Scenario lasting(double seconds) {
        return new Scenario(seconds, 16.0 / 9, 720, 1, 2, 1, List.of(), Map.of());
    }

    /**
     * Sets the picture.
     *
     * @param newAspect width over height
     * @param rows its height in pixels
     */
    public Scenario picture(double newAspect, int rows) {
        return new Scenario(seconds, newAspect, rows, coasting, cover, seed, actors, features);
    }

    /**
     * Sets how long a track that is not detected coasts before it vanishes.
     *
     * @param newCoasting seconds
     */
    public Scenario coasting(double newCoasting) {
        return new Scenario(seconds, aspect, pictureHeight, newCoasting, cover, seed, actors, features);
    }

    /**
     * Lets actors hide one another: one whose box is covered by that of another who stands nearer (with its feet lower in the
     * picture) is not detected, and its track coasts. Unless this is set, everybody is seen through everybody.
     *
     * @param share of its box that hides it, above 0, at most 1
     */
    public Scenario occluding(double share) {
        return new Scenario(seconds, aspect, pictureHeight, coasting, share, seed, actors, features);
    }

    /**
     * Sets what the trembling and the misses are drawn from.
     *
     * @param newSeed any number
     */
    public Scenario seed(long newSeed) {
        return new Scenario(seconds, aspect, pictureHeight, coasting, cover, newSeed, actors, features);
    }

    /**
     * Adds actors.
     *
     * @param more the actors
     */
    public Scenario with(Actor... more) {
        List<Actor> all = new ArrayList<>(actors);
        all.addAll(List.of(more));
        return new Scenario(seconds, aspect, pictureHeight, coasting, cover, seed, all, features);
    }

    /**
     * Adds a feature.
     *
     * @param key which
     * @param feature its value over time
     * @param <T> the type of its values
     */
    public <T> Scenario feature(FeatureKey<T> key, Feature<T> feature) {
        Map<FeatureKey<?>, Feature<?>> all = new HashMap<>(features);
        all.put(key, feature);
        return new Scenario(seconds, aspect, pictureHeight, coasting, cover, seed, actors, all);
    }

    /** How long it lasts, in seconds. */
    public double seconds() {
        return seconds;
    }

    /** The original view. */
    public View view() {
        return View.original(aspect);
    }

    /**
     * Films it.
     *
     * @param fps scenes a second
     */
    public List<Scene> filmedAt(double fps) {
        return filmedAt(fps, view());
    }

    /**
     * Films it in another view.
     *
     * @param fps scenes a second
     * @param view a view of {@link #view()}
     */
    public List<Scene> filmedAt(double fps, View view) {
        int count = (int) Math.floor(seconds * fps + 1e-9) + 1;
        return film(
                IntStream.range(0, count)
                        .mapToLong(i -> Math.round(i * 1e9 / fps))
                        .toArray(),
                view);
    }

    /**
     * Films it at moments of one's choice: an uneven rate, a gap.
     *
     * @param mediaNanos media times, in order
     */
    public List<Scene> filmedAtMoments(long... mediaNanos) {
        return film(mediaNanos, view());
    }

    private List<Scene> film(long[] mediaNanos, View view) {
        List<Scene> scenes = new ArrayList<>(mediaNanos.length);
        Film film = new Film(view);
        for (long nanos : mediaNanos) {
            scenes.add(film.shoot(nanos));
        }
        return scenes;
    }

    /** One shooting: what the tracker remembers from scene to scene. */
    private final class Film {
        private final View view;
        private final SceneBuilder builder = new SceneBuilder();
        private final Map<Long, Long> born = new HashMap<>();
        private final Map<Long, Long> matched = new HashMap<>();

        Film(View view) {
            this.view = view;
        }

        Scene shoot(long nanos) {
            builder.begin(CAMERA, nanos, WALL_START_NANOS + nanos, view.toAspect(), pictureHeight);
            for (int i = 0; i < actors.size(); i++) {
                Actor actor = actors.get(i);
                if (actor.present(nanos / 1e9)) {
                    SplittableRandom random = new SplittableRandom(seed * 31 + i * 1_000_003L + nanos);
                    random.nextLong();
                    add(actor, nanos, random);
                }
            }
            features.forEach((key, feature) -> add(key, feature, nanos / 1e9));
            return builder.build();
        }

        private void add(Actor actor, long nanos, SplittableRandom random) {
            double second = nanos / 1e9;
            Look look = actor.lookAt(second);
            boolean seen = !actor.hiddenAt(second)
                    && !covered(actor, second)
                    && !(random.nextDouble() < actor.faults().missed());
            if (seen) {
                born.putIfAbsent(look.id(), nanos);
                matched.put(look.id(), nanos);
                Sighting sighting = actor.heldAt(second) ? Sighting.HELD : Sighting.MATCHED;
                place(actor, look, sighting, actor.where(second), nanos, random);
                return;
            }
            Long last = matched.get(look.id());
            if (last != null && nanos - last <= coasting * 1e9) {
                Waypoint then = actor.where(last / 1e9);
                Waypoint earlier = actor.where(last / 1e9 - 0.1);
                double ahead = (nanos - last) / 1e8;
                Waypoint guess = new Waypoint(
                        second,
                        then.x() + ahead * (then.x() - earlier.x()),
                        then.y() + ahead * (then.y() - earlier.y()),
                        then.factor(),
                        then.broad());
                place(actor, look, Sighting.COASTED, guess, nanos, random);
            }
        }

        /** Whether somebody nearer covers so much of an actor that a detector misses it. */
        private boolean covered(Actor actor, double second) {
            if (cover > 1) {
                return false;
            }
            double[] own = box(actor, second);
            double area = (own[2] - own[0]) * (own[3] - own[1]);
            for (Actor other : actors) {
                if (other != actor
                        && other.present(second)
                        && other.where(second).y() > own[3]) {
                    double[] near = box(other, second);
                    double width = Math.min(own[2], near[2]) - Math.max(own[0], near[0]);
                    double height = Math.min(own[3], near[3]) - Math.max(own[1], near[1]);
                    if (width > 0 && height > 0 && width * height >= cover * area) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Left, top, right and bottom in the original picture. */
        private double[] box(Actor actor, double second) {
            Look look = actor.lookAt(second);
            Waypoint w = actor.where(second);
            double half = look.width() * w.broad() / aspect / 2;
            return new double[] {w.x() - half, w.y() - look.height() * w.factor(), w.x() + half, w.y()};
        }

        private void place(Actor actor, Look look, Sighting sighting, Waypoint w, long nanos, SplittableRandom random) {
            double height = look.height() * w.factor() * view.scale();
            double width = look.width() * w.broad() * view.scale() / view.toAspect();
            double x = view.x(w.x());
            double y = view.y(w.y());
            double jitter = sighting == Sighting.MATCHED ? actor.faults().jitter() * height : 0;
            double left = x - width / 2 + jitter * gauss(random) / view.toAspect();
            double right = x + width / 2 + jitter * gauss(random) / view.toAspect();
            double top = y - height + jitter * gauss(random);
            double bottom = y + jitter * gauss(random);
            Waypoint before = actor.where(nanos / 1e9 - 0.05);
            Waypoint after = actor.where(nanos / 1e9 + 0.05);
            long bornNanos = born.get(look.id());
            builder.track(look.id(), look.role(), look.label(), look.confidence(), sighting)
                    .place(left, top, Math.max(left, right), Math.max(top, bottom))
                    .move(
                            10 * (view.x(after.x()) - view.x(before.x())),
                            10 * (view.y(after.y()) - view.y(before.y())),
                            bornNanos,
                            matched.get(look.id()));
        }

        private <T> void add(FeatureKey<T> key, Feature<?> feature, double second) {
            Object value = feature.at(second, view);
            if (value != null) {
                builder.feature(key, key.type().cast(value));
            }
        }
    }

    /** Close to a normal deviate: the sum of twelve even ones (Irwin–Hall). Bounded by ±6, so no box flies away. */
    private static double gauss(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /**
     * A scene like another, changed.
     *
     * @param scene the scene
     * @param mediaNanos its new media time
     * @param change adds the tracks to the builder, which has begun the scene and holds the features
     */
    static Scene rebuilt(Scene scene, long mediaNanos, Consumer<SceneBuilder> change) {
        SceneBuilder builder = new SceneBuilder();
        begin(builder, scene, mediaNanos);
        change.accept(builder);
        return builder.build();
    }

    static void begin(SceneBuilder builder, Scene scene, long mediaNanos) {
        builder.begin(
                scene.cameraId(),
                mediaNanos,
                scene.wallNanos() + mediaNanos - scene.mediaNanos(),
                scene.aspect(),
                scene.pictureHeight());
        scene.detections().forEach(builder::detection);
        scene.features().forEach((key, value) -> put(builder, key, value));
    }

    private static <T> void put(SceneBuilder builder, FeatureKey<T> key, Object value) {
        builder.feature(key, key.type().cast(value));
    }
}
