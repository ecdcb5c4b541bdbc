package dev.vsa.examples.cli.report;

import dev.vsa.event.Alert;
import dev.vsa.event.MarginSample;
import dev.vsa.examples.cli.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The curve of an alert's margin over time, with the threshold and the moment at which the alert was raised. */
final class MarginChart {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 96;
    private static final double LEFT = 30;
    private static final double RIGHT = 8;
    private static final double TOP = 10;
    private static final double BOTTOM = 18;

    private final Alert alert;
    private final long from;
    private final long to;
    private final double most;

    private MarginChart(Alert alert) {
        List<MarginSample> margin = alert.margin();
        this.alert = alert;
        from = Math.min(alert.onsetNanos(), margin.get(0).mediaNanos());
        to = margin.get(margin.size() - 1).mediaNanos();
        most = Math.max(1.25, alert.peakMargin() * 1.08);
    }

    /** The chart, where there are enough samples for a curve. */
    static Optional<MarginChart> of(Alert alert) {
        List<MarginSample> margin = alert.margin();
        return margin.size() < 2
                        || margin.get(margin.size() - 1).mediaNanos()
                                <= margin.get(0).mediaNanos()
                ? Optional.empty()
                : Optional.of(new MarginChart(alert));
    }

    void write(Html html) {
        String peak = Words.figure(alert.peakMargin());
        html.open("figure", "class", "margin");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                "role",
                "img",
                "aria-label",
                "Margin over time; its peak is " + peak + " times the threshold");
        html.shape("path", "class", "area", "d", curve() + areaEnd());
        html.shape("path", "class", "curve", "d", curve());
        horizontal(html, 1, "threshold");
        vertical(html, alert.raisedNanos());
        label(html, LEFT - 4, y(1) + 3, "end", "1");
        if (y(1) - y(alert.peakMargin()) > 9) {
            label(html, LEFT - 4, y(alert.peakMargin()) + 3, "end", peak);
        }
        label(html, LEFT, HEIGHT - 5, "start", Words.clock(from));
        label(html, WIDTH - RIGHT, HEIGHT - 5, "end", Words.clock(to));
        html.close();
        html.open("figcaption")
                .text("Margin: measured over threshold. Peak " + peak + "; dashed: threshold; dotted: raised.")
                .close();
        html.close();
    }

    private String curve() {
        StringBuilder path = new StringBuilder();
        for (MarginSample sample : alert.margin()) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(x(sample.mediaNanos())))
                    .append(' ')
                    .append(number(y(sample.margin())));
        }
        return path.toString();
    }

    private String areaEnd() {
        return "L" + number(x(to)) + " " + number(y(0)) + "L"
                + number(x(alert.margin().get(0).mediaNanos())) + " " + number(y(0)) + "Z";
    }

    private void horizontal(Html html, double margin, String style) {
        html.shape(
                "path",
                "class",
                style,
                "d",
                "M" + number(LEFT) + " " + number(y(margin)) + "H" + number(WIDTH - RIGHT));
    }

    private void vertical(Html html, long nanos) {
        if (nanos >= from && nanos <= to) {
            html.shape(
                    "path",
                    "class",
                    "raised",
                    "d",
                    "M" + number(x(nanos)) + " " + number(TOP) + "V" + number(HEIGHT - BOTTOM));
        }
    }

    private static void label(Html html, double x, double y, String anchor, String text) {
        html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private double x(long nanos) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (nanos - from) / (to - from);
    }

    private double y(double margin) {
        double shown = Math.max(0, Math.min(most, margin));
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * shown / most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
