package dev.vsa.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationJsonTest {

    private static final Cases CASES = new Cases()
            .lasting(360)
            .rule(Cases.INTRUSION, "a")
            .rule(Cases.DOWN, "frame", Map.of("onGroundS", 1))
            .notEvaluated(Cases.DOWN, "nowhere")
            .label(Cases.INTRUSION, "a", 10, 20)
            .label(Cases.INTRUSION, "a", 40, 50)
            .alert("1", Cases.INTRUSION, "a", 12)
            .alert("2", Cases.INTRUSION, "a", 14)
            .alert("3", Cases.INTRUSION, "a", 30);

    @Test
    void eventsHoldTheFiguresOfEachEvent() throws IOException {
        JsonNode intrusion = json().at("/events/zone-intrusion");

        assertThat(intrusion.toString())
                .isEqualTo(
                        "{\"labels\":2,\"true\":1,\"false\":1,\"missed\":1,\"repeats\":1,\"precision\":0.5,\"recall\":0.5,"
                                + "\"f1\":0.5,\"fAlpha\":0.5,\"ndcr\":1.055556,\"delayMedianS\":2.0,\"delayP95S\":2.0,\"hours\":0.1,"
                                + "\"blindHours\":0.0,\"judgedShare\":1.0,\"falsePerHour\":10.0,\"falsePerHourInterval\":[0.253178,55.716434]}");
    }

    @Test
    void clipsHoldTheSamePerClip() throws IOException {
        JsonNode clip = json().at("/clips/0");

        assertThat(clip.get("clip").asText()).isEqualTo("clip");
        assertThat(clip.get("events")).isEqualTo(json().get("events"));
    }

    @Test
    void everyLabelAndEveryAlertIsAccountedFor() throws IOException {
        JsonNode clip = json().at("/clips/0");

        assertThat(texts(clip.get("alerts"), "verdict")).containsExactly("true", "repeat", "false");
        assertThat(texts(clip.get("labels"), "found")).containsExactly("true", "false");
        assertThat(texts(clip.get("notEvaluated"), "zone")).containsExactly("nowhere");
    }

    @Test
    void aFigureThatNothingCanBeSaidOfIsNull() throws IOException {
        assertThat(json().at("/events/person-down/precision").isNull()).isTrue();
    }

    @Test
    void theSameEvaluationGivesTheSameBytes() throws IOException {
        assertThat(text()).isEqualTo(text());
    }

    @Test
    void aFileHoldsTheSame(@TempDir Path folder) throws IOException {
        EvaluationJson.write(CASES.score(), folder.resolve("evaluation.json"));

        assertThat(Files.readString(folder.resolve("evaluation.json"))).isEqualTo(text());
    }

    private static String text() throws IOException {
        StringWriter out = new StringWriter();
        EvaluationJson.write(CASES.score(), out);
        return out.toString();
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(text());
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.get(field).asText()));
        return texts;
    }
}
