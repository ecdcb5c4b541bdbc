package dev.vsa.bench.suite;

import static dev.vsa.bench.suite.Runs.OURS;
import static dev.vsa.bench.suite.Runs.PEER;
import static dev.vsa.bench.suite.Runs.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    @Test
    void aRunIsReadAsItWasWritten() throws IOException {
        Run run = Runs.of(sample(OURS, 3, 1.0, 2.0), sample(PEER, -1, 4.0));

        write(run);

        assertThat(RunFolder.read(folder)).isEqualTo(run);
    }

    @Test
    void ratiosHaveOneRowAStageWithTheDocumentedFields() throws IOException {
        write(Runs.of(sample(OURS, 0, 1.0), sample(PEER, 0, 4.0)));

        JsonNode rows =
                new ObjectMapper().readTree(folder.resolve("ratios.json").toFile());

        assertThat(rows).hasSize(1);
        JsonNode row = rows.get(0);
        assertThat(row.get("id").asText()).isEqualTo("T0");
        assertThat(row.get("ours").asDouble()).isEqualTo(1);
        assertThat(row.get("peer").asDouble()).isEqualTo(4);
        assertThat(row.get("peerName").asText()).isEqualTo("peer");
        assertThat(row.get("ratio").asDouble()).isEqualTo(0.25);
        assertThat(row.get("target").asDouble()).isEqualTo(0.5);
        assertThat(row.get("met").asBoolean()).isTrue();
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        write(Runs.of(sample(OURS, 0, 1.0), sample(PEER, 0, 4.0)));

        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("T0", "data:image/png;base64,")
                .doesNotContain("http://", "https://");
    }

    @Test
    void profilesAreKeptAndShown() throws IOException {
        Profile profile = new Profile("T0", "Some.benchmark", 40, List.of(new Profile.Hot("a.B.work", 0.5)));
        Run run = Runs.of(sample(OURS, 0, 1.0)).profiled(List.of(profile));

        write(run);

        assertThat(RunFolder.read(folder)).isEqualTo(run);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("a.B.work", "50 %");
    }

    @Test
    void anEarlierRunWithoutProfilesIsRead() throws IOException {
        Files.writeString(
                folder.resolve("run.json"),
                "{\"format\":1,\"mode\":\"quick\",\"begun\":\"\",\"finished\":true,\"machine\":{},\"samples\":[],\"skipped\":{}}");

        assertThat(RunFolder.read(folder).profiles()).isEmpty();
    }

    @Test
    void anInterruptedRunSaysSoOnItsPage() throws IOException {
        Run whole = Runs.of(sample(OURS, 0, 1.0));

        write(new Run(
                Run.FORMAT, whole.mode(), whole.begun(), false, whole.machine(), whole.samples(), whole.skipped()));

        assertThat(Files.readString(folder.resolve("report.html"))).contains("interrupted");
    }

    @Test
    void aFolderWithoutARunSaysHowToMakeOne() {
        assertThatThrownBy(() -> RunFolder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--out");
    }

    @Test
    void aDamagedRunIsNamed() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{\"format\":");

        assertThatThrownBy(() -> RunFolder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run.json is no run");
    }

    private void write(Run run) throws IOException {
        new RunFolder(folder).write(run, Judgement.of(List.of(Runs.STAGE), run), List.of());
    }
}
