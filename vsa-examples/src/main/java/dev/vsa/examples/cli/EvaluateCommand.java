package dev.vsa.examples.cli;

import dev.vsa.config.Analysis;
import dev.vsa.config.Site;
import dev.vsa.config.SiteReader;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.EvaluationJson;
import dev.vsa.evaluation.Scorer;
import dev.vsa.evaluation.ScoringPolicy;
import dev.vsa.event.EventType;
import dev.vsa.examples.cli.evaluation.Clip;
import dev.vsa.examples.cli.evaluation.ClipJudge;
import dev.vsa.examples.cli.evaluation.EvaluationReport;
import dev.vsa.examples.cli.evaluation.Judged;
import dev.vsa.examples.cli.evaluation.ScoreTable;
import dev.vsa.examples.cli.evaluation.Settings;
import dev.vsa.source.Sources;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vsa evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Measures how well events are detected: judges every clip that has a label beside it (NAME.label.json), in the"
                    + " given folders and below, and counts what was found, missed and falsely signalled.",
            "Writes evaluation.json, report.html with a picture of every error, and the recordings that the clips are judged"
                    + " from. Interrupted, it goes on with the clips that it has not perceived yet."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Vsa.Version.class)
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with clips and their labels.")
    private List<Path> folders = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "vsa-evaluation",
            description = "Where to write; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("vsa-evaluation");

    @Option(
            names = "--only",
            paramLabel = "EVENT",
            description = "Judge this event and no other; may be given several times.")
    private Set<String> only = new HashSet<>();

    @Option(
            names = {"-s", "--site"},
            paramLabel = "FILE",
            description = "Take zones and rules from this site file (of one camera) instead of the labels.")
    private @Nullable Path site;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME|FILE",
            description = "The object model: a name that 'vsa models' lists, or the description of your own (YAML).")
    private @Nullable String model;

    @Option(
            names = "--analysis-fps",
            paramLabel = "N",
            description = "Analyse at most so many frames a second of video; 0 for all. Default: 12.5.")
    private @Nullable Double fps;

    @Option(
            names = "--from-recordings",
            description = "Perceive nothing: judge the recordings of an earlier run again.")
    private boolean fromRecordings;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many clips at a time; default: as many as there are cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        checkEvents();
        Clip.Found found = clips();
        Settings settings = settings();
        Files.createDirectories(settings.recordings());
        List<Judged> judged = judge(found.clips(), settings, terminal);
        Evaluation evaluation = new Scorer(ScoringPolicy.DEFAULT)
                .score(judged.stream().map(Judged::run).toList());
        EvaluationJson.write(evaluation, out.resolve("evaluation.json"));
        new EvaluationReport(evaluation, judged).write(out.resolve("report.html"));
        terminal.println();
        terminal.print(ScoreTable.text(evaluation));
        terminal.println();
        judged.stream()
                .flatMap(clip -> clip.run().notEvaluated().stream())
                .collect(Collectors.groupingBy(not -> not.event() + ": " + not.reason(), Collectors.counting()))
                .forEach((reason, clips) -> terminal.println("not evaluated in " + clips + " clips: " + reason));
        terminal.println("report: " + out.resolve("report.html"));
        return Vsa.OK;
    }

    private void checkEvents() {
        Set<String> known = EventType.decree().stream().map(EventType::id).collect(Collectors.toSet());
        detectors().forEach(detector -> known.add(detector.signals().id()));
        only.stream().filter(event -> !known.contains(event)).findFirst().ifPresent(event -> {
            throw new InputException("'" + event + "' is no event; the events are "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
        });
    }

    /** Every label, or every fault of every label at once: nothing is written before all of them are right. */
    private Clip.Found clips() throws IOException {
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                throw new InputException(folder + ": there is no such folder");
            }
        }
        Clip.Found found = Clip.in(folders);
        if (!found.problems().isEmpty()) {
            found.problems().forEach(spec.commandLine().getErr()::println);
            throw new InputException(found.problems().size() + " faults in the labels; nothing was judged");
        }
        if (found.clips().isEmpty()) {
            throw new InputException("no label (NAME.label.json) in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private Settings settings() throws IOException {
        Analysis analysis = new Analysis(fps == null ? Analysis.DEFAULT.fps() : fps, Optional.ofNullable(model), 0, 0);
        Optional<Site> override = Optional.empty();
        if (site != null) {
            Site read = SiteReader.create()
                    .withSource(() -> Sources.of("given-by-the-clip"))
                    .read(site);
            if (read.cameras().size() != 1) {
                throw new InputException(site + " has " + read.cameras().size() + " cameras; one is needed here");
            }
            override = Optional.of(read);
        }
        return new Settings(only, override, analysis, out.resolve("recordings"), fromRecordings);
    }

    private static List<EventDetectorProvider<?>> detectors() {
        List<EventDetectorProvider<?>> detectors = new ArrayList<>();
        ServiceLoader.load(EventDetectorProvider.class).forEach(detectors::add);
        return detectors;
    }

    private List<Judged> judge(List<Clip> clips, Settings settings, PrintWriter terminal)
            throws IOException, InterruptedException {
        ClipJudge judge = new ClipJudge(settings, detectors());
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(jobs, clips.size())));
        try {
            List<Future<Judged>> running = new ArrayList<>();
            for (Clip clip : clips) {
                running.add(pool.submit(() -> judge.judge(clip)));
            }
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                judged.add(finished(running.get(i)));
                terminal.println(String.format(
                        Locale.ROOT,
                        "[%d/%d] %s: %d alerts",
                        i + 1,
                        clips.size(),
                        clips.get(i).name(),
                        judged.get(i).run().alerts().stream()
                                .map(alert -> alert.id())
                                .distinct()
                                .count()));
                terminal.flush();
            }
            return judged;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Judged finished(Future<Judged> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(cause);
        }
    }
}
