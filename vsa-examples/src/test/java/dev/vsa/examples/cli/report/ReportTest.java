package dev.vsa.examples.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.EventType;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.picture.FrameImage;
import dev.vsa.examples.cli.picture.Jpeg;
import dev.vsa.examples.cli.picture.Scenery;
import dev.vsa.examples.cli.report.RunFacts.RuleFacts;
import dev.vsa.examples.cli.report.RunFacts.StageTime;
import dev.vsa.geometry.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Box BOX = new Box(0.2, 0.4, 0.3, 0.7);
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href|url|action|data)\\s*[=(]\\s*\"?([^\")\\s>]+)");

    @TempDir
    Path folder;

    private static RunFacts facts(String input) {
        return new RunFacts(
                input,
                "A site",
                "cam",
                "320 × 240",
                new RunFacts.Counts(600, 500, 100, 0, 3),
                new RunFacts.Times(Duration.ZERO, Duration.ofSeconds(50), Duration.ofSeconds(10)),
                List.of(
                        new StageTime("source", "reading", Duration.ofSeconds(1), true),
                        new StageTime("objects", "the model", Duration.ofSeconds(6), false),
                        new StageTime("tracking", "following", Duration.ofSeconds(2), false)),
                List.of(new RuleFacts("wrong-way", EventType.WRONG_WAY, "zone: left", 0, Duration.ZERO)),
                new RunFacts.Versions("0.1", "model-x", "c0ffee", "Java"),
                "",
                Instant.EPOCH);
    }

    private Entry entry(int number) throws IOException {
        Path file = folder.resolve(number + ".jpg");
        byte[] jpeg = Jpeg.of(FrameImage.of(Scenery.frame(90, 0, () -> {})));
        Files.write(file, jpeg);
        Alert alert = Scenery.alert(number, 7, BOX, 10 * number * SECOND);
        return new Entry(number, alert, Optional.of(new Entry.Snapshot(file, 320, 240, "AAAA", false)));
    }

    private static String html(Entry... entries) {
        return new Report(facts("clip.mp4"), List.of(entries), 0, List.of(), List.of()).html();
    }

    @Test
    void refersToNothingOutsideOfItself() throws IOException {
        assertThat(REFERENCE.matcher(html(entry(1), entry(2))).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(reference ->
                        reference.contains("\"data:image/jpeg;base64,") || reference.contains("\"#alert-"));
    }

    @Test
    void needsNoScript() throws IOException {
        assertThat(html(entry(1))).doesNotContain("<script").doesNotContain("javascript:");
    }

    @Test
    void escapesWhatItIsGiven() throws IOException {
        String hostile = "<img src=x onerror=alert(1)>\".mp4";
        String html = new Report(facts(hostile), List.of(entry(1)), 0, List.of(), List.of()).html();

        assertThat(html)
                .doesNotContain("<img src=x")
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;.mp4")
                .contains("against the way &amp; &lt;fast&gt;.");
    }

    @Test
    void closesEveryElement() throws IOException {
        String html = html(entry(1)).replaceAll("(?s)<style>.*?</style>", "");
        long opened = Pattern.compile("<(?!/|!|meta|img)[a-z][^>]*[^/>]>|<[a-z]>")
                .matcher(html)
                .results()
                .count();
        long closed = Pattern.compile("</[a-z0-9]+>").matcher(html).results().count();

        assertThat(closed).isEqualTo(opened);
    }

    @Test
    void tellsMeasuresWithTheirThresholds() throws IOException {
        assertThat(html(entry(1))).contains(">2.1 object heights<", ">1.5 object heights<", ">0.8 object heights/s<");
    }

    @Test
    void drawsTheMarginWithItsPeak() throws IOException {
        assertThat(html(entry(1))).contains("its peak is 1.4 times the threshold");
    }

    @Test
    void linksTheTimelineToEachAlert() throws IOException {
        String html = html(entry(1), entry(2));

        assertThat(html).contains("href=\"#alert-1\"", "id=\"alert-1\"", "href=\"#alert-2\"", "id=\"alert-2\"");
    }

    @Test
    void placesAnAlertOnTheTimelineByItsMediaTime() throws IOException {
        assertThat(html(entry(1))).contains("left:20.00%");
    }

    @Test
    void doesWithoutASnapshotThatIsGone() throws IOException {
        Entry entry = entry(1);
        Files.delete(entry.snapshot().orElseThrow().file());

        assertThat(html(entry)).contains("against the way").doesNotContain("class=\"whole\"");
    }

    @Test
    void saysThatNoAlertWasRaised() {
        assertThat(html()).contains("0 alerts", "None was raised.");
    }

    @Test
    void saysHowManyAlertsItDoesNotShow() throws IOException {
        String html = new Report(facts("clip.mp4"), List.of(entry(1)), 41, List.of(), List.of()).html();

        assertThat(html).contains("<strong>42 alerts</strong>", "41 further alerts: see alerts.jsonl.");
    }

    @Test
    void tellsWhatCouldNotBeJudged() {
        Blindness blind = new Blindness("cam", "wrong-way", "left", "too few frames", 5 * SECOND, 9 * SECOND, true);
        String html = new Report(facts("clip.mp4"), List.of(), 0, List.of(blind), List.of()).html();

        assertThat(html).contains("too few frames", "00:05.0", "00:09.0").doesNotContain("could judge all the time");
    }

    @Test
    void tellsNearMisses() {
        NearMiss miss = new NearMiss("cam", "wrong-way", "left", 3, 0.87, 12 * SECOND);
        String html = new Report(facts("clip.mp4"), List.of(), 0, List.of(), List.of(miss)).html();

        assertThat(html).contains("Near misses", "0.87", "00:12.0");
    }

    @Test
    void sharesTheTimeAmongStagesThatFollowOneAnother() {
        assertThat(html()).contains(">75 %<", ">25 %<", ">beside<");
    }

    @Test
    void tellsTheSpeed() {
        assertThat(html()).contains("500 frames analysed in 10.0 s: 50 frames a second, 5 times real time.");
    }

    @Test
    void replacesAnOlderReport() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        new Report(facts("clip.mp4"), List.of(), 0, List.of(), List.of()).write(file);

        assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
