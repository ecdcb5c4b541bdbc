package dev.vsa.examples.cli;

import dev.vsa.model.ModelStore;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Columns of text, as wide as they have to be. */
final class Listing {

    private final List<List<String>> rows = new ArrayList<>();

    Listing(String... heads) {
        rows.add(List.of(heads));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).append(" ".repeat(widths[c] - row.get(c).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** A size in bytes for people. */
    static String size(long bytes) {
        return bytes == 0 ? "?" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** Names for a message. */
    static String names(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }

    /** Tells on a terminal how much of a file has come. */
    static ModelStore.Progress progress(PrintWriter out) {
        return Terminal.present()
                ? (source, bytes, total) -> arrived(out, source, bytes, total)
                : ModelStore.Progress.NONE;
    }

    private static void arrived(PrintWriter out, URI source, long bytes, long total) {
        out.print("\r\u001b[K" + size(bytes) + (total > 0 ? " of " + size(total) : "") + " from " + source.getHost());
        out.print(total > 0 && bytes >= total ? "\r\u001b[K" : "");
        out.flush();
    }
}
