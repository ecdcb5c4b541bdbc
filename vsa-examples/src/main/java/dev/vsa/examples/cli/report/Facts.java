package dev.vsa.examples.cli.report;

import dev.vsa.examples.cli.text.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The run in figures: frames, speed, where the time went, what it was done with. */
record Facts(RunFacts run) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    void write(Html html) {
        html.open("section", "class", "facts").element("h2", "The run");
        html.open("div", "class", "columns");
        html.open("div");
        stages(html);
        html.close().open("dl");
        fact(html, "camera", run.cameraId());
        fact(html, "picture", run.picture());
        fact(html, "frames", frames());
        fact(html, "object model", run.versions().model());
        fact(html, "vsa", run.versions().library());
        fact(html, "configuration", run.versions().configuration());
        fact(html, "on", run.versions().platform());
        fact(html, "written", MOMENT.format(run.writtenAt()));
        html.close().close();
        rules(html);
        html.close();
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.open("div").element("dt", name).element("dd", value).close();
        }
    }

    private String frames() {
        RunFacts.Counts counts = run.counts();
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d read, %,d analysed", counts.read(), counts.analysed()));
        append(text, counts.skipped(), "left out by the analysis rate");
        append(text, counts.dropped(), "dropped");
        append(text, counts.corrupt(), "corrupt");
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(String.format(Locale.ROOT, ", %,d %s", number, what));
        }
    }

    private void stages(Html html) {
        double all = Math.max(1, run.analysisTime().toNanos());
        html.open("table", "class", "plain stages").open("thead").open("tr");
        html.element("th", "stage").element("th", "a frame", "class", "figure");
        html.element("th", "share", "class", "figure")
                .element("th", "")
                .close()
                .close()
                .open("tbody");
        for (RunFacts.StageTime stage : run.stages()) {
            double share = stage.time().toNanos() / all;
            html.open("tr", "title", stage.meaning()).element("th", stage.name());
            html.element("td", perFrame(stage.time()), "class", "figure");
            html.element("td", stage.beside() ? "beside" : Words.percent(share), "class", "figure");
            html.open("td", "class", "gauge");
            if (!stage.beside()) {
                html.open("span", "class", "bar")
                        .open("i", "style", String.format(Locale.ROOT, "width:%.1f%%", 100 * share))
                        .close()
                        .close();
            }
            html.close().close();
        }
        html.close().close();
    }

    private String perFrame(Duration time) {
        double frames = Math.max(1, run.counts().analysed());
        return String.format(Locale.ROOT, "%.2f ms", time.toNanos() / frames / 1e6);
    }

    private void rules(Html html) {
        html.open("table", "class", "plain rules").open("thead").open("tr");
        html.element("th", "rule")
                .element("th", "event")
                .element("th", "parameters")
                .close()
                .close()
                .open("tbody");
        for (RunFacts.RuleFacts rule : run.rules()) {
            html.open("tr")
                    .element("th", rule.name())
                    .element("td", rule.event().id());
            html.open("td").element("code", rule.parameters());
            if (rule.faults() > 0) {
                html.text(" Its detector failed " + Words.count(rule.faults(), "time") + " and was started anew.");
            }
            html.close().close();
        }
        html.close().close();
    }
}
