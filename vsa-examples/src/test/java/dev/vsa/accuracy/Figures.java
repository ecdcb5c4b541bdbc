package dev.vsa.accuracy;

import dev.vsa.evaluation.ClipScore;
import dev.vsa.evaluation.Evaluation;
import dev.vsa.evaluation.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was reached on some clips: labels found, false alerts, misses and repeats, by set, event and clip. It is kept as a table
 * that a person can read and a diff can show.
 */
final class Figures {

    private static final String HEAD = """
            # What the detectors reach: occurrences found (true), false alerts, missed occurrences and repeats.
            # 'shared' are real clips that only developers have, 'sample' is the recording that ships, 'simulated' are simulated
            # scenes and say nothing of the field. Written by the command that CONTRIBUTING.md names; not to be edited.
            """;

    private final TreeMap<Row, Counts> counts;

    private Figures(Map<Row, Counts> counts) {
        this.counts = new TreeMap<>(counts);
    }

    /** Of what something is counted. */
    record Row(String set, String event, String clip) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return set + " | " + event + " | " + clip;
        }
    }

    /** What is counted. */
    record Counts(int found, int falseAlerts, int missed, int repeats) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        int errors() {
            return falseAlerts + missed;
        }

        Counts plus(Counts other) {
            return new Counts(
                    found + other.found,
                    falseAlerts + other.falseAlerts,
                    missed + other.missed,
                    repeats + other.repeats);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "true %2d  false %2d  missed %2d  repeats %2d", found, falseAlerts, missed, repeats);
        }
    }

    static Figures none() {
        return new Figures(Map.of());
    }

    /** The figures of an evaluation. */
    static Figures of(String set, Evaluation evaluation) {
        Map<Row, Counts> counts = new TreeMap<>();
        for (ClipScore clip : evaluation.clips()) {
            clip.events().forEach((event, score) -> counts.put(new Row(set, event, clip.name()), counts(score)));
        }
        return new Figures(counts);
    }

    private static Counts counts(Score score) {
        return new Counts(score.found(), score.falseAlerts(), score.missed(), score.repeats());
    }

    /** Reads a file; no figures if there is none. */
    static Figures read(Path file) throws IOException {
        Map<Row, Counts> counts = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\\|");
                    String[] words = cells[3].strip().split("\\s+");
                    counts.put(
                            new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()),
                            new Counts(number(words[1]), number(words[3]), number(words[5]), number(words[7])));
                }
            }
        }
        return new Figures(counts);
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    /** The same with the figures of a set replaced by others. */
    Figures with(String set, Figures fresh) {
        TreeMap<Row, Counts> all = new TreeMap<>(counts);
        all.keySet().removeIf(row -> row.set().equals(set));
        all.putAll(fresh.counts);
        return new Figures(all);
    }

    /** Those of one set. */
    Figures only(String set) {
        TreeMap<Row, Counts> some = new TreeMap<>(counts);
        some.keySet().removeIf(row -> !row.set().equals(set));
        return new Figures(some);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        int event = width(Row::event);
        int clip = width(Row::clip);
        String group = "";
        for (Map.Entry<Row, Counts> entry : counts.entrySet()) {
            Row row = entry.getKey();
            String now = row.set() + row.event();
            if (!now.equals(group)) {
                group = now;
                text.append("\n# ")
                        .append(row.set())
                        .append(", ")
                        .append(row.event())
                        .append(": ")
                        .append(total(row))
                        .append('\n');
            }
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s | %-" + event + "s | %-" + clip + "s | %s%n",
                    row.set(),
                    row.event(),
                    row.clip(),
                    entry.getValue()));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text.toString().replace(System.lineSeparator(), "\n"));
    }

    private int width(java.util.function.Function<Row, String> cell) {
        return counts.keySet().stream().map(cell).mapToInt(String::length).max().orElse(1);
    }

    /** The sum over the clips of a row's set and event. */
    private Counts total(Row row) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().set().equals(row.set())
                        && entry.getKey().event().equals(row.event()))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    /**
     * What became worse, by event: where there are more errors (misses and false alerts) or more repeats than before by more than
     * one in twenty of what was counted before. The same code gives the same figures on the same machine; another machine's
     * arithmetic may turn a case that stands on the edge, which is what the twentieth is for: of an event with fewer than twenty
     * labels and alerts, every single one counts.
     *
     * @param fresh the figures of today
     * @return a line for each event that is worse, with its clips, before and after; empty if none is
     */
    List<String> lostIn(Figures fresh) {
        List<String> lost = new ArrayList<>();
        TreeMap<String, Row> events = new TreeMap<>();
        counts.keySet().forEach(row -> events.putIfAbsent(row.set() + " | " + row.event(), row));
        events.forEach((name, row) -> {
            Counts before = total(row);
            Counts now = fresh.common(this).total(row);
            int allowed = (before.found() + before.missed() + before.falseAlerts()) / 20;
            boolean gone = fresh.counts.keySet().stream()
                    .noneMatch(it -> it.set().equals(row.set()) && it.event().equals(row.event()));
            if (gone) {
                lost.add(name + ": nothing judges it any more; before: " + before);
            } else if (now.errors() > before.errors() + allowed || now.repeats() > before.repeats() + allowed) {
                lost.add(name + ": before: " + before + "; now: " + now + clips(row, fresh));
            }
        });
        return lost;
    }

    /** The figures of clips that others know too: a new clip is no loss. */
    private Figures common(Figures known) {
        TreeMap<Row, Counts> both = new TreeMap<>(counts);
        both.keySet().retainAll(known.counts.keySet());
        return new Figures(both);
    }

    private String clips(Row event, Figures fresh) {
        StringBuilder text = new StringBuilder();
        counts.forEach((row, before) -> {
            Counts now = fresh.counts.getOrDefault(row, Counts.NONE);
            if (row.set().equals(event.set()) && row.event().equals(event.event()) && !now.equals(before)) {
                text.append(String.format(
                        Locale.ROOT, "%n    %s%n      before: %s%n      now:    %s", row.clip(), before, now));
            }
        });
        return text.toString();
    }

    /** What is different, a line each, better or worse: for people. */
    List<String> changesIn(Figures fresh) {
        List<String> changes = new ArrayList<>();
        TreeMap<Row, Counts> all = new TreeMap<>(counts);
        all.putAll(fresh.counts);
        all.keySet().forEach(row -> {
            Counts before = counts.get(row);
            Counts now = fresh.counts.get(row);
            if (before == null || !before.equals(now)) {
                changes.add(row + ": " + (before == null ? "new" : before) + " -> " + (now == null ? "gone" : now));
            }
        });
        return changes;
    }
}
