package dev.vsa.bench.suite;

import dev.vsa.bench.streams.StreamResult;
import dev.vsa.bench.streams.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The search for the number of live cameras alone; {@code suite --full} does it as well. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "Finds how many live cameras of 720p this machine carries, ours and a careful peer.")
final class StreamsCommand implements Callable<Integer> {

    @Option(
            names = "--all-models",
            description = "With the other models that lie in the folder of models as well (see VSA_SHARED).")
    private boolean allModels;

    @Option(
            names = "--out",
            defaultValue = "bench-streams",
            description = "Folder for the results (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("bench-streams");

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFolder folder = new RunFolder(out);
        Map<String, String> machine = Machine.beforeARun();
        String begun =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        List<StreamResult> found = new Streams(System.err::println).run(allModels);
        Run run = new Run(Run.FORMAT, "streams", begun, true, machine, List.of(), Map.of()).with(found);
        folder.write(run, List.of(), List.of());
        System.out.print(StreamRows.text(found));
        System.out.println("Written: " + folder.folder().resolve("report.html") + ", run.json");
        return CommandLine.ExitCode.OK;
    }
}
