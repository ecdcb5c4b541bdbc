package dev.vsa.bench.suite;

import dev.vsa.bench.streams.StreamResult;
import dev.vsa.bench.streams.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Live cameras as rows of their target. Here more is better: the ratio is the peer's number over ours, so that, as everywhere, below
 * 1 is for us.
 */
final class StreamRows {

    static final String STAGE = "T19";

    private static final String INT8 = "NanoDet-g int8";
    private static final String FP32 = "NanoDet-g fp32";
    private static final double SAME_MODEL = 1 / 1.05;
    private static final double WITH_INT8 = 1 / 2.0;
    private static final double STRETCH = 1 / 3.0;

    private StreamRows() {}

    /** The rows with live cameras as further cases of their stage. */
    static List<Row> into(List<Row> rows, List<StreamResult> streams) {
        List<Row> live = rows(streams);
        return live.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> row.id().equals(STAGE) ? with(row, live) : row)
                        .toList();
    }

    private static Row with(Row row, List<Row> live) {
        List<Row> cases = new ArrayList<>(row.cases().isEmpty() ? List.of(row) : row.cases());
        cases.addAll(live);
        return Judgement.whole(row.id(), cases, "");
    }

    private static List<Row> rows(List<StreamResult> streams) {
        List<Row> rows = new ArrayList<>();
        for (String work : List.of(StreamResult.ALL, StreamResult.GEOMETRIC)) {
            for (String model : List.of(INT8, FP32)) {
                add(rows, streams, work, model, model, SAME_MODEL);
            }
            add(rows, streams, work, INT8, FP32, WITH_INT8);
        }
        return rows;
    }

    private static void add(
            List<Row> rows, List<StreamResult> streams, String work, String ours, String theirs, double must) {
        Optional<StreamResult> mine = find(streams, ours, work, StreamResult.OURS);
        Optional<StreamResult> peer = find(streams, theirs, work, StreamResult.PEER);
        if (mine.isEmpty() || peer.isEmpty() || mine.get().cameras() == 0) {
            return;
        }
        double ratio = (double) peer.get().cameras() / mine.get().cameras();
        rows.add(new Row(
                STAGE,
                "live cameras, " + work + ", " + ours,
                (double) mine.get().cameras(),
                (double) peer.get().cameras(),
                "cameras",
                "the careful peer with " + theirs,
                ratio,
                null,
                must,
                STRETCH,
                ratio <= must,
                null,
                "the more the better: the ratio is the peer's number over ours",
                List.of()));
    }

    private static Optional<StreamResult> find(List<StreamResult> streams, String model, String work, String who) {
        return streams.stream()
                .filter(it -> it.model().equals(model)
                        && it.work().equals(work)
                        && it.who().equals(who))
                .findFirst();
    }

    /** All results as a table for a terminal. */
    static String text(List<StreamResult> streams) {
        StringBuilder out = new StringBuilder(2048);
        out.append(String.format(
                Locale.ROOT, "%-20s %-20s %-14s %8s  %s%n", "model", "work", "who", "cameras", "at that number"));
        for (StreamResult result : streams) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-20s %-20s %-14s %8d  %s%n",
                    result.model(),
                    result.work(),
                    result.who(),
                    result.cameras(),
                    at(result).map(StreamRows::delay).orElse("")));
        }
        return out.toString();
    }

    /** The trial that showed the number to be carried. */
    static Optional<Trial> at(StreamResult result) {
        return result.trials().stream()
                .filter(trial -> trial.cameras() == result.cameras() && trial.carried())
                .reduce((first, last) -> last);
    }

    static String delay(Trial trial) {
        return String.format(
                Locale.ROOT,
                "delay %.0f ms (one frame in a hundred: %.0f), %.0f %% busy, others %.0f %%",
                trial.lateMillis(),
                trial.tailMillis(),
                100 * trial.busy(),
                100 * trial.others());
    }

    /** All results as a section of the page. */
    static void page(Page page, List<StreamResult> streams) {
        if (streams.isEmpty()) {
            return;
        }
        page.heading("Live cameras on this machine");
        page.paragraph(
                "720p, 25 frames a second, ten of them analysed, at the pace of a camera: the greatest number at which no frame is "
                        + "dropped and no delay grows. Delay is from the moment a frame comes to its last result. Others are other programs: where they took much, measure again.");
        page.open("table", "")
                .head(List.of("model", "work", "who", "cameras", "delay, ms", "one in 100, ms", "busy", "others"));
        for (StreamResult result : streams) {
            Optional<Trial> at = at(result);
            page.open("tr", "")
                    .element("td", "", result.model())
                    .element("td", "", result.work())
                    .element("td", "text", result.who())
                    .element("td", "", String.valueOf(result.cameras()))
                    .element(
                            "td",
                            "",
                            at.map(it -> Table.number(it.lateMillis())).orElse("-"))
                    .element(
                            "td",
                            "",
                            at.map(it -> Table.number(it.tailMillis())).orElse("-"))
                    .element(
                            "td",
                            "",
                            at.map(it -> Math.round(100 * it.busy()) + " %").orElse("-"))
                    .close("tr");
        }
        page.close("table");
        page.open("details", "").element("summary", "", "How each was set up");
        streams.forEach(it -> page.paragraph(it.who() + ", " + it.model() + ", " + it.work() + ": " + it.setUp()));
        page.close("details");
    }
}
