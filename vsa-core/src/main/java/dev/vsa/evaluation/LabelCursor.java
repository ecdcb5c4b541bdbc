package dev.vsa.evaluation;

import dev.vsa.naming.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A value that is being read, and where it stands. What is asked for and is not there, or is something else, is reported; a
 * stand-in takes its place so that reading goes on and finds the rest.
 *
 * @param value the value
 * @param path its place in the structure; "" for the root
 * @param problems where to report
 */
record LabelCursor(Json value, String path, LabelProblems problems) {

    /** Reports that this is not what it should be. */
    void fault(String expected) {
        fault(value.found(), expected);
    }

    void fault(String found, String expected) {
        problems.fault(value.place(), path, found, expected);
    }

    void doubt(String found, String expected) {
        problems.doubt(value.place(), path, found, expected, Optional.empty());
    }

    boolean has(String key) {
        return value instanceof Json.Table table && table.fields().containsKey(key);
    }

    Optional<LabelCursor> get(String key) {
        if (!(value instanceof Json.Table table)) {
            return Optional.empty();
        }
        return Optional.ofNullable(table.fields().get(key))
                .map(field -> new LabelCursor(field, path.isEmpty() ? key : path + "." + key, problems));
    }

    private Optional<LabelCursor> mandatory(String key, String expected) {
        Optional<LabelCursor> field = get(key);
        if (field.isEmpty() && value instanceof Json.Table) {
            fault("no key '" + key + "'", expected);
        }
        return field;
    }

    /** Whether this is a mapping; reports it if not. */
    boolean isTable(String expected) {
        boolean table = value instanceof Json.Table;
        if (!table) {
            fault(expected);
        }
        return table;
    }

    /** A text that must be there; "" if it is not. */
    String text(String key, String expected) {
        return mandatory(key, expected).map(at -> at.text(expected)).orElse("");
    }

    String text(String expected) {
        if (value instanceof Json.Text text && !text.text().isBlank()) {
            return text.text();
        }
        fault(expected);
        return "";
    }

    /** A name that must be there and be one of some. */
    String name(String key, String expected, Collection<String> valid) {
        return mandatory(key, expected).map(at -> at.name(expected, valid)).orElse("");
    }

    String name(String expected, Collection<String> valid) {
        String name = text(expected);
        if (!name.isEmpty() && !valid.contains(name)) {
            problems.fault(value.place(), path, value.found(), expected, Nearest.to(name, valid));
        }
        return name;
    }

    /** A number that must be there; NaN if it is not, or not allowed. */
    double number(String key, double least, double greatest, String expected) {
        return mandatory(key, expected)
                .map(at -> at.number(least, greatest, expected))
                .orElse(Double.NaN);
    }

    double number(double least, double greatest, String expected) {
        if (value instanceof Json.Figure figure && figure.value() >= least && figure.value() <= greatest) {
            return figure.value();
        }
        fault(expected);
        return Double.NaN;
    }

    /** The items of a list that must be there; none if it is not. */
    List<LabelCursor> items(String key, String expected) {
        return mandatory(key, expected).map(at -> at.items(expected)).orElse(List.of());
    }

    List<LabelCursor> items(String expected) {
        if (value instanceof Json.Items list) {
            return IntStream.range(0, list.items().size())
                    .mapToObj(i -> new LabelCursor(list.items().get(i), path + "[" + i + "]", problems))
                    .toList();
        }
        fault(expected);
        return List.of();
    }

    /** Doubts keys that are not known and look as if a known one was meant. */
    void doubtKeys(Set<String> known) {
        if (value instanceof Json.Table table) {
            List<String> absent = known.stream()
                    .filter(key -> !table.fields().containsKey(key))
                    .sorted()
                    .toList();
            table.fields().forEach((key, field) -> {
                Optional<String> nearest = known.contains(key) ? Optional.empty() : Nearest.to(key, absent);
                if (nearest.isPresent()) {
                    problems.doubt(field.place(), path, "the key '" + key + "'", "a known one", nearest);
                }
            });
        }
    }
}
