package dev.vsa.bench.suite;

import static dev.vsa.bench.suite.Runs.OURS;
import static dev.vsa.bench.suite.Runs.PEER;
import static dev.vsa.bench.suite.Runs.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilingTest {

    private static final Measured LARGE = Measured.of(Runs.class, "ours", "n", "1000");
    private static final Stage STAGE = new Stage(
            "T0",
            "stage",
            List.of(Case.of("300", OURS, PEER, "peer", 0.5, 0.25), Case.of("1000", LARGE, PEER, "peer", 0.5, 0.25)),
            "");

    private final List<Row> rows = Judgement.of(
            List.of(STAGE, Runs.STAGE, new Stage("T9", "not measured", List.of(), "")),
            Runs.of(sample(OURS, 0, 1.0), sample(LARGE, 0, 9.0), sample(PEER, 0, 10.0)));

    @Test
    void missedStagesAreLookedAtWithoutBeingAsked() {
        assertThat(Profiling.wanted(rows, false)).extracting(Row::stage).containsExactly("stage, 1000");
    }

    @Test
    void allThatWereMeasuredAreLookedAtIfAskedFor() {
        assertThat(Profiling.wanted(rows, true)).extracting(Row::stage).containsExactly("stage, 1000", "stage");
    }

    @Test
    void itIsTheHardestCaseThatIsLookedAt() {
        assertThat(Profiling.ours(STAGE, rows.get(0))).isEqualTo(LARGE);
    }
}
