package dev.vsa.engine;

import dev.vsa.alert.RuleDesk;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Rule;
import dev.vsa.event.EndCause;
import dev.vsa.event.Provenance;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.record.SceneFlow;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.Needs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a camera past perception: scenes in, alerts out. A camera has one; a host that has scenes already, from a
 * recording or from cameras that perceive by themselves, uses it directly, without decoder, model or thread.
 *
 * <p>Scenes that hold {@link dev.vsa.scene.CameraView} are judged by it: rules say that they cannot judge while the camera does not
 * see, and are not shown what it sees instead of the scene.
 *
 * <p>Deterministic: the same scenes give the same alerts. Not thread-safe; the sink is called on the caller's thread.
 */
public final class Judge implements SceneFlow, AutoCloseable {

    private final String cameraId;
    private final List<RuleRunner> runners = new ArrayList<>();
    private final SceneBuilder nothing = new SceneBuilder();
    private final Sight sight = new Sight();
    private long lastNanos;

    /**
     * Creates a judge for the rules of a camera.
     *
     * @param camera the camera; its source is not used
     * @param origin names the model and the configuration in the alerts
     * @param sink receives alerts on the caller's thread; not closed by the judge
     * @throws IllegalArgumentException if a detector refuses its parameters
     */
    public Judge(CameraConfig camera, Origin origin, AlertSink sink) {
        this.cameraId = camera.id();
        for (Rule<?> rule : camera.rules()) {
            Provenance provenance = new Provenance(
                    rule.provider().id(),
                    rule.provider().version(),
                    origin.model(),
                    origin.configuration(),
                    Version.LIBRARY);
            RuleDesk.Identity identity = new RuleDesk.Identity(
                    camera.id(), rule.name(), rule.provider().signals(), provenance);
            Context context = new Context(camera.id(), rule.name(), camera.groundPlane());
            runners.add(new RuleRunner(rule, context, identity, sink));
        }
    }

    /**
     * Where scenes come from, for the alerts' provenance.
     *
     * @param model the object model, "" if none
     * @param configuration digest of the configuration, "" if it was made in code
     */
    public record Origin(String model, String configuration) {

        /** Nothing to name. */
        public static final Origin UNKNOWN = new Origin("", "");
    }

    private record Context(String cameraId, String rule, Optional<GroundPlane> groundPlane)
            implements DetectorContext {}

    /**
     * What the rules of a camera need, taken together: the union of roles and features, the greatest of the least rates and
     * sizes.
     *
     * @param camera the camera
     */
    public static Needs needs(CameraConfig camera) {
        Set<Role> roles = new HashSet<>();
        Set<FeatureKey<?>> features = new HashSet<>();
        double fps = 0;
        int pixels = 0;
        for (Rule<?> rule : camera.rules()) {
            Needs needs = RuleRunner.needs(rule);
            roles.addAll(needs.tracks());
            features.addAll(needs.features());
            fps = Math.max(fps, needs.minFps());
            pixels = Math.max(pixels, needs.minObjectPixels());
        }
        return new Needs(roles, features, fps, pixels);
    }

    /**
     * Judges a scene.
     *
     * @param scene the scene; later than the one before
     */
    @Override
    public void observe(Scene scene) {
        lastNanos = scene.mediaNanos();
        sight.read(scene);
        for (int i = 0; i < runners.size(); i++) {
            runners.get(i).observe(scene, sight);
        }
    }

    /**
     * Tells the detectors that the flow of scenes broke.
     *
     * @param discontinuity what happened
     */
    @Override
    public void discontinuity(Discontinuity discontinuity) {
        for (int i = 0; i < runners.size(); i++) {
            runners.get(i).discontinuity(discontinuity);
        }
    }

    /**
     * Tells that a frame came that could not be perceived.
     *
     * @param mediaNanos its media time
     * @param wallNanos the moment it was seen
     * @param reason why, for people
     */
    @Override
    public void cannotJudge(long mediaNanos, long wallNanos, String reason) {
        lastNanos = mediaNanos;
        Scene empty = nothing.begin(cameraId, mediaNanos, wallNanos, 1, 1).lend();
        for (int i = 0; i < runners.size(); i++) {
            runners.get(i).cannotJudge(empty, reason);
        }
    }

    /** Media time of the last scene. */
    public long mediaNanos() {
        return lastNanos;
    }

    /** What each rule has done so far. */
    public List<CameraReport.RuleReport> report() {
        List<CameraReport.RuleReport> reports = new ArrayList<>();
        for (RuleRunner runner : runners) {
            reports.add(new CameraReport.RuleReport(
                    runner.name(),
                    runner.desk().raised(),
                    runner.faults(),
                    Duration.ofNanos(runner.desk().blindNanos())));
        }
        return reports;
    }

    /**
     * Ends every open alert. No scene may follow.
     *
     * @param cause why
     */
    public void stop(EndCause cause) {
        for (RuleRunner runner : runners) {
            runner.stop(cause);
        }
    }

    /** {@link #stop} with {@link EndCause#STOPPED}. Idempotent. */
    @Override
    public void close() {
        stop(EndCause.STOPPED);
    }
}
