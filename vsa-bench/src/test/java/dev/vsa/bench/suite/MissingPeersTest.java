package dev.vsa.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.bench.peer.ByteTrackCpp;
import dev.vsa.bench.peer.OrtCInterface;
import dev.vsa.bench.peer.Supervision;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingPeersTest {

    private static final String FOLDER = "vsa.peers";

    @TempDir
    Path empty;

    @BeforeEach
    void nothingIsBuilt() {
        System.setProperty(FOLDER, empty.toString());
    }

    @AfterEach
    void asBefore() {
        System.clearProperty(FOLDER);
    }

    @Test
    void eachSaysHowItIsHad() {
        assertThat(List.of(ByteTrackCpp.missing(), OrtCInterface.missing(), Supervision.missing()))
                .allSatisfy(line -> assertThat(line).contains("vsa-bench/peers/build.sh "));
    }

    @Test
    void aStageOfMissingPeersIsALineAndNoFailure() {
        Stage stage = new Stage(
                "T0",
                "stage",
                List.of(Case.of("", Runs.OURS, Runs.PEER, "peer", 1, 1).needing(OrtCInterface::missing)),
                "");
        List<String> progress = new ArrayList<>();
        Measuring measuring = new Measuring(
                Measuring.Mode.GUARD,
                progress::add,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        measuring.run(List.of(stage), List.of(), () -> {});

        Run run = new Run(Run.FORMAT, "guard", "", true, Map.of(), List.of(), measuring.skipped());
        assertThat(Judgement.of(List.of(stage), run).get(0).note()).contains("build.sh ort");
        assertThat(progress).singleElement().asString().startsWith("skipped: T0");
    }
}
