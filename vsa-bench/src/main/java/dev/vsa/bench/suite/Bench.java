package dev.vsa.bench.suite;

import dev.vsa.bench.streams.Streams;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures every stage of the hot path beside what people use instead.",
        footer = "%nWith jmh as the first word everything after it goes to JMH's own command line, as in: jmh -h",
        subcommands = {Bench.Suite.class, StreamsCommand.class, Bench.Compare.class})
public final class Bench {

    private Bench() {}

    /**
     * The program.
     *
     * @param arguments see {@code --help}
     * @throws IOException if JMH cannot write its results
     */
    public static void main(String... arguments) throws IOException {
        // Its options are not ours, and some have our names.
        if (arguments.length > 0 && arguments[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Command(
            name = "suite",
            mixinStandardHelpOptions = true,
            description = "Runs the suite: table, JSON and a page with plots.")
    static final class Suite implements Callable<Integer> {

        @Option(
                names = "--full",
                description = "Takes longer and measures more sizes; quick (under 5 minutes) without it.")
        private boolean full;

        @Option(names = "--only", description = "Stages to run, such as T15; all without it.")
        private List<String> only = List.of();

        @Option(
                names = "--profile",
                description =
                        "Tells afterwards in which methods the time of each stage goes; with --full always told of "
                                + "stages that miss their target.")
        private boolean profile;

        @Option(
                names = "--out",
                defaultValue = "bench",
                description = "Folder for the results (default: ${DEFAULT-VALUE}).")
        private Path out = Path.of("bench");

        @Override
        public Integer call() throws IOException, InterruptedException {
            List<Stage> stages = Stages.all(full).stream()
                    .filter(stage -> only.isEmpty() || only.contains(stage.id()))
                    .toList();
            if (stages.isEmpty()) {
                System.err.println("no such stage: " + only + "; there are "
                        + Stages.all(full).stream().map(Stage::id).toList());
                return CommandLine.ExitCode.USAGE;
            }
            List<Growth> growths = only.isEmpty() ? Growths.all(full) : List.of();
            RunFolder folder = new RunFolder(out);
            Map<String, String> machine = Machine.beforeARun();
            Measuring.Mode mode = full ? Measuring.Mode.FULL : Measuring.Mode.QUICK;
            String begun = Instant.now(Clock.systemUTC())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            Run run;
            try (PrintStream log = folder.log()) {
                Measuring measuring = new Measuring(mode, System.err::println, log);
                measuring.run(
                        stages,
                        growths,
                        () -> keep(folder, stages, growths, run(mode, begun, false, machine, measuring)));
                run = run(mode, begun, true, machine, measuring);
                if (full && (only.isEmpty() || only.contains(StreamRows.STAGE))) {
                    run = run.with(new Streams(System.err::println).run(false));
                }
                if (profile || full) {
                    List<Row> wanted = Profiling.wanted(Judgement.of(stages, run), profile);
                    run = run.profiled(new Profiling(System.err::println, log).run(stages, wanted));
                }
            }
            List<Row> rows = Judgement.of(stages, run);
            folder.write(run, rows, growths);
            System.out.println(Table.of(rows));
            System.out.println("Written: " + folder.folder().resolve("report.html") + ", ratios.json, run.json");
            return CommandLine.ExitCode.OK;
        }

        private static Run run(
                Measuring.Mode mode, String begun, boolean finished, Map<String, String> machine, Measuring measuring) {
            return new Run(
                    Run.FORMAT,
                    mode.name(),
                    begun,
                    finished,
                    machine,
                    List.copyOf(measuring.samples()),
                    Map.copyOf(measuring.skipped()));
        }

        /** What is there is kept at once: a run may be interrupted at any moment. */
        private static void keep(RunFolder folder, List<Stage> stages, List<Growth> growths, Run run) {
            try {
                folder.write(run, Judgement.of(stages, run), growths);
            } catch (IOException e) {
                System.err.println("cannot keep what was measured so far: " + e.getMessage());
            }
        }
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Holds two runs against each other, with a test of significance.")
    static final class Compare implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "BEFORE", description = "Folder of the earlier run.")
        private Path before = Path.of("");

        @Parameters(index = "1", paramLabel = "AFTER", description = "Folder of the later run.")
        private Path after = Path.of("");

        @Option(names = "--across-machines", description = "Compares although the machines differ; the title says so.")
        private boolean acrossMachines;

        @Option(names = "--out", paramLabel = "FILE", description = "Writes an HTML page as well.")
        private Path out = Path.of("");

        @Override
        public Integer call() throws IOException {
            try {
                RunComparison comparison =
                        RunComparison.of(RunFolder.read(before), RunFolder.read(after), acrossMachines);
                System.out.print(comparison.text());
                if (!out.toString().isEmpty()) {
                    Files.writeString(out, comparison.html());
                }
                return CommandLine.ExitCode.OK;
            } catch (IOException | IllegalArgumentException e) {
                System.err.println(e.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
    }
}
