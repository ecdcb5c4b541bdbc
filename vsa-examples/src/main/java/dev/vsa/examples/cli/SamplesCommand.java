package dev.vsa.examples.cli;

import dev.vsa.examples.cli.sample.Sample;
import dev.vsa.examples.cli.sample.StreetCorner;
import dev.vsa.model.FileStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa samples}. */
@Command(
        name = "samples",
        description = {
            "Lists, fetches and verifies sample recordings.",
            "They are kept under $VSA_HOME/samples or, where that is not set, ~/.cache/vsa/samples."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class SamplesCommand implements Runnable {

    private static final String BUILT_IN = "street-corner";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    private final FileStore store = FileStore.usual("sample");

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists the samples.", mixinStandardHelpOptions = true)
    void list() {
        Listing listing = new Listing("sample", "size", "licence", "state", "shows");
        listing.row(BUILT_IN, "2.3 MB", "see NOTICE", "built in", "a street corner with a lawn and a walkway");
        for (Sample sample : Sample.all()) {
            listing.row(
                    sample.name(),
                    Listing.size(sample.origin().size()),
                    sample.origin().licence(),
                    state(sample),
                    sample.about());
        }
        listing.print(out());
        out().println("CC-BY-4.0: Intel IoT DevKit sample-videos, github.com/intel-iot-devkit/sample-videos");
    }

    private String state(Sample sample) {
        if (store.find(sample.name(), sample.origin()).isPresent()) {
            return "here";
        }
        return sample.origin().sha256().isPresent() ? "can be fetched" : "can be fetched, unverified";
    }

    @Command(
            name = "fetch",
            description = "Fetches a sample from its publisher and checks its digest.",
            mixinStandardHelpOptions = true)
    int fetch(
            @Parameters(paramLabel = "NAME", description = "The sample, as 'vsa samples' calls it.") String name,
            @Option(
                            names = "--accept-digest",
                            paramLabel = "SHA256",
                            description = "The digest that you answer for; needed for a sample that is unverified.")
                    @Nullable String acceptDigest)
            throws IOException {
        Path file = name.equals(BUILT_IN) ? unpack() : fetch(known(name), Optional.ofNullable(acceptDigest));
        out().println(name + ": " + file);
        out().println("now: vsa watch " + file);
        return Vsa.OK;
    }

    private Path fetch(Sample sample, Optional<String> acceptDigest) {
        return store.fetch(sample.name(), sample.origin(), acceptDigest, Listing.progress(out()));
    }

    /** The built-in one with its site file, to look at and to change. */
    private Path unpack() throws IOException {
        Path folder = store.directory().resolve(BUILT_IN);
        Files.createDirectories(folder);
        Path file = folder.resolve(StreetCorner.NAME);
        StreetCorner.copyTo(file);
        Files.writeString(folder.resolve(StreetCorner.SITE_NAME), StreetCorner.site());
        return file;
    }

    @Command(
            name = "verify",
            description = "Checks the digests of the samples that are here.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "The sample; by default all.") @Nullable String name) {
        List<Sample> samples = name == null ? Sample.all() : List.of(known(name));
        int code = Vsa.OK;
        for (Sample sample : samples) {
            Optional<Path> file = store.find(sample.name(), sample.origin());
            if (file.isEmpty() && name != null) {
                throw new InputException("sample '" + name + "' is not here; fetch it with: vsa samples fetch " + name);
            }
            if (file.isPresent() && store.isWhole(sample.name(), sample.origin())) {
                out().println(sample.name() + ": whole");
            } else if (file.isPresent()) {
                spec.commandLine()
                        .getErr()
                        .println("vsa samples verify: " + file.get() + " is damaged or another file; fetch it again");
                code = Vsa.INPUT;
            }
        }
        return code;
    }

    private static Sample known(String name) {
        return Sample.find(name)
                .orElseThrow(() -> new InputException("there is no sample '" + name + "'; there are " + BUILT_IN + ", "
                        + Listing.names(Sample.all().stream().map(Sample::name).toList())));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
