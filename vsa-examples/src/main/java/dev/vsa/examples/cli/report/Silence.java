package dev.vsa.examples.cli.report;

import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.examples.cli.text.Words;

/** What was not signalled: stretches that could not be judged, and candidates that came near. */
record Silence(Report report) {

    void write(Html html) {
        blind(html);
        misses(html);
    }

    private void blind(Html html) {
        html.open("section").element("h2", "Could not be judged");
        if (report.blind().isEmpty()) {
            html.element("p", "Every rule could judge all the time.", "class", "none")
                    .close();
            return;
        }
        html.open("table", "class", "plain").open("thead").open("tr");
        html.element("th", "rule").element("th", "place").element("th", "from", "class", "figure");
        html.element("th", "to", "class", "figure")
                .element("th", "why")
                .close()
                .close()
                .open("tbody");
        for (Blindness blind : report.blind()) {
            html.open("tr").element("td", blind.rule()).element("td", blind.place());
            html.element("td", Words.clock(blind.fromNanos()), "class", "figure");
            html.element("td", blind.over() ? Words.clock(blind.toNanos()) : "the end", "class", "figure");
            html.element("td", blind.reason()).close();
        }
        html.close().close().close();
    }

    private void misses(Html html) {
        if (report.misses().isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Near misses");
        html.element(
                "p",
                "Candidates that came near a rule without meeting it. A rule whose threshold were lower by the margin's"
                        + " lack would have signalled them.",
                "class",
                "none");
        html.open("table", "class", "plain").open("thead").open("tr");
        html.element("th", "rule").element("th", "place").element("th", "when", "class", "figure");
        html.element("th", "peak margin", "class", "figure").close().close().open("tbody");
        for (NearMiss miss : report.misses()) {
            html.open("tr").element("td", miss.rule()).element("td", miss.place());
            html.element("td", Words.clock(miss.peakNanos()), "class", "figure");
            html.element("td", Words.figure(miss.peakMargin()), "class", "figure")
                    .close();
        }
        html.close().close().close();
    }
}
