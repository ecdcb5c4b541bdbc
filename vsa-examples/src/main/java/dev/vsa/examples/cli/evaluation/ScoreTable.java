package dev.vsa.examples.cli.evaluation;

import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scores as rows of text, for the terminal and for the page. */
public final class ScoreTable {

    static final List<String> COLUMNS = List.of(
            "event",
            "labels",
            "true",
            "false",
            "missed",
            "repeats",
            "precision",
            "recall",
            "F1",
            "Fα",
            "NDCR",
            "delay median",
            "delay 95 %",
            "false an hour");

    private ScoreTable() {}

    /** One row; "–" where nothing can be said. */
    static List<String> row(String event, Score score) {
        List<String> cells = new ArrayList<>();
        cells.add(event);
        cells.add(Integer.toString(score.labels()));
        cells.add(Integer.toString(score.found()));
        cells.add(Integer.toString(score.falseAlerts()));
        cells.add(Integer.toString(score.missed()));
        cells.add(Integer.toString(score.repeats()));
        cells.add(figure(score.precision(), ""));
        cells.add(figure(score.recall(), ""));
        cells.add(figure(score.f1(), ""));
        cells.add(figure(score.fAlpha(), ""));
        cells.add(figure(score.ndcr(), ""));
        cells.add(figure(score.delayS(0.5), " s"));
        cells.add(figure(score.delayS(0.95), " s"));
        cells.add(String.format(
                Locale.ROOT,
                "%.1f (%.1f–%.1f)",
                score.falsePerHour(),
                score.falsePerHourInterval().low(),
                score.falsePerHourInterval().high()));
        return cells;
    }

    private static String figure(double value, String unit) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f%s", value, unit) : "–";
    }

    /**
     * The table for a terminal.
     *
     * @param evaluation the scores
     */
    public static String text(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        evaluation.events().forEach((event, score) -> rows.add(row(event, score)));
        int[] widths = new int[COLUMNS.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String pad = " ".repeat(widths[c] - row.get(c).length());
                line.append(c == 0 ? row.get(c) + pad : pad + row.get(c)).append("  ");
            }
            out.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return out.toString();
    }
}
