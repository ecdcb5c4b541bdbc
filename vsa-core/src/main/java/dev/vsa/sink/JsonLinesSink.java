package dev.vsa.sink;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.HeatMap;
import dev.vsa.event.MarginSample;
import dev.vsa.event.Measure;
import dev.vsa.event.NearMiss;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.spi.AlertSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes one JSON object a line: {@code "kind": "alert"} for each moment of an alert's life, {@code "blindness"} and {@code
 * "near-miss"}. Each line is flushed, so that what was written stays when the process dies. The fields are documented in
 * {@code docs/alerts.md}; they only ever grow. Times are seconds of media time, positions normalised image coordinates.
 *
 * <p>Not thread-safe; the engine calls a sink on one thread.
 */
public final class JsonLinesSink implements AlertSink {

    private static final String FORMAT = "vsa-alert/1";

    private final JsonGenerator json;

    /**
     * Writes to a file, replacing what is there.
     *
     * @param file the file; its folder must exist
     * @throws IOException if it cannot be written
     */
    public JsonLinesSink(Path file) throws IOException {
        this(Files.newOutputStream(file));
    }

    /**
     * Writes to a stream.
     *
     * @param out the stream; closed with the sink
     * @throws IOException if it cannot be written
     */
    public JsonLinesSink(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    private interface Body {
        void write() throws IOException;
    }

    private void line(String kind, Body body) {
        try {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("kind", kind);
            body.write();
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void alert(Alert alert) {
        line("alert", () -> {
            json.writeStringField("id", alert.id());
            json.writeStringField("phase", alert.phase().name().toLowerCase(Locale.ROOT));
            json.writeStringField("event", alert.type().id());
            json.writeStringField("camera", alert.cameraId());
            json.writeStringField("rule", alert.rule());
            json.writeStringField("place", alert.place());
            seconds("onsetS", alert.onsetNanos());
            seconds("raisedS", alert.raisedNanos());
            seconds("nowS", alert.nowNanos());
            json.writeStringField("raisedAt", alert.raisedAt().toString());
            if (alert.endCause().isPresent()) {
                json.writeStringField("endCause", alert.endCause().get().name().toLowerCase(Locale.ROOT));
            }
            subjects(alert);
            explanation(alert);
            json.writeArrayFieldStart("caveats");
            for (String caveat : alert.caveats()) {
                json.writeString(caveat);
            }
            json.writeEndArray();
            json.writeNumberField("peakMargin", rounded(alert.peakMargin()));
            json.writeArrayFieldStart("margin");
            for (MarginSample sample : alert.margin()) {
                json.writeStartArray();
                json.writeNumber(sample.mediaNanos() / 1e9);
                json.writeNumber(rounded(sample.margin()));
                json.writeEndArray();
            }
            json.writeEndArray();
            provenance(alert);
        });
    }

    private void subjects(Alert alert) throws IOException {
        json.writeArrayFieldStart("subjects");
        for (Subject subject : alert.subjects()) {
            json.writeStartObject();
            if (subject.trackId() != Subject.NO_TRACK) {
                json.writeNumberField("track", subject.trackId());
            }
            json.writeStringField("role", subject.role().name().toLowerCase(Locale.ROOT));
            box("box", subject.box());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void explanation(Alert alert) throws IOException {
        json.writeObjectFieldStart("explanation");
        json.writeStringField("sentence", alert.explanation().sentence());
        json.writeArrayFieldStart("measures");
        for (Measure measure : alert.explanation().measures()) {
            json.writeStartObject();
            json.writeStringField("name", measure.name());
            json.writeNumberField("value", rounded(measure.value()));
            if (!Double.isNaN(measure.threshold())) {
                json.writeNumberField("threshold", rounded(measure.threshold()));
            }
            json.writeStringField("unit", measure.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (alert.explanation().heatMap().isPresent()) {
            heatMap(alert.explanation().heatMap().get());
        }
        json.writeEndObject();
    }

    private void heatMap(HeatMap map) throws IOException {
        json.writeObjectFieldStart("heatMap");
        json.writeStringField("what", map.what());
        box("over", map.over());
        json.writeNumberField("columns", map.cells().columns());
        json.writeNumberField("rows", map.cells().rows());
        json.writeArrayFieldStart("cells");
        for (int row = 0; row < map.cells().rows(); row++) {
            for (int column = 0; column < map.cells().columns(); column++) {
                float value = map.cells().at(column, row);
                if (value == Math.rint(value) && value < Integer.MAX_VALUE) {
                    json.writeNumber((int) value); // most cells are 0
                } else {
                    json.writeNumber(Math.rint(value * 100.0) / 100);
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void box(String name, Box box) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(rounded(box.left()));
        json.writeNumber(rounded(box.top()));
        json.writeNumber(rounded(box.right()));
        json.writeNumber(rounded(box.bottom()));
        json.writeEndArray();
    }

    private void provenance(Alert alert) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("detector", alert.provenance().detector());
        json.writeStringField("detectorVersion", alert.provenance().detectorVersion());
        json.writeStringField("model", alert.provenance().model());
        json.writeStringField("configuration", alert.provenance().configuration());
        json.writeStringField("library", alert.provenance().library());
        json.writeEndObject();
    }

    @Override
    public void blindness(Blindness blindness) {
        line("blindness", () -> {
            json.writeStringField("camera", blindness.cameraId());
            json.writeStringField("rule", blindness.rule());
            json.writeStringField("place", blindness.place());
            json.writeStringField("reason", blindness.reason());
            seconds("fromS", blindness.fromNanos());
            seconds("toS", blindness.toNanos());
            json.writeBooleanField("over", blindness.over());
        });
    }

    @Override
    public void nearMiss(NearMiss miss) {
        line("near-miss", () -> {
            json.writeStringField("camera", miss.cameraId());
            json.writeStringField("rule", miss.rule());
            json.writeStringField("place", miss.place());
            json.writeNumberField("key", miss.key());
            json.writeNumberField("peakMargin", rounded(miss.peakMargin()));
            seconds("peakS", miss.peakNanos());
        });
    }

    private void seconds(String name, long nanos) throws IOException {
        json.writeNumberField(name, nanos / 1e9);
    }

    /** Six decimals are a thousandth of a pixel; more would only be noise in a diff. */
    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 1e6) / 1e6 : 0;
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
