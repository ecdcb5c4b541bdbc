package dev.vsa.engine;

import dev.vsa.config.Authorisation;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Rule;
import dev.vsa.config.SinkConfig;
import dev.vsa.config.Site;
import dev.vsa.model.ModelStore;
import dev.vsa.perception.objects.ObjectModel;
import dev.vsa.scene.CameraView;
import dev.vsa.scene.FeatureKey;
import dev.vsa.sink.JsonLinesSink;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs any number of cameras, each isolated from the others, and owns what they share: object models and sinks.
 *
 * <p>Closing it stops all cameras, delivers what is queued, closes the sinks and then the models; it is idempotent and bounded
 * in time. Thread-safe.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration SINK_DEADLINE = Duration.ofSeconds(10);

    private final Clock wall;
    private final Map<String, Camera> cameras = new LinkedHashMap<>();
    private final Map<String, ObjectModel> models = new HashMap<>();
    private final IdentityHashMap<AlertSink, QueuedSink> sinks = new IdentityHashMap<>();
    private boolean closed;

    private Engine(Clock wall) {
        this.wall = wall;
    }

    /** An engine on the system's clock. */
    public static Engine create() {
        return new Engine(Clock.systemUTC());
    }

    /**
     * An engine on a given clock.
     *
     * @param wall tells the time for authorisations and retries; detectors never see it
     */
    public static Engine create(Clock wall) {
        return new Engine(wall);
    }

    /**
     * Starts a camera.
     *
     * @param config the camera
     * @param sinks receive its alerts, each on a thread of its own; closed with the engine, also when several cameras share one
     * @return the camera at work
     * @throws dev.vsa.VsaException if its model cannot be loaded
     * @throws IllegalArgumentException if a camera of that id is at work, or a detector refuses its parameters
     * @throws IllegalStateException if the engine is closed
     */
    public Camera start(CameraConfig config, AlertSink... sinks) {
        return start(config, Camera.NOBODY, sinks);
    }

    /**
     * Starts a camera that is watched at work.
     *
     * @param config the camera
     * @param observer sees each analysed frame and each change of status
     * @param sinks receive its alerts, each on a thread of its own; closed with the engine, also when several cameras share one
     * @return the camera at work
     * @throws dev.vsa.VsaException if its model cannot be loaded
     * @throws IllegalArgumentException if a camera of that id is at work, or a detector refuses its parameters
     * @throws IllegalStateException if the engine is closed
     */
    public Camera start(CameraConfig config, CameraObserver observer, AlertSink... sinks) {
        return start(config, "", Optional.empty(), observer, sinks);
    }

    /**
     * Starts all cameras of a site, under its authorisation if it has one.
     *
     * @param site the site
     * @param observer sees each analysed frame and each change of status of every camera
     * @param sinks receive the alerts of all cameras beside the site's own sinks, each on a thread of its own; closed with the
     *     engine
     * @return the cameras at work
     * @throws java.io.UncheckedIOException if a sink of the site cannot be opened
     * @throws NotAuthorisedException if the authorisation does not name an event or a camera, or does not hold now; no camera is
     *     started then
     * @throws dev.vsa.VsaException if a model cannot be loaded; cameras that were started before go on
     * @throws IllegalArgumentException if a camera of one of the ids is at work, or a detector refuses its parameters
     */
    public List<Camera> start(Site site, CameraObserver observer, AlertSink... sinks) {
        for (CameraConfig camera : site.cameras()) {
            site.authorisation().ifPresent(a -> check(a, camera));
        }
        AlertSink[] all = Stream.concat(
                        Arrays.stream(sinks), site.sinks().stream().map(Engine::sink))
                .toArray(AlertSink[]::new);
        List<Camera> started = new ArrayList<>();
        for (CameraConfig camera : site.cameras()) {
            started.add(start(camera, site.digest(), site.authorisation(), observer, all));
        }
        return started;
    }

    private static AlertSink sink(SinkConfig config) {
        if (config instanceof SinkConfig.JsonLines lines) {
            try {
                return new JsonLinesSink(lines.file());
            } catch (IOException e) {
                throw new UncheckedIOException("the alerts cannot be written to " + lines.file() + ": " + e, e);
            }
        }
        throw new IllegalArgumentException("no sink of the kind " + config);
    }

    private void check(Authorisation authorisation, CameraConfig camera) {
        Instant now = wall.instant();
        if (now.isBefore(authorisation.from()) || !now.isBefore(authorisation.to())) {
            throw new NotAuthorisedException("the authorisation '" + authorisation.reference() + "' holds from "
                    + authorisation.from() + " to " + authorisation.to() + "; now it is " + now);
        }
        for (Rule<?> rule : camera.rules()) {
            String event = rule.provider().signals().id();
            if (!authorisation.covers(event, camera.id(), now)) {
                throw new NotAuthorisedException("the authorisation '" + authorisation.reference()
                        + "' does not name the event '" + event + "' for camera '" + camera.id() + "'");
            }
        }
    }

    private synchronized Camera start(
            CameraConfig config,
            String digest,
            Optional<Authorisation> authorisation,
            CameraObserver observer,
            AlertSink... hostSinks) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Camera before = cameras.get(config.id());
        if (before != null && !before.status().over()) {
            throw new IllegalArgumentException("a camera '" + config.id() + "' is at work already");
        }
        Needs needs = perceived(config);
        ObjectModel model =
                Perception.needsModel(needs) ? model(config.analysis().model()) : null;
        String modelName = model == null ? "" : model.description().name();
        AlertTap tap = new AlertTap(queued(hostSinks));
        Judge judge = new Judge(config, new Judge.Origin(modelName, digest), tap);
        Camera camera = new Camera(
                config,
                new Camera.Parts(modelName, judge, tap, clock -> perception(config, needs, model, clock)),
                observer,
                () -> authorisation.map(this::holds).orElse(true),
                wall);
        observer.starting(new CameraFacts(config.id(), modelName, digest, Version.LIBRARY, needs));
        cameras.put(config.id(), camera);
        camera.start();
        return camera;
    }

    /** What is perceived for a camera: what its rules need, and how well it sees. */
    private static Needs perceived(CameraConfig config) {
        Needs needs = Judge.needs(config);
        if (config.rules().isEmpty()) {
            return needs;
        }
        Set<FeatureKey<?>> features = new HashSet<>(needs.features());
        features.add(CameraView.KEY);
        return new Needs(needs.tracks(), features, needs.minFps(), needs.minObjectPixels());
    }

    private static Perception perception(
            CameraConfig config, Needs needs, @Nullable ObjectModel model, StageClock clock) {
        return new Perception(config.id(), needs, config.analysis(), model, clock);
    }

    private boolean holds(Authorisation authorisation) {
        Instant now = wall.instant();
        return !now.isBefore(authorisation.from()) && now.isBefore(authorisation.to());
    }

    private ObjectModel model(Optional<String> reference) {
        return models.computeIfAbsent(
                reference.orElse(""),
                r -> r.isEmpty()
                        ? ObjectModel.builtIn()
                        : ObjectModel.load(ModelStore.usual().open(r)));
    }

    private List<QueuedSink> queued(AlertSink... hostSinks) {
        List<QueuedSink> queued = new ArrayList<>();
        for (AlertSink sink : hostSinks) {
            queued.add(sinks.computeIfAbsent(sink, s -> new QueuedSink(s, Integer.toString(sinks.size() + 1))));
        }
        return queued;
    }

    /** The cameras that were started, in that order; a stopped one stays until another of its id takes its place. */
    public synchronized List<Camera> cameras() {
        return List.copyOf(cameras.values());
    }

    /** What the sinks did not take so far: they threw, or their queue was full. */
    public synchronized long undelivered() {
        return sinks.values().stream().mapToLong(QueuedSink::undelivered).sum();
    }

    /** Stops all cameras, delivers what is queued, closes sinks and models. Idempotent. */
    @Override
    public void close() {
        List<Camera> toClose;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            toClose = List.copyOf(cameras.values());
        }
        toClose.parallelStream().forEach(Camera::close);
        for (QueuedSink sink : sinks.values()) {
            if (!sink.close(SINK_DEADLINE)) {
                LOG.error("a sink did not finish within {} s; what it held is lost", SINK_DEADLINE.toSeconds());
            }
        }
        models.values().forEach(ObjectModel::close);
    }
}
