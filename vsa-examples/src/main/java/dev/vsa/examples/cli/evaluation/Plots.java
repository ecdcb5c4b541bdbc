package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.Score;
import dev.vsa.examples.cli.report.Html;
import java.util.List;
import java.util.Locale;

/** The plots of the report, as SVG within the page. */
final class Plots {

    private static final int W = 320;
    private static final int H = 200;
    private static final int LEFT = 40;
    private static final int BOTTOM = 30;
    private static final int TOP = 12;
    private static final int RIGHT = 12;
    private static final double[] DELAY_EDGES = {0, 0.5, 1, 2, 3, 5, 10};

    private final Html html;

    Plots(Html html) {
        this.html = html;
    }

    private static double x(double share) {
        return LEFT + share * (W - LEFT - RIGHT);
    }

    private static double y(double share) {
        return H - BOTTOM - share * (H - BOTTOM - TOP);
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void begin(String title, String across, String up) {
        html.open("figure").element("figcaption", title);
        html.open("svg", "viewBox", "0 0 " + W + " " + H, "role", "img", "aria-label", title);
        html.shape("path", "class", "axis", "d", "M" + LEFT + " " + TOP + "V" + (H - BOTTOM) + "H" + (W - RIGHT));
        html.element("text", across, "x", n(x(0.5)), "y", n(H - 4), "text-anchor", "middle");
        html.element(
                "text",
                up,
                "x",
                "10",
                "y",
                n(y(0.5)),
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 10 " + n(y(0.5)) + ")");
    }

    private void end() {
        html.close().close();
    }

    private void tick(double share, String text, boolean across) {
        if (across) {
            html.element("text", text, "x", n(x(share)), "y", n(H - BOTTOM + 13), "text-anchor", "middle");
        } else {
            html.element("text", text, "x", n(LEFT - 5), "y", n(y(share) + 4), "text-anchor", "end");
        }
    }

    /** Precision against recall as the margin that an alert has to reach is varied. */
    void tradeOff(List<TradeOff.Point> curve) {
        begin("Precision and recall over the margin", "recall", "precision");
        for (double t : new double[] {0, 0.5, 1}) {
            tick(t, t == 0.5 ? "0.5" : n(t).substring(0, 1), true);
            tick(t, t == 0.5 ? "0.5" : n(t).substring(0, 1), false);
        }
        StringBuilder path = new StringBuilder();
        for (TradeOff.Point point : curve) {
            if (!Double.isNaN(point.score().precision())
                    && !Double.isNaN(point.score().recall())) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(n(x(point.score().recall())))
                        .append(' ')
                        .append(n(y(point.score().precision())));
            }
        }
        if (!path.isEmpty()) {
            html.shape("path", "class", "curve", "d", path.toString());
        }
        for (TradeOff.Point point : curve) {
            Score score = point.score();
            if (!Double.isNaN(score.precision()) && !Double.isNaN(score.recall())) {
                html.open(
                        "circle",
                        "class",
                        point.margin() == 1 ? "here" : "point",
                        "cx",
                        n(x(score.recall())),
                        "cy",
                        n(y(score.precision())),
                        "r",
                        point.margin() == 1 ? "5" : "2.5");
                html.element(
                        "title",
                        String.format(
                                Locale.ROOT,
                                "margin %.2f: precision %.2f, recall %.2f",
                                point.margin(),
                                score.precision(),
                                score.recall()));
                html.close();
            }
        }
        end();
    }

    /** How many alerts came how late. */
    void delays(List<Double> delays) {
        begin("Delay from due to raised", "seconds", "alerts");
        int[] counts = new int[DELAY_EDGES.length + 1];
        for (double delay : delays) {
            int bin = 0;
            while (bin < DELAY_EDGES.length && delay >= DELAY_EDGES[bin]) {
                bin++;
            }
            counts[bin]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double width = 1.0 / counts.length;
        for (int i = 0; i < counts.length; i++) {
            double share = (double) counts[i] / most;
            html.shape(
                    "rect",
                    "class",
                    "column",
                    "x",
                    n(x(i * width) + 1),
                    "y",
                    n(y(share)),
                    "width",
                    n(x(width) - x(0) - 2),
                    "height",
                    n(y(0) - y(share)));
            if (counts[i] > 0) {
                html.element(
                        "text",
                        Integer.toString(counts[i]),
                        "x",
                        n(x((i + 0.5) * width)),
                        "y",
                        n(y(share) - 3),
                        "text-anchor",
                        "middle");
            }
        }
        for (int i = 0; i < DELAY_EDGES.length; i++) {
            String edge = DELAY_EDGES[i] == Math.rint(DELAY_EDGES[i])
                    ? Integer.toString((int) DELAY_EDGES[i])
                    : n(DELAY_EDGES[i]);
            tick((i + 1) * width, edge, true);
        }
        end();
    }

    /** False alerts as the footage goes by, clip after clip. */
    void overTime(List<Double> hoursOfFalse, double hours) {
        begin("False alerts over the footage", "minutes of video", "false alerts so far");
        int total = Math.max(1, hoursOfFalse.size());
        StringBuilder path = new StringBuilder("M" + n(x(0)) + " " + n(y(0)));
        int sum = 0;
        for (double at : hoursOfFalse) {
            path.append("H").append(n(x(at / hours)));
            sum++;
            path.append("V").append(n(y((double) sum / total)));
        }
        path.append("H").append(n(x(1)));
        html.shape("path", "class", "curve", "d", path.toString());
        tick(0, "0", true);
        tick(1, n(hours * 60), true);
        tick(0, "0", false);
        tick(1, Integer.toString(total), false);
        end();
    }
}
