package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what the hot path has reached, on any machine: ratios to what people use instead, measured in the same minute with twice the
 * target as slack, and bytes allocated, which do not depend on speed. Peers that run as processes of their own are held where they are
 * there. The times themselves are for the suite.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RegressionGuardTest {

    private static final double SLACK = 2;
    private static final Set<String> GUARDED = Set.of("T3", "T4", "T7", "T8", "T9", "T15", "T16");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private List<Row> rows = List.of();

    @BeforeAll
    void measure() {
        List<Stage> stages = stages().toList();
        Measuring measuring =
                new Measuring(Measuring.Mode.GUARD, line -> {}, new PrintStream(log, true, StandardCharsets.UTF_8));
        measuring.run(stages, List.of(), () -> {});
        Run run =
                new Run(Run.FORMAT, "guard", "", true, Map.of(), List.copyOf(measuring.samples()), measuring.skipped());
        rows = Judgement.of(stages, run);
    }

    static Stream<Stage> stages() {
        return Stages.all(false).stream()
                .filter(stage -> GUARDED.contains(stage.id()))
                .map(stage -> new Stage(
                        stage.id(),
                        stage.name(),
                        stage.cases().stream()
                                .filter(it -> it.missing().get().isEmpty())
                                .toList(),
                        stage.remark()));
    }

    static Stream<String> names() {
        return stages().map(Stage::id);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theRatioToThePeerStaysWithinTwiceItsTarget(String id) {
        assertThat(cases(id))
                .allSatisfy(row -> assertThat(row.ratioOfMinima())
                        .as("%s against %s%n%s", row.stage(), row.peerName(), log.toString(StandardCharsets.UTF_8))
                        .isNotNull()
                        .isLessThanOrEqualTo(SLACK * row.target()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsAllocatedThatWasNot(String id) {
        assertThat(cases(id)).allSatisfy(row -> assertThat(row.note()).doesNotContain("allocates"));
    }

    private List<Row> cases(String id) {
        List<Row> found = new ArrayList<>();
        rows.stream()
                .filter(row -> row.id().equals(id))
                .forEach(row -> found.addAll(row.cases().isEmpty() ? List.of(row) : row.cases()));
        return found;
    }
}
