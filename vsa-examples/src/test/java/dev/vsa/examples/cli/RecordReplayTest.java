package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.examples.cli.Terminals.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code vsa record} and {@code vsa replay} on the sample, held against {@code vsa watch} on the same. */
@Timeout(300)
class RecordReplayTest {

    private static final String FEWER = """
            site: The walkway alone
            cameras:
              - id: street-corner
                zones:
                  walkway: [[0.55, 0.46], [1.0, 0.46], [1.0, 0.85], [0.55, 0.585]]
                rules:
                  - detect: wrong-way
                    zone: walkway
                    permitted-heading: [-1, -0.4]
                    subjects: [person]
            """;

    @TempDir
    static Path folder;

    private static Path recording;
    private static Run recorded;

    @BeforeAll
    static void recordTheSample() {
        recording = folder.resolve("sample.scenes");
        recorded = Terminals.vsa("record", "-o", recording, "--analysis-fps", "5");
    }

    private static List<String> alerts(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("alerts.jsonl"));
    }

    @Test
    void tellsWhatWasRecordedAndHowLargeItIs() {
        assertThat(recorded.code()).isZero();
        assertThat(recorded.err()).isEmpty();
        assertThat(recorded.out())
                .singleElement()
                .asString()
                .matches(".*sample\\.scenes: \\d+ scenes in .* of video, \\d+ kB \\(\\d+\\.\\d MB an hour\\)");
        assertThat(recording).isNotEmptyFile();
    }

    @Test
    void replayGivesTheLinesThatWatchingGave() throws IOException {
        Terminals.vsa("watch", "-o", folder.resolve("watched"), "--no-video", "--analysis-fps", "5");
        Run run = Terminals.vsa("replay", recording, "-o", folder.resolve("replayed.jsonl"));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .last()
                .asString()
                .matches("\\d+ alerts in .* s of video, judged in .*: \\d+ times real time");
        assertThat(Files.readAllLines(folder.resolve("replayed.jsonl")))
                .hasSizeGreaterThan(5)
                .isEqualTo(alerts(folder.resolve("watched")));
    }

    @Test
    void replayJudgesByOtherRules() throws IOException {
        Path site = Files.writeString(folder.resolve("fewer.yaml"), FEWER);
        Run all = Terminals.vsa("replay", recording);
        Run fewer = Terminals.vsa("replay", recording, "-s", site);

        assertThat(fewer.code()).isZero();
        assertThat(all.out()).anyMatch(line -> line.contains("zone-intrusion"));
        assertThat(fewer.out())
                .anyMatch(line -> line.contains("wrong-way"))
                .noneMatch(line -> line.contains("zone-intrusion"));
    }

    @Test
    void replayRefusesWhatIsNoRecording() throws IOException {
        Path text = Files.writeString(folder.resolve("text.scenes"), "no scenes");
        Run run = Terminals.vsa("replay", text);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("text.scenes");
        assertThat(Terminals.vsa("replay", folder.resolve("nope.scenes")).err())
                .singleElement()
                .asString()
                .contains("no such file");
    }

    @Test
    void replayRefusesRulesThatNeedWhatWasNotRecorded() throws IOException {
        Path site = Files.writeString(folder.resolve("vehicles.yaml"), FEWER.replace("[person]", "[vehicle]"));
        Path persons = folder.resolve("persons.scenes");
        Path clip = Clips.square(folder.resolve("clip.mp4"), 10);
        Path personSite = Files.writeString(folder.resolve("persons.yaml"), FEWER);
        assertThat(Terminals.vsa("record", clip, "-s", personSite, "-o", persons)
                        .code())
                .isZero();
        Run run = Terminals.vsa("replay", persons, "-s", site);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("it lacks", "record it with a site file that has them");
    }

    @Test
    void recordRefusesWhatCannotBeRead() throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), FEWER);
        Run run = Terminals.vsa("record", folder.resolve("nope.mp4"), "-s", site, "-o", folder.resolve("x.scenes"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().contains("no such file");
        assertThat(folder.resolve("x.scenes")).doesNotExist();
    }

    @Test
    void watchWritesToTheSinksOfItsSiteAsWell() throws IOException {
        Path lines = folder.resolve("own.jsonl");
        Path site = Files.writeString(folder.resolve("sinks.yaml"), FEWER + "sinks:\n  - jsonl: " + lines + "\n");
        Path clip = Clips.square(folder.resolve("sinks.mp4"), 10);

        assertThat(Terminals.vsa("watch", clip, "-s", site, "-o", folder.resolve("sinks"), "--no-video")
                        .code())
                .isZero();
        assertThat(lines).exists();
    }
}
