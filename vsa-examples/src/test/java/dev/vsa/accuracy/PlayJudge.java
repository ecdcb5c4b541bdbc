package dev.vsa.accuracy;

import dev.vsa.config.CameraConfig;
import dev.vsa.config.SiteReader;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Engine;
import dev.vsa.engine.Judge;
import dev.vsa.evaluation.AlertLog;
import dev.vsa.evaluation.ClipLabel;
import dev.vsa.evaluation.ClipRun;
import dev.vsa.evaluation.LabelRules;
import dev.vsa.frame.FrameSource;
import dev.vsa.geometry.Zone;
import dev.vsa.source.Sources;
import dev.vsa.testkit.simulation.Play;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Judges simulated plays as clips are judged: by a label, with whichever detector signals its event. */
final class PlayJudge {

    private static final double FPS = 12.5;

    private PlayJudge() {}

    static ClipRun judge(Play play) {
        ClipLabel label = label(play);
        Supplier<FrameSource> source =
                () -> play.pictures().map(pictures -> pictures.source()).orElseGet(() -> Sources.of("no-source"));
        LabelRules.Plan plan = LabelRules.toCamera(label, source, SiteReader.detectors());
        AlertLog log = new AlertLog();
        CameraConfig camera = plan.camera().build();
        if (!camera.rules().isEmpty()) {
            if (play.pictures().isPresent()) {
                perceive(camera, log);
            } else {
                try (Judge judge = new Judge(camera, Judge.Origin.UNKNOWN, log)) {
                    play.scenes().filmedAt(FPS).forEach(judge::observe);
                }
            }
        }
        return log.run(play.name(), label, plan);
    }

    private static void perceive(CameraConfig camera, AlertLog log) {
        try (Engine engine = Engine.create()) {
            CameraStatus end = engine.start(camera, log).await();
            if (end.state() == CameraStatus.State.FAILED) {
                throw new IllegalStateException(end.detail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ClipLabel label(Play play) {
        Map<String, Zone> zones = new LinkedHashMap<>();
        zones.put(play.zone().id(), play.zone());
        String event = play.event().id();
        List<ClipLabel.Event> events = play.happens().stream()
                .map(span -> new ClipLabel.Event(
                        event, play.zone().id(), "subject", span.startS(), span.endS(), Optional.empty(), Map.of()))
                .toList();
        return new ClipLabel(
                play.name(),
                new ClipLabel.Image(1280, 720, FPS, play.scenes().seconds()),
                "simulated",
                zones,
                List.of(new ClipLabel.Rule(event, play.zone().id(), play.rule())),
                events,
                Set.of(),
                "");
    }
}
