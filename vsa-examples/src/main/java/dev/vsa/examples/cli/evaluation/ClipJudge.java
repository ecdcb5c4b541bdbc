package dev.vsa.examples.cli.evaluation;

import dev.vsa.VsaException;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.Site;
import dev.vsa.engine.Camera;
import dev.vsa.engine.CameraFacts;
import dev.vsa.engine.CameraObserver;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Engine;
import dev.vsa.engine.Judge;
import dev.vsa.engine.Observation;
import dev.vsa.engine.SceneRecorder;
import dev.vsa.evaluation.AlertLog;
import dev.vsa.evaluation.ClipLabel;
import dev.vsa.evaluation.ClipRun;
import dev.vsa.evaluation.LabelRules;
import dev.vsa.evaluation.NotEvaluated;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.frame.SourceException;
import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneReader;
import dev.vsa.source.Sources;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges clips. A clip is perceived once, into a recording that stays; it is always judged from the recording, so that a rule can
 * be tried again in no time and an interrupted evaluation goes on with what it has. Thread-safe.
 */
public final class ClipJudge {

    private final Settings settings;
    private final List<EventDetectorProvider<?>> detectors;

    /**
     * Creates a judge.
     *
     * @param settings how clips are evaluated
     * @param detectors the detectors that are there
     */
    public ClipJudge(Settings settings, List<EventDetectorProvider<?>> detectors) {
        this.settings = settings;
        this.detectors = List.copyOf(detectors);
    }

    /**
     * Judges a clip, after perceiving it if there is no recording of it that was made in the same way.
     *
     * @param clip the clip
     * @param progress told the seconds of the clip that are perceived, from 0 to its length; on a thread of the engine
     * @throws IOException if the clip, its recording or the folder cannot be read or written
     * @throws InterruptedException if the caller is interrupted
     * @throws VsaException if the clip cannot be read to its end, or there is no recording and none may be made
     */
    public Judged judge(Clip clip, DoubleConsumer progress) throws IOException, InterruptedException {
        ClipLabel label = only(clip.reading().label());
        Path video = clip.reading().clip();
        LabelRules.Plan plan = plan(label, LabelRules.toCamera(label, () -> Sources.file(video), detectors));
        CameraConfig camera = plan.camera().build();
        if (camera.rules().isEmpty()) {
            ClipRun nothing = new ClipRun(clip.name(), label, List.of(), Map.of(), plan.notEvaluated());
            return new Judged(clip, nothing, List.of(), plan.events(), new TreeMap<>());
        }
        Path recording = recording(clip);
        String digest = digest(video);
        SceneLogHeader header = header(recording, digest, camera);
        if (header == null) {
            perceive(camera, recording, digest, progress);
            header = Optional.ofNullable(header(recording, digest, camera))
                    .orElseThrow(() -> new IOException(recording + " was written and cannot be used"));
        }
        Collected collected = new Collected();
        Crowding crowding;
        try (SceneReader reader = SceneReader.open(recording);
                Judge judge = new Judge(camera, new Judge.Origin(header.model(), digest), collected)) {
            crowding = new Crowding(judge);
            reader.play(crowding);
        }
        return new Judged(
                clip, collected.log.run(clip.name(), label, plan), collected.misses, plan.events(), crowding.tracks());
    }

    /** The label's rules, or those of the site that takes their place, which may have none for some of the label's events. */
    private LabelRules.Plan plan(ClipLabel label, LabelRules.Plan byLabel) {
        CameraConfig.Builder camera = byLabel.camera().analysis(settings.analysis());
        if (settings.site().isEmpty()) {
            return byLabel;
        }
        CameraConfig ofSite = ofSite(settings.site().get(), camera.build());
        Map<String, String> events = new HashMap<>();
        ofSite.rules()
                .forEach(rule ->
                        events.put(rule.name(), rule.provider().signals().id()));
        List<NotEvaluated> not = label.rules().stream()
                .filter(rule -> !events.containsValue(rule.event()))
                .map(rule -> new NotEvaluated(rule.event(), rule.zone(), "the site file has no rule for it"))
                .distinct()
                .toList();
        return new LabelRules.Plan(builder(ofSite), events, not);
    }

    private static CameraConfig.Builder builder(CameraConfig camera) {
        CameraConfig.Builder builder =
                CameraConfig.builder(camera.id(), camera.source()).analysis(camera.analysis());
        camera.zones().values().forEach(builder::zone);
        camera.lines().values().forEach(builder::line);
        camera.groundPlane().ifPresent(builder::groundPlane);
        camera.rules().forEach(builder::rule);
        return builder;
    }

