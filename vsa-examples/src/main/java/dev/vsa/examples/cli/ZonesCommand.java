package dev.vsa.examples.cli;

import dev.vsa.config.CameraConfig;
import dev.vsa.config.InvalidSiteException;
import dev.vsa.config.Problem;
import dev.vsa.examples.cli.picture.Annotator;
import dev.vsa.examples.cli.picture.FrameImage;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import dev.vsa.geometry.Zone;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa zones}. */
@Command(
        name = "zones",
        description = {
            "Checks a site file and draws its zones and lines upon a picture of the recording.",
            "Everything that is wrong with the file is told, each on a line: file:line:column: what is there, what should be."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class ZonesCommand implements Callable<Integer> {

    private static final int MOST_STALLS = 3;

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "The recording; by default the site's own source or, without a site, the built-in sample.")
    private @Nullable String input;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "FILE",
            description = "The site file; by default the one beside INPUT.")
    private @Nullable Path site;

    @Option(
            names = {"-c", "--camera"},
            paramLabel = "ID",
            description = "Which camera of the site, where it has several.")
    private @Nullable String camera;

    @Option(names = "--at", paramLabel = "SECONDS", description = "Which moment; default: the beginning.")
    private double at;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PNG",
            defaultValue = "zones.png",
            description = "The picture; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("zones.png");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SourceException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(out + " cannot be written: there is no folder " + folder);
        }
        try (Watched watched = Watched.find(input, site, camera)) {
            CameraConfig config = watched.camera();
            BufferedImage picture = picture(watched);
            new Annotator(config).outline(picture);
            try (OutputStream png = Files.newOutputStream(out)) {
                ImageIO.write(picture, "png", png);
            }
            describe(config, spec.commandLine().getOut());
            return Vsa.OK;
        } catch (InvalidSiteException e) {
            for (Problem problem : e.problems()) {
                spec.commandLine().getErr().println(problem);
            }
            return Vsa.INPUT;
        }
    }

    private BufferedImage picture(Watched watched) throws SourceException {
        try (FrameSource source = watched.camera().source().get()) {
            source.open();
            int stalls = 0;
            while (stalls < MOST_STALLS) {
                Outcome outcome = source.next();
                if (outcome instanceof Outcome.Delivered delivered) {
                    try (Frame frame = delivered.frame()) {
                        if (frame.mediaNanos() >= at * 1e9) {
                            return FrameImage.of(frame);
                        }
                    }
                } else if (outcome instanceof Outcome.Stalled) {
                    stalls++;
                } else {
                    break;
                }
            }
            throw new InputException(String.format(
                    Locale.ROOT, "%s has no picture at %s s; choose an earlier moment with --at", watched.input(), at));
        }
    }

    private void describe(CameraConfig config, PrintWriter to) {
        to.println("camera " + config.id());
        config.zones().values().stream()
                .filter(zone -> !zone.id().equals(Zone.FRAME))
                .forEach(zone -> to.println("  zone " + zone.id() + ": "
                        + Words.count(zone.polygon().outer().size(), "point") + ", "
                        + Words.percent(zone.polygon().area()) + " of the picture"));
        config.lines()
                .values()
                .forEach(line -> to.println(
                        "  line " + line.id() + ": " + Words.count(line.points().size(), "point")));
        config.rules()
                .forEach(rule -> to.println("  rule " + rule.name() + ": " + ParameterText.of(rule.parameters())));
        to.println("drawn in " + out);
    }
}
