package dev.vsa.examples.cli;

import dev.vsa.config.CameraConfig;
import dev.vsa.config.Site;
import dev.vsa.config.SiteReader;
import dev.vsa.engine.Judge;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.sample.StreetCorner;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.record.SceneLogHeader;
import dev.vsa.record.SceneReader;
import dev.vsa.sink.JsonLinesSink;
import dev.vsa.source.Sources;
import dev.vsa.spi.AlertSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa replay}. */
@Command(
        name = "replay",
        description = {
            "Judges recorded scenes by a site's rules, without pictures and without a model. The same scenes give the same"
                    + " alerts as they gave when they were recorded, bit for bit."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What 'vsa record' wrote.")
    private Path recording = Path.of("");

    @Option(
            names = {"-s", "--site"},
            paramLabel = "FILE",
            description = "Zones, lines and rules (YAML); without it, those of the sample.")
    private @Nullable Path site;

    @Option(
            names = {"-c", "--camera"},
            paramLabel = "ID",
            description = "Which camera of the site, where it has several.")
    private @Nullable String camera;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write alerts.jsonl; without it, alerts are only printed.")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    /** Prints what is raised, counts it, and passes everything on. */
    private static final class Printer implements AlertSink {

        private final PrintWriter out;
        private final AlertSink to;
        private long raised;

        Printer(PrintWriter out, AlertSink to) {
            this.out = out;
            this.to = to;
        }

        @Override
        public void alert(Alert alert) {
            to.alert(alert);
            if (alert.phase() == Alert.Phase.RAISED) {
                raised++;
                out.println(Words.clock(alert.raisedNanos()) + "  "
                        + alert.type().id() + "  " + alert.explanation().sentence());
            }
        }

        @Override
        public void blindness(Blindness blindness) {
            to.blindness(blindness);
        }

        @Override
        public void nearMiss(NearMiss miss) {
            to.nearMiss(miss);
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        CameraConfig rules = camera();
        try (SceneReader reader = SceneReader.open(recording);
                AlertSink file =
                        out == null ? new JsonLinesSink(OutputStream.nullOutputStream()) : new JsonLinesSink(out)) {
            SceneLogHeader header = reader.header();
            List<String> lacks = header.missing(Judge.needs(rules));
            if (!lacks.isEmpty()) {
                throw new InputException(recording + " cannot be judged by these rules: it lacks "
                        + String.join(", ", lacks) + "; record it with a site file that has them");
            }
            Printer printer = new Printer(terminal, file);
            long start = System.nanoTime();
            double seconds;
            try (Judge judge = new Judge(rules, new Judge.Origin(header.model(), header.configuration()), printer)) {
                reader.play(judge);
                seconds = judge.mediaNanos() / 1e9;
            }
            double elapsed = (System.nanoTime() - start) / 1e9;
            terminal.println(String.format(
                    Locale.ROOT,
                    "%s in %.1f s of video, judged in %.3f s: %.0f times real time",
                    Words.count(printer.raised, "alert"),
                    seconds,
                    elapsed,
                    seconds / elapsed));
            return Vsa.OK;
        }
    }

    /** The rules to judge by; the camera's own source is never opened. */
    private CameraConfig camera() throws IOException {
        SiteReader reader = SiteReader.create().withSource(() -> Sources.file(recording));
        Site read = site == null ? reader.read(StreetCorner.site(), StreetCorner.SITE_NAME) : reader.read(site);
        List<CameraConfig> cameras = read.cameras().stream()
                .filter(it -> camera == null || it.id().equals(camera))
                .toList();
        if (cameras.size() != 1) {
            throw new InputException("choose one of the site's cameras with --camera");
        }
        return cameras.get(0);
    }
}
