package dev.vsa.bench.suite;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows as they are shown in a terminal. */
final class Table {

    private Table() {}

    static String of(List<Row> rows) {
        StringBuilder out = new StringBuilder(4096);
        line(out, "", "stage", "ours", "peer", "unit", "ratio", "target", "", "B/op", "compared with");
        for (Row row : rows) {
            add(out, row, row.id());
            row.cases().forEach(it -> add(out, it, ""));
        }
        return out.toString();
    }

    private static void add(StringBuilder out, Row row, String id) {
        String state = switch (row.state()) {
            case "missed" -> "MISSED";
            case "none" -> "-";
            default -> row.state();
        };
        line(
                out,
                id,
                row.stage(),
                number(row.ours()),
                number(row.peer()),
                row.unit(),
                number(row.ratio()),
                number(row.target()),
                state,
                number(row.bytes()),
                row.peerName() + (row.note().isEmpty() ? "" : "  [" + row.note() + "]"));
    }

    private static void line(StringBuilder out, Object... cells) {
        out.append(String.format(Locale.ROOT, "%-4s %-46s %10s %10s %-6s %7s %7s %-11s %8s  %s", cells)
                .stripTrailing());
        out.append(System.lineSeparator());
    }

    static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        double v = value;
        int digits = Math.abs(v) >= 100 ? 0 : Math.abs(v) >= 10 ? 1 : Math.abs(v) >= 0.095 ? 2 : 3;
        return v == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "f", v);
    }
}
