package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.ClipScore;
import dev.vsa.evaluation.Condition;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.NotEvaluated;
import dev.vsa.evaluation.Score;
import dev.vsa.examples.cli.report.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evaluation as one HTML file, with a picture of every error; nothing is fetched, nothing is scripted. */
public final class EvaluationReport {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Evaluation evaluation;
    private final List<Judged> judged;
    private final Map<String, List<Mistake>> mistakes = new LinkedHashMap<>();
    private final Html html = new Html();

    /**
     * Creates a report.
     *
     * @param evaluation the scores
     * @param judged the clips behind them, in the same order
     */
    public EvaluationReport(Evaluation evaluation, List<Judged> judged) {
        this.evaluation = evaluation;
        this.judged = List.copyOf(judged);
        for (int i = 0; i < judged.size(); i++) {
            mistakes.put(
                    judged.get(i).clip().name(),
                    Mistake.in(judged.get(i), evaluation.clips().get(i)));
        }
    }

    /**
     * Writes the report; a file that is there is replaced as a whole.
     *
     * @param file where to
     * @throws IOException if it cannot be written, or a clip cannot be read
     */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, page());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String page() throws IOException {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "vsa – evaluation");
        html.open("style")
                .raw(css("report/report.css") + css("evaluation/evaluation.css"))
                .close();
        html.close().open("body").open("main");
        head();
        table();
        plots();
        errors();
        conditions();
        clips();
        html.close();
        html.element(
                "footer",
                "Counts of events on the clips named here, by the matching rules of docs/evaluation.md. They do not carry over"
                        + " to another place, camera or light.");
        html.close().close();
        return html.toString();
    }

    private void head() {
        double hours = judged.stream()
                .mapToDouble(clip -> clip.run().label().image().durationS() / 3600)
                .sum();
        long errors = mistakes.values().stream().mapToLong(List::size).sum();
        html.open("header").element("p", "vsa · evaluation", "class", "site");
        html.element("h1", judged.size() + (judged.size() == 1 ? " clip" : " clips"));
        html.open("p", "class", "lead")
                .element("strong", errors == 0 ? "No errors" : errors + (errors == 1 ? " error" : " errors"));
        html.text(String.format(Locale.ROOT, " in %.1f minutes of video.", hours * 60))
                .close()
                .close();
    }

    private void table() {
        html.open("section")
                .element("h2", "Scores")
                .open("div", "class", "wide")
                .open("table");
        html.open("thead").open("tr");
        for (String column : ScoreTable.COLUMNS) {
            html.element("th", column);
        }
        html.close().close().open("tbody");
        evaluation.events().forEach((event, score) -> {
            html.open("tr");
            for (String cell : ScoreTable.row(event, score)) {
                html.element("td", cell);
            }
            html.close();
        });
        html.close().close().close();
        html.element(
                "p",
                "Fα weighs recall (α = " + evaluation.policy().alpha()
                        + "); NDCR is 0 for perfect and 1 for silence; false alerts an hour with their exact 95 % Poisson"
                        + " interval. Delay: from the moment an alert was due.",
                "class",
                "none");
        html.close();
    }

    private void plots() {
        Map<String, List<TradeOff.Point>> curves = TradeOff.of(judged);
        html.open("section").element("h2", "Curves");
        html.element(
                "p",
                "Each point is another margin that an alert would have had to reach; the large one is the rule as it is. Below"
                        + " it, candidates that failed the rule are counted as alerts.",
                "class",
                "none");
        evaluation.events().forEach((event, score) -> {
            html.element("h3", event).open("div", "class", "plots");
            Plots plots = new Plots(html);
            plots.tradeOff(curves.getOrDefault(event, List.of()));
            plots.delays(score.delaysS());
            plots.overTime(falseTimes(event), Math.max(1e-9, score.hours()));
            html.close();
        });
        html.close();
    }

    /** Hours of footage that had gone by when each false alert of an event was raised, clip after clip. */
    private List<Double> falseTimes(String event) {
        List<Double> times = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < judged.size(); i++) {
            if (!evaluation.clips().get(i).events().containsKey(event)) {
                continue;
            }
            for (Mistake mistake : mistakes.getOrDefault(judged.get(i).clip().name(), List.of())) {
                if (mistake.kind() == Mistake.Kind.FALSE && mistake.event().equals(event)) {
                    times.add(before + mistake.seconds() / 3600);
                }
            }
            before += judged.get(i).run().label().image().durationS() / 3600;
        }
        return times;
    }

    private void errors() throws IOException {
        html.open("section").element("h2", "Errors");
        boolean any = false;
        for (Map.Entry<String, List<Mistake>> clip : mistakes.entrySet()) {
            if (clip.getValue().isEmpty()) {
                continue;
            }
            any = true;
            html.element("h3", clip.getKey()).open("div", "class", "errors");
            Map<Mistake, byte[]> pictures = Thumbnails.of(clip.getValue());
            for (Mistake mistake : clip.getValue()) {
                error(mistake, pictures.get(mistake));
            }
            html.close();
        }
        if (!any) {
            html.element(
                    "p", "None: every labelled occurrence was found, and nothing else was signalled.", "class", "none");
        }
        html.close();
    }

    private void error(Mistake mistake, byte @Nullable [] picture) {
        html.open("article", "class", "error " + mistake.kind().name().toLowerCase(Locale.ROOT));
        if (picture != null) {
            String data = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture);
            html.empty(
                    "img",
                    "src",
                    data,
                    "alt",
                    mistake.kind().words + " in " + mistake.judged().clip().name());
        }
        html.open("div");
        html.open("p", "class", "what").element("b", mistake.kind().words);
        html.text(
                String.format(Locale.ROOT, " · %s · %s · %.1f s", mistake.event(), mistake.zone(), mistake.seconds()));
        html.close().element("p", mistake.said());
        html.open("ul");
        mistake.measured().forEach(measure -> html.element("li", measure));
        html.close().close().close();
    }

    private void conditions() {
        List<Condition> telling = evaluation.conditions().stream()
                .filter(condition -> condition.missed() > 0 || condition.falseAlerts() > 0)
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        html.open("section")
                .element("h2", "Conditions that go with errors")
                .open("div", "class", "wide")
                .open("table");
        html.open("thead").open("tr");
        for (String column : List.of("event", "condition", "range", "labels", "missed", "false")) {
            html.element("th", column);
        }
        html.close().close().open("tbody");
        for (Condition c : telling) {
            html.open("tr").element("td", c.event()).element("td", c.name()).element("td", c.range());
            html.element("td", Integer.toString(c.labels())).element("td", Integer.toString(c.missed()));
            html.element("td", Integer.toString(c.falseAlerts())).close();
        }
        html.close().close().close().close();
    }

    private void clips() {
        html.open("section").element("h2", "Clips").open("div", "class", "wide").open("table");
        html.open("thead").open("tr").element("th", "clip");
        for (String column : ScoreTable.COLUMNS) {
            html.element("th", column);
        }
        html.close().close().open("tbody");
        for (ClipScore clip : evaluation.clips()) {
            for (Map.Entry<String, Score> entry : clip.events().entrySet()) {
                html.open("tr").element("td", clip.name());
                for (String cell : ScoreTable.row(entry.getKey(), entry.getValue())) {
                    html.element("td", cell);
                }
                html.close();
            }
            for (NotEvaluated not : clip.notEvaluated()) {
                html.open("tr", "class", "not").element("td", clip.name()).element("td", not.event());
                html.element(
                        "td",
                        "not evaluated: " + not.reason(),
                        "colspan",
                        Integer.toString(ScoreTable.COLUMNS.size() - 1));
                html.close();
            }
        }
        html.close().close().close().close();
    }

    private static String css(String name) {
        try (InputStream in = EvaluationReport.class.getResourceAsStream("/dev/vsa/examples/cli/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the style sheet " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
