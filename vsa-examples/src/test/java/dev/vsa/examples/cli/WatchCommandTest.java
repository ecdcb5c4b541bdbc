package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.examples.cli.Terminals.Run;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clip that nobody is in: what is written, whatever is found. What is found in the sample is the business of the jar's test. */
@Timeout(120)
class WatchCommandTest {

    private static final String SITE = """
            site: A square
            cameras:
              - id: square
                zones:
                  left: [[0, 0], [0.5, 0], [0.5, 1], [0, 1]]
                rules:
                  - detect: zone-intrusion
                    zone: left
                    subjects: [person]
            """;

    @TempDir
    Path folder;

    private Path clip;
    private Path out;

    @BeforeEach
    void makeFiles() throws IOException {
        clip = Clips.square(folder.resolve("clip.mp4"), 15);
        out = folder.resolve("out");
        Files.writeString(folder.resolve("clip.yaml"), SITE);
    }

    private static int framesOf(Path video) throws Exception {
        int frames = 0;
        try (FrameSource source = Sources.file(video)) {
            source.open();
            while (source.next() instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    assertThat(frame.width()).isEqualTo(320);
                    frames++;
                }
            }
        }
        return frames;
    }

    @Test
    void writesAVideoOfAllAnalysedFrames() throws Exception {
        Run run = Terminals.vsa("watch", clip, "-o", out, "--analysis-fps", "0");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(framesOf(out.resolve("annotated.mp4"))).isEqualTo(15);
    }

    @Test
    void writesAVideoOfTheFramesThatTheRateLetsThrough() throws Exception {
        Terminals.vsa("watch", clip, "-o", out, "--analysis-fps", "5");

        assertThat(framesOf(out.resolve("annotated.mp4"))).isBetween(7, 8);
    }

    @Test
    void writesNoVideoThatIsNotWanted() {
        Terminals.vsa("watch", clip, "-o", out, "--no-video");

        assertThat(out).isDirectoryContaining("glob:**.html").isDirectoryNotContaining("glob:**.mp4");
    }

    @Test
    void findsTheSiteFileBesideTheRecording() {
        assertThat(Terminals.vsa("watch", clip, "-o", out).out())
                .anyMatch(line -> line.contains("rules: " + folder.resolve("clip.yaml")));
    }

    @Test
    void tellsSpeedAndStagesAndAlertsAndWhereFilesAre() {
        assertThat(Terminals.vsa("watch", clip, "-o", out).out())
                .anyMatch(line -> line.matches(".*15 frames analysed in .*: .* frames a second, .* times real time"))
                .anyMatch(line ->
                        line.contains("objects") && line.contains("tracking") && line.contains("beside it source"))
                .anyMatch(line -> line.equals("no alert"))
                .anyMatch(line -> line.contains("report.html, alerts.jsonl, annotated.mp4"));
    }

    @Test
    void reportsTheRun() {
        Terminals.vsa("watch", clip, "-o", out);

        assertThat(out.resolve("report.html")).content().contains("clip.mp4", "A square", "320 × 240", "zone: left");
    }

    @Test
    void takesAwayTheSnapshotsOfAnEarlierRunAndNothingElse() throws IOException {
        Path snapshots = Files.createDirectories(out.resolve("snapshots"));
        Path old = Files.createFile(snapshots.resolve("0001-wrong-way-left.jpg"));
        Path own = Files.createFile(snapshots.resolve("holiday.jpg"));
        Terminals.vsa("watch", clip, "-o", out, "--no-video");

        assertThat(old).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void leavesNoTemporaryFiles() {
        Terminals.vsa("watch", clip, "-o", out);

        assertThat(out).isDirectoryNotContaining("regex:.*/\\..*|.*\\.part");
    }

    @Test
    void goesOnWithoutAVideoThatCannotBeWritten() throws IOException {
        Files.createDirectories(out.resolve("annotated.mp4"));
        Run run = Terminals.vsa("watch", clip, "-o", out);

        assertThat(run.code()).isZero();
        assertThat(run.err()).hasSize(1).first().asString().startsWith("vsa watch: pictures are missing: ");
        assertThat(out.resolve("report.html")).exists();
    }

    @Test
    void draws() {
        Path picture = folder.resolve("zones.png");
        Run run = Terminals.vsa("zones", clip, "--at", "0.5", "-o", picture);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).anyMatch(line -> line.equals("  zone left: 4 points, 50 % of the picture"));
        assertThat(picture).isNotEmptyFile();
    }
}
