package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.ClipScore;
import dev.vsa.evaluation.Condition;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.NotEvaluated;
import dev.vsa.evaluation.Score;
import dev.vsa.examples.cli.report.Html;
import dev.vsa.examples.cli.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evaluation as one HTML file, with a picture of every error; nothing is fetched, nothing is scripted. */
public final class EvaluationReport {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Evaluation evaluation;
    private final List<Judged> judged;
    private final List<Looks> looks;
    private final Html html = new Html();

    /**
     * Creates a report.
     *
     * @param evaluation the scores
     * @param judged the clips behind them, in the same order
     * @param looks what a second look at each clip told, in the same order
     */
    public EvaluationReport(Evaluation evaluation, List<Judged> judged, List<Looks> looks) {
        this.evaluation = evaluation;
        this.judged = List.copyOf(judged);
        this.looks = List.copyOf(looks);
    }

    /**
     * Writes the report; a file that is there is replaced as a whole.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, page());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String page() {
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
        errors();
        conditions();
        plots();
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
        long repeats = count(Mistake.Kind.REPEAT);
        long errors = count(Mistake.Kind.FALSE) + count(Mistake.Kind.MISSED);
        html.open("header").element("p", "vsa · evaluation", "class", "site");
        html.element("h1", judged.size() + (judged.size() == 1 ? " clip" : " clips"));
        html.open("p", "class", "lead")
                .element("strong", errors == 0 ? "No errors" : Words.count(errors, "error"))
                .text(repeats == 0 ? "" : " and " + Words.count(repeats, "repeat"));
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
            for (Mistake mistake : looks.get(i).mistakes()) {
                if (mistake.kind() == Mistake.Kind.FALSE && mistake.event().equals(event)) {
                    times.add(before + mistake.seconds() / 3600);
                }
            }
            before += judged.get(i).run().label().image().durationS() / 3600;
        }
        return times;
    }

    private void errors() {
        html.open("section").element("h2", "Errors");
        if (looks.stream().allMatch(look -> look.mistakes().isEmpty())) {
            html.element(
                    "p", "None: every labelled occurrence was found, and nothing else was signalled.", "class", "none");
            html.close();
            return;
        }
        html.open("ul", "class", "legend");
        for (Mistake.Kind kind : Mistake.Kind.values()) {
            html.open("li", "class", kind.name().toLowerCase(Locale.ROOT))
                    .element("b", kind.words + ": " + count(kind));
            html.text(" – " + kind.meaning).close();
        }
        html.close();
        html.element(
                "p",
                "Yellow: the zone. Red: what the alert is about. Blue: where the label says that it is. Below each: what the"
                        + " detector measured, and what that was held against.",
                "class",
                "none");
        for (int i = 0; i < looks.size(); i++) {
            Looks look = looks.get(i);
            if (!look.mistakes().isEmpty()) {
                html.element("h3", judged.get(i).clip().name()).open("div", "class", "errors");
                look.mistakes()
                        .forEach(mistake -> error(mistake, look.pictures().get(mistake)));
                html.close();
            }
        }
        html.close();
    }

    private long count(Mistake.Kind kind) {
        return looks.stream()
                .flatMap(look -> look.mistakes().stream())
                .filter(mistake -> mistake.kind() == kind)
                .count();
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
        List<Condition> all = evaluation.conditions();
        List<Condition> telling = all.stream()
                .filter(condition -> all.stream()
                        .anyMatch(other -> other.event().equals(condition.event())
                                && other.name().equals(condition.name())
                                && (other.missed() > 0 || other.falseAlerts() > 0)))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Conditions that go with errors");
        html.element(
                "p",
                "Of the events that have errors: how many labels were missed and how many alerts false, by circumstance."
                        + " object-height: share of the picture's height. contrast: how much it stands out from its"
                        + " surroundings, 0 not at all, 0.2 clearly. tracks-in-picture: how many things were followed at that"
                        + " moment. at-once: how many labelled occurrences, or alerts, lasted at that moment.",
                "class",
                "none");
        html.open("div", "class", "wide").open("table");
        html.open("thead").open("tr");
        for (String column : List.of("event", "condition", "range", "labels", "missed", "false")) {
            html.element("th", column);
        }
        html.close().close().open("tbody");
        for (Condition c : telling) {
            html.open("tr", "class", c.missed() > 0 || c.falseAlerts() > 0 ? "bad" : "good");
            html.element("td", c.event()).element("td", c.name()).element("td", c.range());
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
