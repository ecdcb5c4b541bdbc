package dev.vsa.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an evaluation as JSON, as {@code docs/evaluation.md} describes it. Fields are only ever added; the same evaluation gives
 * the same bytes. Stateless and thread-safe.
 */
public final class EvaluationJson {

    private static final String FORMAT = "vsa-evaluation/1";

    private final JsonGenerator json;

    private EvaluationJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a file; one that is there is replaced as a whole, so that nobody ever finds half of it.
     *
     * @param evaluation the evaluation
     * @param file the file; its folder must exist
     * @throws IOException if it cannot be written
     */
    public static void write(Evaluation evaluation, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                write(evaluation, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Writes to a writer.
     *
     * @param evaluation the evaluation
     * @param out where to; flushed, not closed
     * @throws IOException if it cannot be written
     */
    public static void write(Evaluation evaluation, Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator generator = factory.createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            new EvaluationJson(generator).all(evaluation);
        }
        out.write('\n');
        out.flush();
    }

    private void all(Evaluation evaluation) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        policy(evaluation.policy());
        events(evaluation.events());
        json.writeArrayFieldStart("clips");
        for (ClipScore clip : evaluation.clips()) {
            clip(clip);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conditions");
        for (Condition condition : evaluation.conditions()) {
            json.writeStartObject();
            json.writeStringField("event", condition.event());
            json.writeStringField("name", condition.name());
            json.writeStringField("range", condition.range());
            json.writeNumberField("labels", condition.labels());
            json.writeNumberField("missed", condition.missed());
            json.writeNumberField("false", condition.falseAlerts());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void policy(ScoringPolicy policy) throws IOException {
        json.writeObjectFieldStart("policy");
        figure("alpha", policy.alpha());
        figure("costMiss", policy.costMiss());
        figure("costFalse", policy.costFalse());
        figure("targetPerHour", policy.targetPerHour());
        figure("confidence", policy.confidence());
        json.writeEndObject();
    }

    private void events(Map<String, Score> events) throws IOException {
        json.writeObjectFieldStart("events");
        for (Map.Entry<String, Score> entry : events.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            score(entry.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void score(Score score) throws IOException {
        json.writeNumberField("labels", score.labels());
        json.writeNumberField("true", score.found());
        json.writeNumberField("false", score.falseAlerts());
        json.writeNumberField("missed", score.missed());
        json.writeNumberField("repeats", score.repeats());
        figure("precision", score.precision());
        figure("recall", score.recall());
        figure("f1", score.f1());
        figure("fAlpha", score.fAlpha());
        figure("ndcr", score.ndcr());
        figure("delayMedianS", score.delayS(0.5));
        figure("delayP95S", score.delayS(0.95));
        figure("hours", score.hours());
        figure("blindHours", score.blindHours());
        figure("judgedShare", score.judgedShare());
        figure("falsePerHour", score.falsePerHour());
        Interval interval = score.falsePerHourInterval();
        json.writeArrayFieldStart("falsePerHourInterval");
        json.writeNumber(rounded(interval.low()));
        json.writeNumber(rounded(interval.high()));
        json.writeEndArray();
    }

    private void clip(ClipScore clip) throws IOException {
        json.writeStartObject();
        json.writeStringField("clip", clip.name());
        events(clip.events());
        json.writeArrayFieldStart("places");
        for (ClipScore.PlaceScore place : clip.places()) {
            json.writeStartObject();
            json.writeStringField("event", place.event());
            json.writeStringField("zone", place.zone());
            score(place.score());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("labels");
        for (LabelOutcome label : clip.labels()) {
            label(label);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("alerts");
        for (AlertOutcome alert : clip.alerts()) {
            json.writeStartObject();
            json.writeStringField("id", alert.alertId());
            json.writeStringField("event", alert.event());
            json.writeStringField("zone", alert.place());
            figure("raisedS", alert.raisedS());
            json.writeStringField("verdict", alert.verdict().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notEvaluated");
        for (NotEvaluated not : clip.notEvaluated()) {
            json.writeStartObject();
            json.writeStringField("event", not.event());
            json.writeStringField("zone", not.zone());
            json.writeStringField("reason", not.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void label(LabelOutcome outcome) throws IOException {
        ClipLabel.Event label = outcome.label();
        json.writeStartObject();
        json.writeStringField("event", label.event());
        json.writeStringField("zone", label.zone());
        json.writeStringField("subject", label.subject());
        figure("startS", label.startS());
        figure("endS", label.endS());
        if (!label.what().isEmpty()) {
            json.writeStringField("what", label.what());
        }
        json.writeBooleanField("found", outcome.found());
        if (outcome.found()) {
            json.writeStringField("alert", outcome.alertId().orElseThrow());
            figure("delayS", outcome.delayS());
        }
        json.writeEndObject();
    }

    /** A figure that nothing can be said of is null. */
    private void figure(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, rounded(value));
        } else {
            json.writeNullField(name);
        }
    }

    /** Six decimals: more would only be noise in a diff. */
    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
