package dev.vsa.examples.cli;

import dev.vsa.config.Rule;
import dev.vsa.engine.CameraReport;
import dev.vsa.engine.CameraReport.RuleReport;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Stage;
import dev.vsa.examples.cli.report.Entry;
import dev.vsa.examples.cli.report.Report;
import dev.vsa.examples.cli.report.RunFacts;
import dev.vsa.examples.cli.report.RunFacts.RuleFacts;
import dev.vsa.examples.cli.report.RunFacts.StageTime;
import dev.vsa.examples.cli.text.Words;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say of a run when it is over: in the terminal and in the report. */
final class RunSummary {

    /** Alerts that the report shows; it holds a picture of each. */
    private static final int MOST_SHOWN = 200;

    private final Watched watched;
    private final CameraReport camera;
    private final AlertBook book;
    private final Drawing drawing;
    private final boolean interrupted;

    RunSummary(Watched watched, CameraReport camera, AlertBook book, Drawing drawing, boolean interrupted) {
        this.watched = watched;
        this.camera = camera;
        this.book = book;
        this.drawing = drawing;
        this.interrupted = interrupted;
    }

    Report report() {
        List<Entry> entries = new ArrayList<>();
        book.alerts().forEach((number, alert) -> {
            if (entries.size() < MOST_SHOWN) {
                entries.add(new Entry(
                        number, alert, Optional.ofNullable(drawing.snapshots().get(alert.id()))));
            }
        });
        return new Report(facts(), entries, book.raised() - entries.size(), book.blind(), book.misses());
    }

    private RunFacts facts() {
        return new RunFacts(
                watched.input(),
                watched.site().name(),
                camera.cameraId(),
                drawing.size(),
                new RunFacts.Counts(
                        camera.framesRead(),
                        camera.framesAnalysed(),
                        camera.framesSkipped(),
                        camera.framesDropped(),
                        camera.framesCorrupt()),
                new RunFacts.Times(Duration.ZERO, camera.analysed(), camera.elapsed()),
                stages(),
                rules(),
                new RunFacts.Versions(
                        library(), camera.model(), shortened(watched.site().digest()), Vsa.Version.ofPlatform()),
                ending(),
                Instant.now());
    }

    private String library() {
        return book.alerts().values().stream()
                .findFirst()
                .map(alert -> alert.provenance().library())
                .orElseGet(Vsa.Version::ofProgram);
    }

    private static String shortened(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }

    private String ending() {
        if (camera.status().state() == CameraStatus.State.FAILED) {
            return "It ended early: " + camera.status().detail() + ".";
        }
        return interrupted ? "It was stopped by hand." : "";
    }

    private List<StageTime> stages() {
        List<StageTime> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Duration time = camera.stages().getOrDefault(stage, Duration.ZERO);
            if (!time.isZero()) {
                stages.add(new StageTime(name(stage), meaning(stage), time, stage == Stage.SOURCE));
            }
        }
        stages.add(new StageTime("drawing", "snapshots and video", drawing.time(), true));
        return stages;
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String meaning(Stage stage) {
        return switch (stage) {
            case SOURCE -> "reading and decoding";
            case MOTION -> "motion, background and moving regions";
            case OBJECTS -> "the object model";
            case TRACKING -> "following objects over time";
            case FEATURES -> "further features that a detector asked for";
            case JUDGING -> "all event detectors and the alert desk";
            case OBSERVERS -> "handing frames to the drawing, and waiting for it";
        };
    }

    private List<RuleFacts> rules() {
        Map<String, RuleReport> reports =
                camera.rules().stream().collect(Collectors.toMap(RuleReport::rule, r -> r, (a, b) -> a));
        List<RuleFacts> rules = new ArrayList<>();
        for (Rule<?> rule : watched.camera().rules()) {
            RuleReport done = reports.getOrDefault(rule.name(), new RuleReport(rule.name(), 0, 0, Duration.ZERO));
            rules.add(new RuleFacts(
                    rule.name(),
                    rule.provider().signals(),
                    ParameterText.of(rule.parameters()),
                    done.faults(),
                    done.blind()));
        }
        return rules;
    }

    void print(PrintWriter out, OutFolder folder, int shown) {
        RunFacts facts = facts();
        if (interrupted) {
            out.println("stopped by hand; what was found until then:");
        }
        out.printf(
                Locale.ROOT,
                "%s of video, %s analysed in %s: %s frames a second, %s times real time%n",
                Words.length(facts.times().analysed()),
                Words.count(facts.counts().analysed(), "frame"),
                Words.length(facts.times().elapsed()),
                Words.figure(facts.framesPerSecond()),
                Words.figure(facts.times().speed()));
        out.println(stageLine(facts));
        out.println(alertLine());
        String pictures = shown > 0 ? ", " + folder.snapshots().getFileName() + "/" : "";
        String film = Files.exists(folder.video()) ? ", " + folder.video().getFileName() : "";
        out.println("in " + folder.folder().resolve("") + ": " + folder.report().getFileName() + ", "
                + folder.alerts().getFileName() + film + pictures);
    }

    private static String stageLine(RunFacts facts) {
        double all = Math.max(1, facts.analysisTime().toNanos());
        double frames = Math.max(1, facts.counts().analysed());
        String inTurn = facts.stages().stream()
                .filter(stage -> !stage.beside())
                .map(stage -> stage.name() + " " + Words.percent(stage.time().toNanos() / all))
                .collect(Collectors.joining(", "));
        String beside = facts.stages().stream()
                .filter(StageTime::beside)
                .map(stage -> String.format(
                        Locale.ROOT, "%s %.1f ms", stage.name(), stage.time().toNanos() / frames / 1e6))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "a frame took %.1f ms: %s; beside it %s", all / frames / 1e6, inTurn, beside);
    }

    private String alertLine() {
        if (book.raised() == 0) {
            return "no alert";
        }
        Map<String, Long> byEvent = book.raisedByEvent();
        String each = byEvent.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return Words.count(book.raised(), "alert") + ": " + each;
    }

    /** What did not go as it should, though the run went on. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        drawing.trouble().ifPresent(trouble -> complaints.add("pictures are missing: " + trouble));
        if (drawing.leftOut() > 0) {
            complaints.add(
                    "the video lacks " + Words.count(drawing.leftOut(), "frame") + ": drawing could not keep up");
        }
        for (RuleReport rule : camera.rules()) {
            if (rule.faults() > 0) {
                complaints.add("the detector of rule " + rule.rule() + " failed " + Words.count(rule.faults(), "time")
                        + " (--verbose tells why)");
            }
            if (!rule.blind().isZero()) {
                complaints.add("rule " + rule.rule() + " could not judge for " + Words.length(rule.blind())
                        + " (judged: " + Words.percent(camera.judgedShare(rule))
                        + " of the time); the report tells when and why");
            }
        }
        return complaints;
    }
}
