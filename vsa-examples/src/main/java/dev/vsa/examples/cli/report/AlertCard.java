package dev.vsa.examples.cli.report;

import dev.vsa.event.Alert;
import dev.vsa.event.EndCause;
import dev.vsa.event.Measure;
import dev.vsa.event.Subject;
import dev.vsa.examples.cli.picture.Jpeg;
import dev.vsa.examples.cli.picture.Palette;
import dev.vsa.examples.cli.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One alert: what was seen, why it was raised, in words and in figures. */
record AlertCard(Entry entry, RunFacts.Versions versions) {

    private static final int MOST_WIDTH = 1280;
    private static final String DATA = "data:image/jpeg;base64,";

    void write(Html html) {
        Alert alert = entry.alert();
        html.open(
                "article",
                "id",
                "alert-" + entry.number(),
                "class",
                "alert",
                "style",
                "--hue:" + Palette.css(alert.type()));
        html.open("div", "class", "seen");
        entry.snapshot().ifPresent(snapshot -> {
            html.open("div", "class", "pictures");
            pictures(html, snapshot);
            html.close();
        });
        html.close();
        html.open("div", "class", "said");
        html.open("h3");
        html.element("span", Integer.toString(entry.number()), "class", "number");
        html.text(Palette.title(alert.type()) + " ");
        html.element("small", alert.place());
        html.element("time", Words.clock(alert.raisedNanos()));
        html.close();
        html.element("p", alert.explanation().sentence(), "class", "sentence");
        for (String caveat : alert.caveats()) {
            html.element("p", "Judged while " + caveat + ".", "class", "life");
        }
        measures(html, alert);
        MarginChart.of(alert).ifPresent(chart -> chart.write(html));
        html.element("p", life(alert), "class", "life");
        html.close().close();
    }

    private void pictures(Html html, Entry.Snapshot snapshot) {
        Optional<String> whole = inline(snapshot);
        String what = Palette.title(entry.alert().type()) + ", "
                + Words.clock(entry.alert().raisedNanos());
        whole.ifPresent(data -> html.open("figure", "class", "whole")
                .empty(
                        "img",
                        "src",
                        data,
                        "width",
                        Integer.toString(snapshot.width()),
                        "height",
                        Integer.toString(snapshot.height()),
                        "loading",
                        "lazy",
                        "alt",
                        what + ": the whole picture, with whom it is about boxed")
                .close());
        if (!snapshot.closeUp().isEmpty()) {
            html.open("figure", "class", snapshot.onTheRight() ? "close left" : "close right")
                    .empty("img", "src", DATA + snapshot.closeUp(), "loading", "lazy", "alt", what + ": close up")
                    .close();
        }
    }

    /** A snapshot that was deleted meanwhile is left out; the words stay. */
    private static Optional<String> inline(Entry.Snapshot snapshot) {
        try {
            byte[] jpeg = Jpeg.narrowed(Files.readAllBytes(snapshot.file()), MOST_WIDTH);
            return Optional.of(DATA + Base64.getEncoder().encodeToString(jpeg));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void measures(Html html, Alert alert) {
        if (alert.explanation().measures().isEmpty()) {
            return;
        }
        html.open("table", "class", "measures").open("thead").open("tr");
        html.element("th", "measured").element("th", "value", "class", "figure");
        html.element("th", "threshold", "class", "figure").element("th", "");
        html.close().close().open("tbody");
        for (Measure measure : alert.explanation().measures()) {
            boolean judged = Double.isFinite(measure.threshold());
            html.open("tr").element("th", measure.name());
            html.element("td", withUnit(measure.value(), measure.unit()), "class", "figure");
            html.element("td", judged ? withUnit(measure.threshold(), measure.unit()) : "", "class", "figure");
            html.open("td", "class", "gauge");
            if (judged) {
                gauge(html, measure);
            }
            html.close().close();
        }
        html.close().close();
    }

    /** A bar from zero, with a mark where the threshold lies. */
    private static void gauge(Html html, Measure measure) {
        double most = Math.max(Math.abs(measure.value()), Math.abs(measure.threshold())) * 1.1;
        if (most > 0 && Double.isFinite(most)) {
            html.open("span", "class", "bar");
            html.open("i", "style", "width:" + percent(Math.abs(measure.value()) / most))
                    .close();
            html.open("b", "style", "left:" + percent(Math.abs(measure.threshold()) / most))
                    .close();
            html.close();
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String withUnit(double value, String unit) {
        return unit.isEmpty() ? Words.figure(value) : Words.figure(value) + " " + unit;
    }

    private String life(Alert alert) {
        StringBuilder life = new StringBuilder("Began ").append(Words.clock(alert.onsetNanos()));
        life.append(", raised ")
                .append(Words.length(alert.raisedNanos() - alert.onsetNanos()))
                .append(" later, ");
        life.append(alert.endCause()
                .map(cause -> "ended " + Words.clock(alert.nowNanos()) + " (" + cause(cause) + ")")
                .orElse("still open"));
        life.append(". ").append(subjects(alert));
        life.append(" Rule ").append(alert.rule());
        life.append(", detector ").append(alert.provenance().detector());
        life.append(' ').append(alert.provenance().detectorVersion());
        if (!alert.provenance().model().isEmpty() && !alert.provenance().model().equals(versions.model())) {
            life.append(", model ").append(alert.provenance().model());
        }
        return life.append(". ").append(alert.id()).toString();
    }

    private static String cause(EndCause cause) {
        return switch (cause) {
            case RULE -> "the condition no longer held";
            case LOSS -> "nothing more was seen of it";
            case BLINDNESS -> "it could no longer be judged";
            case STOPPED -> "the run ended";
        };
    }

    private static String subjects(Alert alert) {
        return alert.subjects().stream().map(AlertCard::subject).collect(Collectors.joining(", ", "About ", "."));
    }

    private static String subject(Subject subject) {
        String role = subject.role().name().toLowerCase(Locale.ROOT);
        return subject.trackId() == Subject.NO_TRACK ? role : role + " " + subject.trackId();
    }
}
