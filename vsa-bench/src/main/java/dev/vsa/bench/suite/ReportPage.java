package dev.vsa.bench.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTML page of a run. */
final class ReportPage {

    private ReportPage() {}

    static String of(Run run, List<Row> rows, List<Growth> growths) {
        Page page = new Page("vsa benchmarks, " + run.mode() + " run of " + run.begun());
        if (!run.finished()) {
            page.warning("This run was interrupted; what it had is shown.");
        }
        page.paragraph(
                "A ratio is our time over the peer's, medians of the same run; below 1 is faster. Times of one machine are "
                        + "not times of another. Bytes are what one operation of ours allocates.");
        if (!rows.isEmpty()) {
            page.heading("Stages").paragraph(summary(rows));
            table(page, rows);
        }
        String ratios = Charts.ratios(rows);
        if (!ratios.isEmpty()) {
            page.image("ratio over target", ratios);
        }
        Map<String, Sample> samples = new HashMap<>();
        run.samples().forEach(sample -> samples.put(sample.benchmark(), sample));
        if (!growths.isEmpty()) {
            page.heading("Growth");
        }
        for (Growth growth : growths) {
            String chart = Charts.growth(growth, samples);
            if (!chart.isEmpty()) {
                page.image(growth.title(), chart);
            }
        }
        StreamRows.page(page, run.streams());
        profiles(page, run.profiles());
        if (!run.samples().isEmpty()) {
            benchmarks(page, run.samples());
        }
        page.heading("Machine").facts(run.machine());
        return page.toString();
    }

    private static void profiles(Page page, List<Profile> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        page.heading("Where the time goes");
        page.paragraph(
                "Samples of the JDK's flight recorder in a run of its own: the innermost method of each that is not the JDK's, with its share. What "
                        + "runs below a native method is not told apart; waiting is left out.");
        for (Profile profile : profiles) {
            page.open("details", "")
                    .element(
                            "summary",
                            "",
                            profile.stage() + ": " + profile.benchmark() + " (" + profile.samples() + " samples)")
                    .open("table", "")
                    .head(List.of("share", "method"));
            for (Profile.Hot hot : profile.hottest()) {
                page.open("tr", "")
                        .element("td", "", Math.round(100 * hot.share()) + " %")
                        .element("td", "", hot.method())
                        .close("tr");
            }
            page.close("table").close("details");
        }
    }

    /** How many came off how, in words. */
    private static String summary(List<Row> rows) {
        Map<String, Long> states = rows.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));
        return Stream.of("stretch", "met", "met in part", "missed", "none")
                .filter(states::containsKey)
                .map(state -> states.get(state) + " " + (state.equals("none") ? "not measured" : state))
                .collect(Collectors.joining(
                        ", ",
                        "Targets: ",
                        ". A grey line is a case of the stage above it; the stage shows its hardest."));
    }

    private static void benchmarks(Page page, List<Sample> samples) {
        page.heading("All benchmarks");
        page.open("table", "").head(List.of("benchmark", "unit", "median", "least", "most", "B/op", "iterations"));
        for (Sample sample : samples) {
            double[] sorted = sample.sorted();
            page.open("tr", "")
                    .element("td", "", sample.benchmark())
                    .element("td", "", sample.unit())
                    .element("td", "", Table.number(sample.median()))
                    .element("td", "", Table.number(sorted[0]))
                    .element("td", "", Table.number(sorted[sorted.length - 1]))
                    .element("td", "", Table.number(sample.bytes() < 0 ? null : sample.bytes()))
                    .element("td", "", String.valueOf(sorted.length))
                    .close("tr");
        }
        page.close("table");
    }

    private static void table(Page page, List<Row> rows) {
        page.open("table", "stages")
                .head(List.of(
                        "",
                        "stage",
                        "ours",
                        "peer",
                        "unit",
                        "ratio",
                        "of minima",
                        "must",
                        "stretch",
                        "",
                        "B/op",
                        "compared with"));
        for (Row row : rows) {
            add(page, row, row.id(), "");
            row.cases().forEach(it -> add(page, it, "", "case"));
        }
        page.close("table");
    }

    private static void add(Page page, Row row, String id, String line) {
        String state = row.state();
        String style = state.equals("met in part") ? "part" : state;
        page.open("tr", line)
                .element("td", "", id)
                .element("td", "", row.stage())
                .element("td", "", Table.number(row.ours()))
                .element("td", "", Table.number(row.peer()))
                .element("td", "", row.unit())
                .element("td", style, Table.number(row.ratio()))
                .element("td", "", Table.number(row.ratioOfMinima()))
                .element("td", "", Table.number(row.target()))
                .element("td", "", Table.number(row.stretch()))
                .element("td", style, state.equals("none") ? "not measured" : state)
                .element("td", "", Table.number(row.bytes()))
                .open("td", "text")
                .element("span", "", row.peerName())
                .element("small", "", row.note())
                .close("td")
                .close("tr");
    }
}
