package dev.vsa.examples.cli.report;

import dev.vsa.event.Blindness;
import dev.vsa.event.EventType;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.picture.Palette;
import dev.vsa.examples.cli.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a run as one HTML file: no script, and nothing that is fetched from elsewhere.
 *
 * @param facts the run as a whole
 * @param entries the alerts that are shown, in the order in which they were raised
 * @param notShown how many more alerts there were than are shown
 * @param blind stretches that could not be judged, each once
 * @param misses candidates that came near a rule, the nearest first
 */
public record Report(RunFacts facts, List<Entry> entries, long notShown, List<Blindness> blind, List<NearMiss> misses) {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    /** Copies the lists. */
    public Report {
        entries = List.copyOf(entries);
        blind = List.copyOf(blind);
        misses = List.copyOf(misses);
    }

    /**
     * Writes the report; a file that is there is replaced as a whole, so that nobody ever sees half of one.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(half, html());
        Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** The whole page. */
    String html() {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "vsa – " + facts.input());
        html.open("style").raw(css()).close();
        html.close().open("body").open("main");
        head(html);
        new Timeline(this).write(html);
        alerts(html);
        new Silence(this).write(html);
        new Facts(facts).write(html);
        html.close();
        html.element(
                "footer",
                "Signals for people to look at. They identify nobody and decide nothing; whoever reads them confirms or rejects.");
        html.close().close();
        return html.toString();
    }

    private void head(Html html) {
        html.open("header");
        html.element("p", "vsa · " + facts.site(), "class", "site");
        html.element("h1", facts.input());
        html.open("p", "class", "lead");
        html.element("strong", Words.count(entries.size() + notShown, "alert"));
        html.text(" in " + Words.length(facts.times().analysed()) + " of video. "
                + Words.count(facts.counts().analysed(), "frame") + " analysed in "
                + Words.length(facts.times().elapsed()) + ": " + Words.figure(facts.framesPerSecond())
                + " frames a second, " + Words.figure(facts.times().speed()) + " times real time. " + facts.ending());
        html.close();
        html.open("ul", "class", "events");
        counts().forEach((type, number) -> {
            html.open("li", "style", "--hue:" + Palette.css(type));
            html.element("span", Long.toString(number), "class", "n").text(" " + Palette.title(type));
            html.element("small", type.english());
            html.element("small", type.french(), "lang", "fr");
            html.close();
        });
        html.close().close();
    }

    /** Each event that was to be detected, and how many alerts are shown of it. */
    private Map<EventType, Long> counts() {
        Map<EventType, Long> counts = new LinkedHashMap<>();
        facts.rules().forEach(rule -> counts.put(rule.event(), 0L));
        entries.forEach(entry -> counts.merge(entry.alert().type(), 1L, Long::sum));
        return counts;
    }

    private void alerts(Html html) {
        html.open("section").element("h2", "Alerts");
        if (entries.isEmpty()) {
            html.element("p", "None was raised.", "class", "none");
        }
        entries.forEach(entry -> new AlertCard(entry, facts.versions()).write(html));
        if (notShown > 0) {
            html.element("p", Words.count(notShown, "further alert") + ": see alerts.jsonl.", "class", "none");
        }
        html.close();
    }

    private static String css() {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
