package dev.vsa.examples.cli;

import dev.vsa.VsaException;
import dev.vsa.config.Site;
import dev.vsa.config.SiteReader;
import dev.vsa.evaluation.Condition;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.EvaluationJson;
import dev.vsa.evaluation.Scorer;
import dev.vsa.evaluation.ScoringPolicy;
import dev.vsa.event.Alert;
import dev.vsa.event.EventType;
import dev.vsa.examples.cli.evaluation.Clip;
import dev.vsa.examples.cli.evaluation.ClipJudge;
import dev.vsa.examples.cli.evaluation.EvaluationReport;
import dev.vsa.examples.cli.evaluation.Judged;
import dev.vsa.examples.cli.evaluation.Looks;
import dev.vsa.examples.cli.evaluation.ScoreTable;
import dev.vsa.examples.cli.evaluation.Settings;
import dev.vsa.examples.cli.text.Words;
import dev.vsa.source.Sources;
import dev.vsa.spi.EventDetectorProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

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
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        checkEvents();
        List<Clip> clips = clips();
        Settings settings = settings();
        writable();
        Thread here = Thread.currentThread();
        try (Interruption interruption = new Interruption(here::interrupt)) {
            evaluate(clips, settings, terminal);
            return interruption.came() ? Vsa.INTERRUPTED : Vsa.OK;
        } catch (InterruptedException | ClosedByInterruptException e) {
            terminal.println(
                    "interrupted; no report was written. The same command goes on with the clips that are not perceived"
                            + " yet; what is perceived lies in " + settings.recordings());
            return Vsa.INTERRUPTED;
        }
    }

    private void evaluate(List<Clip> clips, Settings settings, PrintWriter terminal)
            throws IOException, InterruptedException {
        Batch batch = new Batch(jobs, spec.commandLine().getErr());
        List<Judged> judged;
        ClipJudge judge = new ClipJudge(settings, detectors());
        double seconds = clips.stream().mapToDouble(Clip::seconds).sum();
        try (EvaluationProgress progress = new EvaluationProgress(Progress.on(terminal), clips.size(), seconds)) {
            judged = batch.each(clips, i -> judged(clips.get(i), judge, progress));
        }
        Evaluation scores = new Scorer(ScoringPolicy.DEFAULT)
                .score(judged.stream().map(Judged::run).toList());
        List<Looks> looks =
                batch.each(clips, i -> Looks.at(judged.get(i), scores.clips().get(i)));
        Evaluation evaluation = with(scores, looks);
        new EvaluationReport(evaluation, judged, looks).write(out.resolve("report.html"));
        EvaluationJson.write(evaluation, out.resolve("evaluation.json"));
        tell(evaluation, judged, terminal);
    }

    private static Judged judged(Clip clip, ClipJudge judge, EvaluationProgress progress)
            throws IOException, InterruptedException {
        try {
            Judged judged = judge.judge(clip, progress.begin(clip.name(), clip.seconds()));
            long alerts =
                    judged.run().alerts().stream().map(Alert::id).distinct().count();
            progress.end(clip.name(), Words.count(alerts, "alert"));
            return judged;
        } catch (IOException | VsaException e) {
            progress.end(clip.name(), "cannot be judged");
            throw e;
        }
    }

    /** The scores with what a second look at the pictures told. */
    private static Evaluation with(Evaluation scores, List<Looks> looks) {
        List<Condition> conditions = new ArrayList<>(scores.conditions());
        conditions.addAll(Looks.sum(
                looks.stream().flatMap(look -> look.conditions().stream()).toList()));
        conditions.sort(Comparator.comparing(Condition::event)
                .thenComparing(Condition::name)
                .thenComparing(Condition::range));
        return new Evaluation(scores.events(), scores.clips(), conditions, scores.policy());
    }

    private void tell(Evaluation evaluation, List<Judged> judged, PrintWriter terminal) {
        terminal.println();
        terminal.print(ScoreTable.text(evaluation));
        terminal.println();
        judged.stream()
                .flatMap(clip -> clip.run().notEvaluated().stream())
                .collect(Collectors.groupingBy(
                        not -> not.event() + ": " + not.reason(), TreeMap::new, Collectors.counting()))
                .forEach((reason, clips) ->
                        terminal.println("not evaluated in " + Words.count(clips, "clip") + ": " + reason));
        terminal.println("report: " + out.resolve("report.html"));
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
    private List<Clip> clips() throws IOException {
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                throw new InputException(folder + ": there is no such folder");
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        Clip.Found found = Clip.in(folders);
        found.doubts().forEach(doubt -> err.println("warning: " + doubt));
        if (!found.faults().isEmpty()) {
            found.faults().forEach(err::println);
            throw new InputException(
                    Words.count(found.faults().size(), "fault") + " in the labels; nothing was judged");
        }
        if (found.clips().isEmpty()) {
            throw new InputException("no label (NAME.label.json) in "
                    + folders.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return found.clips();
    }

    /** Finds out that nothing can be written before hours have gone by. */
    private void writable() {
        try {
            Files.createDirectories(out.resolve("recordings"));
            Files.delete(Files.createTempFile(out, ".vsa", ".try"));
        } catch (IOException e) {
            throw new InputException(out + " cannot be written to; choose another folder with --out", e);
        }
    }

    private Settings settings() throws IOException {
        Optional<Site> override = Optional.empty();
        if (site != null) {
            override = Optional.of(SiteReader.create()
                    .withSource(() -> Sources.of("given-by-the-clip"))
                    .read(site));
        }
        return new Settings(only, override, analysis.byDefault(), out.resolve("recordings"), fromRecordings);
    }

    private static List<EventDetectorProvider<?>> detectors() {
        List<EventDetectorProvider<?>> detectors = new ArrayList<>();
        ServiceLoader.load(EventDetectorProvider.class).forEach(detectors::add);
        return detectors;
    }
}
