package dev.vsa.examples.cli;

import dev.vsa.engine.Camera;
import dev.vsa.engine.CameraReport;
import dev.vsa.engine.CameraStatus;
import dev.vsa.engine.Engine;
import dev.vsa.engine.SceneRecorder;
import dev.vsa.examples.cli.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa record}. */
@Command(
        name = "record",
        description = {
            "Perceives a recording or a stream and writes its scenes into a small file without any pixel, from which"
                    + " 'vsa replay' judges rules in no time.",
            "What is perceived is what the site's rules need."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class RecordCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description =
                    "A recording, a folder of pictures, or an address. Without it, the site's own source or the sample.")
    private @Nullable String input;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "FILE",
            description = "Zones, lines and rules (YAML).")
    private @Nullable Path site;

    @Option(
            names = {"-c", "--camera"},
            paramLabel = "ID",
            description = "Which camera of the site, where it has several.")
    private @Nullable String camera;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "recording.scenes",
            description = "The file to write; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("recording.scenes");

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        try (Watched watched = Watched.find(input, site, camera).analysed(analysis.model(), analysis.fps())) {
            watched.length();
            CameraReport report;
            boolean interrupted;
            try (Engine engine = Engine.create();
                    SceneRecorder recorder = new SceneRecorder(out)) {
                Camera running = engine.start(watched.withoutSinks(), recorder).get(0);
                try (Interruption interruption = new Interruption(running::close)) {
                    running.await();
                    interrupted = interruption.came();
                }
                report = running.report();
            }
            if (report.status().state() == CameraStatus.State.FAILED) {
                throw new InputException(report.status().detail());
            }
            long bytes = Files.exists(out) ? Files.size(out) : 0;
            double hours = Math.max(1e-9, report.analysed().toNanos() / 3.6e12);
            terminal.println(String.format(
                    Locale.ROOT,
                    "%s: %s in %s of video, %.0f kB (%.1f MB an hour)",
                    out,
                    Words.count(report.framesAnalysed(), "scene"),
                    Words.length(report.analysed()),
                    bytes / 1e3,
                    bytes / 1e6 / hours));
            return interrupted ? Vsa.INTERRUPTED : Vsa.OK;
        }
    }
}
