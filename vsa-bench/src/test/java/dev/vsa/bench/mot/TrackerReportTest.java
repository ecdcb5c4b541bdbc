package dev.vsa.bench.mot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tracker on real detections against real truth, some way below what it reached when this was written. */
class TrackerReportTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 0.46", "0, 2, 0.48", "0, 5, 0.42", "1, 1, 0.51", "1, 2, 0.51", "1, 5, 0.46"})
    @Tag("shared")
    void followsPedestriansAtTwentyFiveTwelveAndFiveFramesASecond(int index, int step, double leastHota)
            throws IOException {
        TrackerReport.Sequence sequence = TrackerReport.SEQUENCES.get(index);
        Path folder = MotData.folder();
        assumeTrue(Files.isDirectory(folder.resolve(sequence.name())), folder + " is not here");

        MotScore score = TrackerReport.score(folder, sequence, step);

        assertThat(score.hota().hota()).as(score.toString()).isGreaterThan(leastHota);
    }
}