    /** The label without the rules of events that are not to be judged. */
    private ClipLabel only(ClipLabel label) {
        if (settings.only().isEmpty()) {
            return label;
        }
        List<ClipLabel.Rule> rules = label.rules().stream()
                .filter(rule -> settings.only().contains(rule.event()))
                .toList();
        return new ClipLabel(
                label.clip(),
                label.image(),
                label.split(),
                label.zones(),
                rules,
                label.events(),
                label.unjudged(),
                label.notes());
    }

    /** The site's zones and rules, with the clip as the source. */
    private CameraConfig ofSite(Site site, CameraConfig clip) {
        CameraConfig only = site.cameras().get(0);
        return new CameraConfig(
                clip.id(),
                clip.source(),
                only.zones(),
                only.lines(),
                only.groundPlane(),
                settings.analysis(),
                only.rules().stream()
                        .filter(rule -> settings.only().isEmpty()
                                || settings.only()
                                        .contains(rule.provider().signals().id()))
                        .toList());
    }

    private Path recording(Clip clip) {
        return settings.recordings().resolve(clip.name() + ".scenes");
    }

    /** The header of a usable recording, or null. */
    private @Nullable SceneLogHeader header(Path recording, String digest, CameraConfig camera) throws IOException {
        if (!Files.isRegularFile(recording)) {
            return missing(recording, "there is none");
        }
        try (SceneReader reader = SceneReader.open(recording)) {
            SceneLogHeader header = reader.header();
            List<String> lacks = header.missing(Judge.needs(camera));
            if (!lacks.isEmpty()) {
                return missing(recording, "it lacks " + String.join(", ", lacks));
            }
            if (!settings.fromRecordings() && !header.configuration().equals(digest)) {
                return null;
            }
            return header;
        } catch (VsaException e) {
            return missing(recording, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable SceneLogHeader missing(Path recording, String why) {
        if (settings.fromRecordings()) {
            throw new SourceException(
                    "no recording to judge from at " + recording + ": " + why + "; run once without --from-recordings");
        }
        return null;
    }

    /**
     * What a recording depends on: the clip, the model and the rate. What was perceived stands in its header, so that one that
     * holds more than is needed now will do.
     */
    private String digest(Path video) throws IOException {
        String text = String.join(
                "|",
                Long.toString(Files.size(video)),
                Files.getLastModifiedTime(video).toString(),
                settings.analysis().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Perceives a clip into a file beside the recording, which takes its place once it is whole. */
    private static void perceive(CameraConfig camera, Path recording, String digest, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Path folder = recording.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = recording.resolveSibling(recording.getFileName() + ".part");
        Site site = new Site(camera.id(), List.of(camera), Optional.empty(), List.of(), digest);
        try {
            // The engine is closed first: a camera that still runs would begin the file anew.
            try (SceneRecorder recorder = new SceneRecorder(part);
                    Engine engine = Engine.create()) {
                Camera running =
                        engine.start(site, new Told(recorder, progress)).get(0);
                CameraStatus end = running.await();
                if (end.state() == CameraStatus.State.FAILED) {
                    throw new SourceException(end.detail());
                }
                if (running.report().framesAnalysed() == 0) {
                    throw new SourceException("no frame of the clip could be analysed");
                }
            }
            Files.move(part, recording, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Records, and tells how far it is. */
    private record Told(SceneRecorder recorder, DoubleConsumer progress) implements CameraObserver {

        @Override
        public void starting(CameraFacts camera) {
            recorder.starting(camera);
        }

        @Override
        public void analysed(Observation observation) {
            recorder.analysed(observation);
            progress.accept(observation.scene().mediaNanos() / 1e9);
        }

        @Override
        public void discontinuity(Discontinuity discontinuity) {
            recorder.discontinuity(discontinuity);
        }

        @Override
        public void unperceived(long mediaNanos, long wallNanos, String reason) {
            recorder.unperceived(mediaNanos, wallNanos, reason);
        }
    }

    private static final class Collected implements AlertSink {

        final AlertLog log = new AlertLog();
        final List<NearMiss> misses = new ArrayList<>();

        @Override
        public void alert(Alert alert) {
            log.alert(alert);
        }

        @Override
        public void blindness(Blindness blindness) {
            log.blindness(blindness);
        }

        @Override
        public void nearMiss(NearMiss miss) {
            misses.add(miss);
        }
    }
}
