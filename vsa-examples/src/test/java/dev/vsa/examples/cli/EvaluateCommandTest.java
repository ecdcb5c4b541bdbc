package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vsa.examples.cli.Terminals.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code vsa evaluate} on the sample, with a label that leaves one intrusion out and invents another. */
@Timeout(300)
class EvaluateCommandTest {

    private static final List<String> EVENT_FIELDS = List.of(
            "labels",
            "true",
            "false",
            "missed",
            "repeats",
            "precision",
            "recall",
            "f1",
            "delayMedianS",
            "falsePerHour");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Run first;
    private static JsonNode json;
    private static String page;

    private static Run evaluate(Path out, Object... more) {
        List<Object> all = new ArrayList<>(List.of("evaluate", folder.resolve("clips"), "-o", out));
        all.addAll(List.of(more));
        return Terminals.vsa(all.toArray());
    }

    @BeforeAll
    static void evaluateOnce() throws IOException {
        Labels.wrongSample(folder.resolve("clips"));
        Path out = folder.resolve("out");
        first = evaluate(out);
        json = JSON.readTree(Files.readString(out.resolve("evaluation.json")));
        page = Files.readString(out.resolve("report.html"));
    }

    @Test
    void endsWellWithALineForTheClipAndATable() {
        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .anyMatch(line -> line.matches("\\[1/1] street-corner: \\d+ alerts"))
                .anyMatch(line -> line.startsWith("event") && line.contains("precision"))
                .anyMatch(line -> line.startsWith("report: "));
    }

    @Test
    void countsWhatIsFoundMissedAndFalse() {
        JsonNode intrusion = json.path("events").path("zone-intrusion");
        JsonNode wrongWay = json.path("events").path("wrong-way");

        assertThat(intrusion.path("labels").asInt()).isEqualTo(4);
        assertThat(intrusion.path("missed").asInt()).isPositive();
        assertThat(intrusion.path("true").asInt() + intrusion.path("missed").asInt())
                .isEqualTo(4);
        assertThat(wrongWay.path("labels").asInt()).isEqualTo(8);
        assertThat(wrongWay.path("false").asInt()).isPositive();
        assertThat(wrongWay.path("precision").asDouble())
                .isCloseTo(
                        wrongWay.path("true").asDouble()
                                / (wrongWay.path("true").asInt()
                                        + wrongWay.path("false").asInt()),
                        within(1e-6));
    }

    @Test
    void writesTheFieldsThatToolsReadForEachEventAndClip() {
        assertThat(json.path("events").isEmpty()).isFalse();
        Stream.concat(
                        json.path("events").properties().stream(),
                        json.path("clips").path(0).path("events").properties().stream())
                .forEach(event -> assertThat(names(event.getValue())).containsAll(EVENT_FIELDS));
        assertThat(json.path("clips").path(0).path("clip").asText()).isEqualTo("street-corner");
    }

