package dev.vsa.bench.suite;

import static dev.vsa.bench.suite.Runs.OURS;
import static dev.vsa.bench.suite.Runs.PEER;
import static dev.vsa.bench.suite.Runs.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

    @Test
    void theRatioIsOfMediansAndStandsBesideThatOfMinima() {
        Row row = Runs.judged(sample(OURS, 0, 4.0, 3.5, 50.0), sample(PEER, 0, 10.0, 9.0, 12.0));

        assertThat(row.ratio()).isEqualTo(0.4);
        assertThat(row.ratioOfMinima()).isCloseTo(3.5 / 9, within(1e-9));
        assertThat(row.met()).isTrue();
        assertThat(row.stretchMet()).isFalse();
        assertThat(row.note()).isEmpty();
    }

    @Test
    void timesInDifferentUnitsAreComparedInOne() {
        Row row = Runs.judged(sample(OURS, 0, 100.0), new Sample(PEER.name(), "ms/op", List.of(1.0), 0));

        assertThat(row.ratio()).isCloseTo(0.1, within(1e-9));
        assertThat(row.peer()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void medianAndMinimumThatDisagreeAskForAnotherRun() {
        Row row = Runs.judged(sample(OURS, 0, 4.0, 4.0, 1.0), sample(PEER, 0, 10.0, 10.0, 10.0));

        assertThat(row.note()).contains("measure again");
    }

    @Test
    void aFastStageThatAllocatesMoreThanItMayIsMissed() {
        Row row = Runs.judged(sample(OURS, 4096, 1.0), sample(PEER, 0, 10.0));

        assertThat(row.met()).isFalse();
        assertThat(row.note()).contains("allocates more than 0 B");
    }

    @Test
    void aStageIsOnlyMetIfEveryCaseIs() {
        Measured slow = Measured.of(Runs.class, "ours", "n", "1000");
        Stage stage = new Stage(
                "T0",
                "stage",
                List.of(Case.of("300", OURS, PEER, "peer", 0.5, 0.25), Case.of("1000", slow, PEER, "peer", 0.5, 0.25)),
                "");

        Row row = Judgement.of(
                        List.of(stage), Runs.of(sample(OURS, 0, 1.0), sample(slow, 0, 9.0), sample(PEER, 0, 10.0)))
                .get(0);

        assertThat(row.met()).isFalse();
        assertThat(row.stage()).isEqualTo("stage, 1000");
        assertThat(row.cases()).extracting(Row::met).containsExactly(true, false);
    }

    @Test
    void whatWasNotMeasuredSaysWhyAndIsNotMet() {
        Run run = new Run(
                Run.FORMAT, "quick", "", false, Map.of(), List.of(sample(OURS, 0, 1.0)), Map.of("T0 ", "no peer here"));

        Row row = Judgement.of(List.of(Runs.STAGE), run).get(0);

        assertThat(row.met()).isFalse();
        assertThat(row.ratio()).isNull();
        assertThat(row.note()).isEqualTo("no peer here");
    }

    @Test
    void aStageOfWhichAPeerIsMissingIsMetInPart() {
        Stage stage = new Stage(
                "T0",
                "stage",
                List.of(
                        Case.of("", OURS, PEER, "peer", 0.5, 0.25),
                        Case.of("other", OURS, Measured.of(Runs.class, "absent"), "absent", 0.5, 0.25)),
                "");

        Row row = Judgement.of(List.of(stage), Runs.of(sample(OURS, 0, 1.0), sample(PEER, 0, 10.0)))
                .get(0);

        assertThat(row.met()).isFalse();
        assertThat(row.state()).isEqualTo("met in part");
    }
}
