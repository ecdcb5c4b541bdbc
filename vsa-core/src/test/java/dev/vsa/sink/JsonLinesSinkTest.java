package dev.vsa.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.EndCause;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.HeatMap;
import dev.vsa.event.MarginSample;
import dev.vsa.event.Measure;
import dev.vsa.event.Provenance;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Grid;
import dev.vsa.scene.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSinkTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonLinesSink sink;

    JsonLinesSinkTest() throws IOException {
        sink = new JsonLinesSink(out);
    }

    private static Alert alert(Alert.Phase phase, Optional<EndCause> cause, String sentence) {
        return alert(
                phase,
                cause,
                Explanation.of(sentence, new Measure("dwell", 1.25, 1, "s"), Measure.of("height", 0.2, "")));
    }

    private static Alert alert(Alert.Phase phase, Optional<EndCause> cause, Explanation explanation) {
        return new Alert(
                "cam/lawn/zone-1/1",
                "cam",
                "lawn",
                EventType.ZONE_INTRUSION,
                "zone-1",
                phase,
                1_500_000_000L,
                2_000_000_000L,
                2_000_000_000L,
                Instant.parse("2026-01-01T00:00:02Z"),
                cause,
                List.of(new Subject(7, Role.PERSON, new Box(0.1, 0.2, 0.3, 0.4))),
                List.of(new MarginSample(2_000_000_000L, 1.25)),
                explanation,
                List.of("it is dark"),
                new Provenance("zone-intrusion", "1.0", "nanodet", "abc", "0.1"));
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    @Test
    void alertIsOneLineWithAllThatItHolds() throws IOException {
        sink.alert(alert(Alert.Phase.RAISED, Optional.empty(), "a person is on the lawn"));

        JsonNode line = lines().get(0);
        assertThat(line.get("format").asText()).isEqualTo("vsa-alert/1");
        assertThat(line.get("kind").asText()).isEqualTo("alert");
        assertThat(line.get("phase").asText()).isEqualTo("raised");
        assertThat(line.get("event").asText()).isEqualTo("zone-intrusion");
        assertThat(line.get("raisedS").asDouble()).isEqualTo(2);
        assertThat(line.get("subjects").get(0).get("box").get(2).asDouble()).isEqualTo(0.3);
        assertThat(line.at("/explanation/measures/0/threshold").asDouble()).isEqualTo(1);
        assertThat(line.at("/explanation/measures/1").has("threshold")).isFalse();
        assertThat(line.at("/margin/0/1").asDouble()).isEqualTo(1.25);
        assertThat(line.has("endCause")).isFalse();
        assertThat(line.at("/explanation").has("heatMap")).isFalse();
    }

    @Test
    void heatMapIsACompactList() throws IOException {
        HeatMap map = new HeatMap("persons", new Box(0, 0.5, 1, 1), Grid.over(3, 1, new float[] {0, 2.25f, 7}));

        sink.alert(alert(Alert.Phase.RAISED, Optional.empty(), new Explanation("many", List.of(), Optional.of(map))));

        assertThat(lines().get(0).at("/explanation/heatMap"))
                .hasToString(
                        "{\"what\":\"persons\",\"over\":[0.0,0.5,1.0,1.0],\"columns\":3,\"rows\":1,\"cells\":[0,2.25,7]}");
    }

    @Test
    void endedAlertSaysWhy() throws IOException {
        sink.alert(alert(Alert.Phase.ENDED, Optional.of(EndCause.LOSS), "x"));

        assertThat(lines().get(0).get("endCause").asText()).isEqualTo("loss");
    }

    @Test
    void lineBreaksInWordsStayInTheirLine() throws IOException {
        sink.alert(alert(Alert.Phase.RAISED, Optional.empty(), "first\nsecond\u2028third"));
        sink.blindness(new Blindness("cam", "lawn", "frame", "covered", 0, 5, true));

        assertThat(lines()).extracting(l -> l.get("kind").asText()).containsExactly("alert", "blindness");
    }

    @Test
    void whatWasWrittenIsThereBeforeTheSinkIsClosed() {
        sink.alert(alert(Alert.Phase.RAISED, Optional.empty(), "x"));

        assertThat(out.size()).isPositive();
    }

    @Test
    void folderThatDoesNotExistIsRefused(@TempDir Path dir) {
        assertThatThrownBy(() -> new JsonLinesSink(dir.resolve("no/alerts.jsonl")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
