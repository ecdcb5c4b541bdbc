package dev.vsa.examples.cli;

import dev.vsa.frame.SourceException;
import dev.vsa.model.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa watch}. */
@Command(
        name = "watch",
        description = {
            "Analyses a recording and writes what it found: alerts.jsonl, report.html, a picture of each alert, and the video"
                    + " with everything drawn upon it.",
            "Without any argument it analyses a sample that is built in."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class WatchCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description =
                    "A recording that FFmpeg reads, a folder of pictures, or an address such as rtsp://host/stream.")
    private @Nullable String input;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "FILE",
            description =
                    "Zones, lines and rules (YAML). By default the file beside INPUT that is named like it: clip.yaml"
                            + " beside clip.mp4. If there is none, the detectors judge that need no zones.")
    private @Nullable Path site;

    @Option(
            names = {"-c", "--camera"},
            paramLabel = "ID",
            description = "Which camera of the site, where it has several.")
    private @Nullable String camera;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "vsa-out",
            description = "Where to write; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("vsa-out");

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

    @Option(names = "--no-video", description = "Write no annotated.mp4.")
    private boolean noVideo;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SourceException, InterruptedException {
        try (Watched found = Watched.find(input, site, camera)) {
            Watched watched = found.analysed(analysis.model(), analysis.fps());
            Duration length = watched.length();
            watched.camera().analysis().model().ifPresent(ModelStore.usual()::open);
            PrintWriter err = spec.commandLine().getErr();
            return new Watch(watched, length, !noVideo, spec.commandLine().getOut(), err).run(OutFolder.open(out));
        }
    }
}
