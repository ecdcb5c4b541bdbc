package dev.vsa.bench.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks of ours once more beside the JDK's flight recorder, which looks a hundred times a second where each thread is, and
 * fifty times where it is in native code. What runs below a native method it cannot see. These runs count for no ratio.
 */
final class Profiling {

    private static final int WARMUPS = 3;
    private static final int WARMUP_MILLIS = 500;
    private static final int MEASURED_SECONDS = 3;

    private final Consumer<String> progress;
    private final PrintStream log;

    Profiling(Consumer<String> progress, PrintStream log) {
        this.progress = progress;
        this.log = log;
    }

    /**
     * What to look at: each stage's hardest case.
     *
     * @param rows how the stages came off
     * @param all every stage that was measured; else those that missed their target
     */
    static List<Row> wanted(List<Row> rows, boolean all) {
        return rows.stream()
                .filter(row -> row.measured() && (all || row.state().equals("missed")))
                .toList();
    }

    /** The benchmark behind a stage's hardest case. */
    static Measured ours(Stage stage, Row row) {
        return stage.cases().stream()
                .filter(it -> row.stage().equals(Judgement.name(stage, it)))
                .findFirst()
                .orElseGet(() -> stage.cases().get(0))
                .ours();
    }

    /** Profiles the benchmarks of rows; what fails is told and left out. */
    List<Profile> run(List<Stage> stages, List<Row> rows) {
        List<Profile> profiles = new ArrayList<>();
        for (Row row : rows) {
            Stage stage = stages.stream()
                    .filter(it -> it.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow();
            Measured ours = ours(stage, row);
            progress.accept("profile of " + row.id() + ": " + ours.name());
            try {
                Profile profile = profile(row.id(), ours);
                if (profile.samples() > 0) {
                    profiles.add(profile);
                } else {
                    progress.accept("no sample of " + ours.name() + "; jmh.log may say why");
                }
            } catch (IOException | RunnerException e) {
                progress.accept("no profile of " + ours.name() + ": " + e.getMessage());
            }
        }
        return profiles;
    }

    private Profile profile(String stage, Measured measured) throws IOException, RunnerException {
        Path folder = Files.createTempDirectory("vsa-profile");
        try {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .include("^" + Pattern.quote(measured.type().getName() + "." + measured.method()) + "$")
                    .forks(1)
                    .warmupIterations(WARMUPS)
                    .warmupTime(TimeValue.milliseconds(WARMUP_MILLIS))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.seconds(MEASURED_SECONDS))
                    .addProfiler(JavaFlightRecorderProfiler.class, "dir=" + folder + ";configName=profile")
                    .shouldFailOnError(false);
            measured.parameters().forEach(options::param);
            new Runner(options.build(), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL)).run();
            HotMethods hot = new HotMethods();
            for (Path recording : recordings(folder)) {
                hot.read(recording);
            }
            return hot.profile(stage, measured.name());
        } finally {
            delete(folder);
        }
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jfr")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
