package dev.vsa.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsa.config.Analysis;
import dev.vsa.config.SiteReader;
import dev.vsa.evaluation.ClipRun;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.Scorer;
import dev.vsa.evaluation.ScoringPolicy;
import dev.vsa.examples.cli.Labels;
import dev.vsa.examples.cli.evaluation.Clip;
import dev.vsa.examples.cli.evaluation.ClipJudge;
import dev.vsa.examples.cli.evaluation.Settings;
import dev.vsa.examples.cli.sample.StreetCorner;
import dev.vsa.testkit.simulation.Plays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the detectors reach is not lost unnoticed. Everything is perceived anew, with the settings that users have, by every
 * detector that is there: nothing is taken from an earlier run. The figures are in {@code src/test/resources}; with {@code
 * -Dvsa.accuracy=rewrite} they are written anew.
 */
class AccuracyGateTest {

    private static final Path KEPT = Path.of("src", "test", "resources", "dev", "vsa", "accuracy", "figures.txt");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("vsa.accuracy"));
    private static final String COMMAND = "mvn -q -pl vsa-examples -am test -Dtest=AccuracyGateTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dvsa.accuracy=rewrite";

    @TempDir
    Path folder;

    @Test
    @Tag("shared")
    @Timeout(1800)
    void theSharedClipsAreJudgedAsWellAsBefore() throws Exception {
        Path clips = shared().resolve("clips");
        assumeTrue(Files.isDirectory(clips), clips + " is not here");

        guard("shared", evaluate(clips));
    }

    @Test
    @Timeout(600)
    void theSampleIsJudgedAsWellAsBefore() throws Exception {
        Path clips = Files.createDirectories(folder.resolve("clips"));
        StreetCorner.copyTo(clips.resolve(StreetCorner.NAME));
        Files.writeString(clips.resolve("street-corner.label.json"), Labels.sample());

        guard("sample", evaluate(clips));
    }

    @Test
    void theSimulatedScenesAreJudgedAsWellAsBefore() throws IOException {
        List<ClipRun> runs = Plays.all().stream().map(PlayJudge::judge).toList();

        guard("simulated", new Scorer(ScoringPolicy.DEFAULT).score(runs));
    }

    private Evaluation evaluate(Path clips) throws Exception {
        Clip.Found found = Clip.in(List.of(clips));
        assertThat(found.faults()).isEmpty();
        Settings settings =
                new Settings(Set.of(), Optional.empty(), Analysis.DEFAULT, folder.resolve("recordings"), false);
        ClipJudge judge = new ClipJudge(settings, SiteReader.detectors());
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<ClipRun>> running = new ArrayList<>();
            for (Clip clip : found.clips()) {
                running.add(pool.submit(() -> judge.judge(clip, seconds -> {}).run()));
            }
            List<ClipRun> runs = new ArrayList<>();
            for (Future<ClipRun> run : running) {
                runs.add(run.get());
            }
            return new Scorer(ScoringPolicy.DEFAULT).score(runs);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void guard(String set, Evaluation evaluation) throws IOException {
        Figures fresh = Figures.of(set, evaluation);
        Figures kept = Figures.read(KEPT);
        List<String> changes = kept.only(set).changesIn(fresh);
        if (REWRITE) {
            kept.with(set, fresh).write(KEPT);
            changes.forEach(System.out::println);
            return;
        }
        assertThat(fresh.isEmpty()).as("nothing was judged").isFalse();
        assertThat(kept.only(set).lostIn(fresh))
                .as(
                        "What became worse than %s says. If it must be so, say why in the commit, and run%n  %s%n",
                        KEPT, COMMAND)
                .isEmpty();
        if (!changes.isEmpty()) {
            System.out.println("Other figures than " + KEPT + " keeps; " + COMMAND + " keeps these:");
            changes.forEach(System.out::println);
        }
    }

    private static Path shared() {
        return Optional.ofNullable(System.getProperty("vsa.shared"))
                .or(() -> Optional.ofNullable(System.getenv("VSA_SHARED")))
                .map(Path::of)
                .orElseGet(() -> {
                    Path folder = Path.of("").toAbsolutePath();
                    while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
                        folder = folder.getParent();
                    }
                    return folder == null ? Path.of("shared") : folder.resolve("shared");
                });
    }
}
