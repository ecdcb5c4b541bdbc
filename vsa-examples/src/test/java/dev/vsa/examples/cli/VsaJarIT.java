package dev.vsa.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.source.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar as a process of its own, on the sample that is built in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VsaJarIT {

    private static final Path JAR = Path.of("target", "vsa.jar").toAbsolutePath();
    private static final int SAMPLE_FRAMES = 525;
    private static final long PATIENCE_MINUTES = 10;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    static Path folder;

    private Path out;
    private int code;
    private List<String> said = List.of();

    private ProcessBuilder vsa(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Djava.awt.headless=true", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    /** Without any argument, as in the first command of the README. */
    @BeforeAll
    void watchTheSample() throws Exception {
        Process process = vsa("watch").start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        code = process.exitValue();
        out = folder.resolve("vsa-out");
    }

    private List<JsonNode> raised() throws IOException {
        List<JsonNode> raised = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("alerts.jsonl"))) {
            JsonNode node = json.readTree(line);
            if (node.path("phase").asText().equals("raised")) {
                raised.add(node);
            }
        }
        return raised;
    }

    private List<JsonNode> labels() throws IOException {
        try (InputStream in = VsaJarIT.class.getResourceAsStream("/dev/vsa/examples/sample/street-corner.label.json")) {
            List<JsonNode> labels = new ArrayList<>();
            json.readTree(in).path("events").forEach(labels::add);
            return labels;
        }
    }

    /** As the label format says: same event and place, raised from a second before its start to its end, ten seconds at most. */
    private static boolean matches(JsonNode alert, JsonNode label) {
        double at = alert.path("raisedS").asDouble();
        double start = label.path("startS").asDouble();
        return alert.path("event").equals(label.path("event"))
                && alert.path("place").equals(label.path("zone"))
                && at >= start - 1
                && at <= Math.min(label.path("endS").asDouble(), start + 10);
    }

    private static int frames(Path video) throws Exception {
        int frames = 0;
        try (FrameSource source = Sources.file(video)) {
            source.open();
            while (source.next() instanceof Outcome.Delivered delivered) {
                try (Frame frame = delivered.frame()) {
                    frames += frame.width() > 0 ? 1 : 0;
                }
            }
        }
        return frames;
    }

    @Test
    void endsWell() {
        assertThat(said).as("what it said").noneMatch(line -> line.contains("\tat ") || line.contains("Warning"));
        assertThat(code).isZero();
    }

    @Test
    void raisesNoAlertThatIsNotLabelled() throws IOException {
        List<JsonNode> labels = labels();

        assertThat(raised()).allMatch(alert -> labels.stream().anyMatch(label -> matches(alert, label)));
    }

    @Test
    void findsWhoGoesTheWrongWay() throws IOException {
        assertThat(found("wrong-way")).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void findsWhoIsOnTheLawn() throws IOException {
        assertThat(found("zone-intrusion")).isNotEmpty();
    }

    /** Labels of an event that an alert matches, each alert taken once. */
    private List<JsonNode> found(String event) throws IOException {
        List<JsonNode> alerts = raised();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode label : labels()) {
            if (label.path("event").asText().equals(event)) {
                alerts.stream()
                        .filter(alert -> matches(alert, label))
                        .findFirst()
                        .ifPresent(alert -> {
                            alerts.remove(alert);
                            found.add(label);
                        });
            }
        }
        return found;
    }

    @Test
    void showsEachAlertInTheReport() throws IOException {
        String report = Files.readString(out.resolve("report.html"));

        assertThat(raised())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(report)
                        .contains(alert.path("id").asText())
                        .contains(alert.path("explanation")
                                .path("sentence")
                                .asText()
                                .replace("&", "&amp;")));
    }

    @Test
    void takesASnapshotOfEachAlert() throws IOException {
        try (var snapshots = Files.list(out.resolve("snapshots"))) {
            assertThat(snapshots).hasSameSizeAs(raised());
        }
    }

    @Test
    void drawsEveryFrame() throws Exception {
        assertThat(frames(out.resolve("annotated.mp4"))).isEqualTo(SAMPLE_FRAMES);
    }

    @Test
    void finishesItsFilesWhenItIsInterrupted() throws Exception {
        Assumptions.assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "Windows has no signal that a process can send");
        Process process = vsa("watch", "--out", "interrupted").start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("  1  ")) {
                process.toHandle().destroy(); // Unlike destroy() of the process itself, this keeps its output open.
            }
        }
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();

        Path half = folder.resolve("interrupted");
        assertThat(process.exitValue()).isEqualTo(Vsa.INTERRUPTED);
        assertThat(lines).anyMatch(line -> line.startsWith("stopped by hand"));
        assertThat(half.resolve("report.html"))
                .content()
                .contains("It was stopped by hand.")
                .endsWith("</html>\n");
        assertThat(frames(half.resolve("annotated.mp4"))).isBetween(20, SAMPLE_FRAMES - 1);
    }
}
