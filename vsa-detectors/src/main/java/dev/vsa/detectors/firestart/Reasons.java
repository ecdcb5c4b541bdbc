package dev.vsa.detectors.firestart;

import dev.vsa.event.Explanation;
import dev.vsa.event.Measure;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Role;
import dev.vsa.scene.Table;
import java.util.ArrayList;
import java.util.List;

/** Says why something is taken for a fire. */
final class Reasons {

    private Reasons() {}

    static Subject subject(Table table, int row) {
        Box box = new Box(
                table.at(row, FlameCandidates.LEFT),
                table.at(row, FlameCandidates.TOP),
                table.at(row, FlameCandidates.RIGHT),
                table.at(row, FlameCandidates.BOTTOM));
        return new Subject(Subject.NO_TRACK, Role.FIRE, box);
    }

    static Explanation explain(
            Table table, int row, double pixels, double proof, FireStartParameters parameters, boolean confirmed) {
        if (Likeness.isBlaze(table, row)) {
            return blaze(table, row, proof, parameters);
        }
        boolean grey = table.at(row, FlameCandidates.GREY) > 0;
        double need = parameters.proof().toNanos() / 1e9;
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("burning", proof, grey ? 1.5 * need : need, "s"));
        add(measures, table, row, "flicker", FlameCandidates.RATE, Likeness.leastRate(table, row), "Hz");
        addBetween(measures, table, row, "swing", FlameCandidates.SWING, Likeness.SWING, Likeness.SWING_SURE);
        addBetween(
                measures,
                table,
                row,
                "share that flickers",
                FlameCandidates.FLICKER,
                Likeness.FLICKER,
                Likeness.FLICKER_SURE);
        addBetween(measures, table, row, "lit", FlameCandidates.LIT, Likeness.LIT, Likeness.LIT_SURE);
        add(measures, table, row, "brightness", FlameCandidates.BRIGHTNESS, Likeness.BRIGHTNESS, "");
        addBetween(
                measures,
                table,
                row,
                "outline change",
                FlameCandidates.OUTLINE,
                Likeness.OUTLINE,
                Likeness.OUTLINE_SURE);
        add(measures, table, row, "unison, at most", FlameCandidates.UNISON, Likeness.UNISON, "");
        add(measures, table, row, "periodicity, at most", FlameCandidates.PERIODICITY, Likeness.PERIODICITY, "");
        add(measures, table, row, "drift, at most", FlameCandidates.DRIFT, Likeness.DRIFT, "sizes/s");
        add(measures, table, row, "growth", FlameCandidates.GROWTH, Double.NaN, "");
        add(measures, table, row, "colour", FlameCandidates.COLOUR, Double.NaN, "");
        if (table.at(row, FlameCandidates.STROKES) >= 0) {
            add(measures, table, row, "strokes, at most", FlameCandidates.STROKES, Likeness.STROKES, "");
        }
        if (table.at(row, FlameCandidates.FLAME) >= 0) {
            add(
                    measures,
                    table,
                    row,
                    "classifier's probability",
                    FlameCandidates.FLAME,
                    Likeness.leastFlame(pixels),
                    "");
        }
        return new Explanation(sentence(grey, confirmed), measures);
    }

    private static String sentence(boolean grey, boolean confirmed) {
        if (grey) {
            return "Something bright flickers like a flame and stays in its place; the picture has no colour to confirm it.";
        }
        return "Something of a flame's colour flickers like a flame and stays in its place"
                + (confirmed ? "; the object model sees fire there as well." : ".");
    }

    private static Explanation blaze(Table table, int row, double proof, FireStartParameters parameters) {
        List<Measure> measures = new ArrayList<>();
        boolean grey = table.at(row, FlameCandidates.GREY) > 0;
        double need = parameters.proof().toNanos() / 1e9;
        measures.add(new Measure("burning", proof, grey ? 1.5 * need : need, "s"));
        add(measures, table, row, "flicker of its area", FlameCandidates.RATE, Likeness.SURGES / 2, "Hz");
        add(measures, table, row, "white all the time", FlameCandidates.LIT, Likeness.HELD, "");
        if (!grey) {
            add(measures, table, row, "glow of a flame's colour", FlameCandidates.COLOUR, Likeness.GLOW, "");
        }
        add(measures, table, row, "periodicity, at most", FlameCandidates.PERIODICITY, Likeness.PERIODICITY, "");
        return new Explanation(
                grey
                        ? "Light burst out, stays in its place and does not rest; the picture has no colour to confirm it."
                        : "Light burst out, colours what is around like flames do, and does not rest.",
                measures);
    }

    private static void addBetween(
            List<Measure> to, Table table, int row, String name, int column, double unsure, double sure) {
        add(to, table, row, name, column, Likeness.between(table, row, unsure, sure), "");
    }

    private static void add(
            List<Measure> to, Table table, int row, String name, int column, double threshold, String unit) {
        to.add(new Measure(name, table.at(row, column), threshold, unit));
    }
}
