package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.bench.streams.StreamResult;
import dev.vsa.bench.streams.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamRowsTest {

    private static final Stage STAGE =
            new Stage(StreamRows.STAGE, "cameras", List.of(Case.of("", Runs.OURS, Runs.PEER, "peer", 0.952, 0.33)), "");

    private static StreamResult result(String who, int cameras) {
        Trial trial = new Trial(cameras, 60L * cameras, 60L * cameras, 0, 30, 32, 50, 0.8, 0.01);
        return new StreamResult("NanoDet-g int8", StreamResult.ALL, who, "set up so", cameras, List.of(trial));
    }

    private static Run run(int ours, int peer) {
        return Runs.of(Runs.sample(Runs.OURS, 0, 1.0), Runs.sample(Runs.PEER, 0, 4.0))
                .with(List.of(result(StreamResult.OURS, ours), result(StreamResult.PEER, peer)));
    }

    @Test
    void theRatioIsThePeersNumberOverOurs() {
        Row row = Judgement.of(List.of(STAGE), run(6, 5)).get(0);

        assertThat(row.cases()).hasSize(2);
        Row live = row.cases().get(1);
        assertThat(live.ratio()).isEqualTo(5 / 6.0);
        assertThat(live.met()).isTrue();
        assertThat(live.unit()).isEqualTo("cameras");
    }

    @Test
    void asManyCamerasAsThePeerMissTheTarget() {
        Row row = Judgement.of(List.of(STAGE), run(5, 5)).get(0);

        assertThat(row.state()).isEqualTo("missed");
        assertThat(row.stage()).contains("live cameras");
    }

    @Test
    void theyAreKeptAndShownWithTheSetUp(@TempDir Path folder) throws IOException {
        Run run = run(6, 5);

        new RunFolder(folder).write(run, Judgement.of(List.of(STAGE), run), List.of());

        assertThat(RunFolder.read(folder)).isEqualTo(run);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("Live cameras", "set up so", "80 %");
        assertThat(StreamRows.text(run.streams())).contains("careful peer", "80 % busy");
    }

    @Test
    void aRunWithoutThemIsAsItWas() {
        Run run = new Run(Run.FORMAT, "quick", "", true, Map.of(), List.of(), Map.of());

        assertThat(Judgement.of(List.of(STAGE), run).get(0).cases()).isEmpty();
    }
}