    /** The example in docs/evaluation.md. */
    private static JsonNode documented() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "evaluation.md"));
        Matcher block =
                Pattern.compile("## evaluation.json\\n\\n((?:    .*\\n)+)").matcher(text);
        assertThat(block.find()).isTrue();
        return JSON.readTree(block.group(1));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void writesWhatIsDocumentedAndNothingElse() throws IOException {
        JsonNode documented = documented();

        assertThat(names(json)).isEqualTo(names(documented));
        assertThat(names(json.path("policy"))).isEqualTo(names(documented.path("policy")));
        assertThat(names(json.path("events").path("zone-intrusion")))
                .isEqualTo(names(documented.path("events").path("zone-intrusion")));
        JsonNode clip = json.path("clips").path(0);
        JsonNode documentedClip = documented.path("clips").path(0);
        assertThat(names(clip)).isEqualTo(names(documentedClip));
        for (String list : List.of("labels", "alerts", "notEvaluated")) {
            if (!clip.path(list).isEmpty()) {
                assertThat(names(documentedClip.path(list).path(0)))
                        .as(list)
                        .containsAll(names(clip.path(list).path(0)));
            }
        }
        assertThat(names(json.path("conditions").path(0)))
                .isEqualTo(names(documented.path("conditions").path(0)));
    }

    @Test
    void tellsHowContrastAndCrowdingGoWithErrors() {
        List<String> names = new ArrayList<>();
        int contrasts = 0;
        for (JsonNode condition : json.path("conditions")) {
            names.add(condition.path("name").asText());
            if (condition.path("name").asText().equals("contrast")
                    && condition.path("event").asText().equals("zone-intrusion")) {
                contrasts += condition.path("labels").asInt();
            }
        }
        assertThat(names).contains("contrast", "tracks-in-picture", "object-height", "at-once");
        assertThat(contrasts).isEqualTo(4);
    }

    @Test
    void showsAPictureOfEveryErrorAndWhatTheDetectorMeasured() throws IOException {
        Matcher cards = Pattern.compile("<article class=\"error (\\w+)\">(.*?)</article>", Pattern.DOTALL)
                .matcher(page);
        List<String> kinds = new ArrayList<>();
        while (cards.find()) {
            kinds.add(cards.group(1));
            assertThat(cards.group(2))
                    .contains("src=\"data:image/jpeg;base64,")
                    .containsPattern("<li>[^<]*\\d[^<]*</li>|<li>nothing reached");
        }
        int errors = 0;
        for (JsonNode event : json.path("events")) {
            errors += event.path("missed").asInt()
                    + event.path("false").asInt()
                    + event.path("repeats").asInt();
        }
        assertThat(kinds).hasSize(errors).contains("missed", "false");
    }

    @Test
    void isOnePageThatFetchesNothing() {
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'")
                .doesNotContain("<script", "<link", "@import", "http://", "https://", "url(")
                .doesNotContainPattern("src=\"(?!data:)")
                .doesNotContainPattern("href=\"(?!#)");
    }

    @Test
    void isShownByABrowserWithAllItsPictures() throws Exception {
        Optional<Path> browser = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        Path shot = folder.resolve("page.png");
        Process process = new ProcessBuilder(
                        browser.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1200,3000",
                        "--screenshot=" + shot,
                        folder.resolve("out/report.html").toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("browser.log"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Content Security Policy");
        // Far more colours than text, boxes and curves have: the pictures are there.
        BufferedImage image = ImageIO.read(shot.toFile());
        long colours = Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
        assertThat(colours).isGreaterThan(5_000);
    }

    @Test
    void judgesRecordingsAgainToTheSameFigures() throws IOException {
        String before = Files.readString(folder.resolve("out/evaluation.json"));
        Run run = evaluate(folder.resolve("out"), "--from-recordings");

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("out/evaluation.json")).hasContent(before);
    }

    @Test
    void refusesToJudgeFromRecordingsThatAreNotThere() {
        Run run = evaluate(folder.resolve("nothing"), "--from-recordings");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().get(0)).contains("no recording to judge from", "run once without --from-recordings");
        assertThat(folder.resolve("nothing/report.html")).doesNotExist();
    }

    private static Path recordings(String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name).resolve("recordings"));
        Files.copy(folder.resolve("out/recordings/street-corner.scenes"), to.resolve("street-corner.scenes"));
        return folder.resolve(name);
    }

    @Test
    void judgesTheEventsThatAreAskedForAndNoOthers() throws IOException {
        Path out = recordings("only");
        Run run = evaluate(out, "--from-recordings", "--only", "wrong-way");

        assertThat(run.code()).isZero();
        assertThat(names(JSON.readTree(out.resolve("evaluation.json").toFile()).path("events")))
                .containsExactly("wrong-way");
    }

    @Test
    void judgesByTheZonesAndRulesOfASiteFile() throws IOException {
        Path out = recordings("site");
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                site: Elsewhere
                cameras:
                  - id: any
                    zones:
                      lawn: [[0.0, 0.0], [0.05, 0.0], [0.05, 0.05], [0.0, 0.05]]
                    rules:
                      - detect: zone-intrusion
                        zone: lawn
                        subjects: [person]
                """);
        Run run = evaluate(out, "--from-recordings", "--site", site);
        JsonNode events = JSON.readTree(out.resolve("evaluation.json").toFile()).path("events");

        assertThat(run.code()).isZero();
        assertThat(names(events)).containsExactly("zone-intrusion");
        assertThat(events.path("zone-intrusion").path("missed").asInt()).isEqualTo(4);
        assertThat(run.out()).anyMatch(line -> line.contains("wrong-way: the site file has no rule for it"));
    }

    @Test
    void refusesASiteOfTwoCameras() throws IOException {
        Path site = Files.writeString(folder.resolve("two.yaml"), """
                site: Two
                cameras:
                  - id: a
                    rules: [{detect: zone-intrusion, zone: frame}]
                  - id: b
                    rules: [{detect: zone-intrusion, zone: frame}]
                """);
        Run run = evaluate(folder.resolve("two"), "--site", site);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().get(0)).contains("found 2 cameras, expected one camera");
    }
}
