package dev.vsa.examples.cli.report;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.EventType;
import dev.vsa.examples.cli.picture.Palette;
import dev.vsa.examples.cli.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When what was signalled: one lane a rule and place; overlapping alerts lie in rows below one another. */
final class Timeline {

    private static final long SECOND = 1_000_000_000L;
    private static final long[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400};
    private static final int MOST_TICKS = 11;

    private final Report report;
    private final long from;
    private final long length;

    /** A lane's name. */
    private record Lane(String rule, String place) {}

    Timeline(Report report) {
        this.report = report;
        RunFacts.Times times = report.facts().times();
        from = times.from().toNanos();
        length = Math.max(SECOND, times.analysed().toNanos());
    }

    void write(Html html) {
        html.open("section", "class", "timeline").element("h2", "Timeline");
        html.open("div", "class", "lanes");
        ticks(html);
        lanes().forEach((lane, entries) -> lane(html, lane, entries));
        html.close();
        html.open("p", "class", "key")
                .open("i", "class", "onset")
                .close()
                .text(" the condition held ")
                .open("i", "class", "on")
                .close()
                .text(" alert open ");
        if (!report.blind().isEmpty()) {
            html.open("i", "class", "blind").close().text(" could not be judged");
        }
        html.close().close();
    }

    private Map<Lane, List<Entry>> lanes() {
        Map<Lane, List<Entry>> lanes = new LinkedHashMap<>();
        for (RunFacts.RuleFacts rule : report.facts().rules()) {
            boolean spoke =
                    report.entries().stream().anyMatch(e -> e.alert().rule().equals(rule.name()))
                            || report.blind().stream().anyMatch(b -> b.rule().equals(rule.name()));
            if (!spoke) {
                lanes.put(new Lane(rule.name(), ""), new ArrayList<>());
            }
        }
        for (Entry entry : report.entries()) {
            Lane lane = new Lane(entry.alert().rule(), entry.alert().place());
            lanes.computeIfAbsent(lane, l -> new ArrayList<>()).add(entry);
        }
        report.blind().forEach(b -> lanes.computeIfAbsent(new Lane(b.rule(), b.place()), l -> new ArrayList<>()));
        return lanes;
    }

    private void ticks(Html html) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && length / (STEPS[i] * SECOND) <= MOST_TICKS; i--) {
            step = STEPS[i];
        }
        html.open("div", "class", "ticks");
        long first = (from + step * SECOND - 1) / (step * SECOND) * step;
        for (long second = first; second * SECOND <= from + length; second += step) {
            html.open("span", "style", "left:" + at(second * SECOND));
            html.text(tick(second)).close();
        }
        html.close();
    }

    private static String tick(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private void lane(Html html, Lane lane, List<Entry> entries) {
        html.open("div", "class", "lane", "style", "--hue:" + Palette.css(event(lane.rule)));
        html.open("div", "class", "name").element("b", lane.rule);
        html.element("small", lane.place).close();
        html.open("div", "class", "track");
        for (Blindness blind : report.blind()) {
            if (blind.rule().equals(lane.rule) && blind.place().equals(lane.place)) {
                String told = "could not be judged: " + blind.reason();
                html.open("i", "class", "blind", "title", told, "style", span(blind.fromNanos(), blind.toNanos()))
                        .close();
            }
        }
        for (List<Entry> row : rows(entries)) {
            html.open("div", "class", "row");
            row.forEach(entry -> bar(html, entry));
            html.close();
        }
        html.close().close();
    }

    private void bar(Html html, Entry entry) {
        Alert alert = entry.alert();
        String told = Palette.title(alert.type()) + ", raised " + Words.clock(alert.raisedNanos()) + ": "
                + alert.explanation().sentence();
        if (alert.raisedNanos() > alert.onsetNanos()) {
            html.open("i", "class", "onset", "style", span(alert.onsetNanos(), alert.raisedNanos()))
                    .close();
        }
        html.element(
                "a",
                Integer.toString(entry.number()),
                "href",
                "#alert-" + entry.number(),
                "title",
                told,
                "style",
                span(alert.raisedNanos(), alert.nowNanos()));
    }

    /** Spreads alerts over rows, so that none covers another; a bar is at least as wide as its number. */
    private List<List<Entry>> rows(List<Entry> entries) {
        long least = length / 40;
        List<List<Entry>> rows = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (Entry entry : entries) {
            int row = 0;
            while (row < rows.size() && ends.get(row) > entry.alert().onsetNanos()) {
                row++;
            }
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
                ends.add(0L);
            }
            rows.get(row).add(entry);
            ends.set(row, Math.max(entry.alert().nowNanos(), entry.alert().raisedNanos() + least));
        }
        return rows;
    }

    private EventType event(String rule) {
        return report.facts().rules().stream()
                .filter(r -> r.name().equals(rule))
                .map(RunFacts.RuleFacts::event)
                .findFirst()
                .orElseGet(() -> new EventType("unknown", "", ""));
    }

    private String at(long nanos) {
        double share = Math.max(0, Math.min(1, (nanos - from) / (double) length));
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private String span(long fromNanos, long toNanos) {
        double left = Math.max(0, Math.min(1, (fromNanos - from) / (double) length));
        double right = Math.max(left, Math.min(1, (toNanos - from) / (double) length));
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", 100 * left, 100 * (right - left));
    }
}
