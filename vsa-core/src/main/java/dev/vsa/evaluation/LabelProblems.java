package dev.vsa.evaluation;

import dev.vsa.config.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong in a label, and what is doubtful. Not thread-safe. */
final class LabelProblems {

    /** Nobody reads more, and a file may be made of nothing else. */
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> faults = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();

    LabelProblems(String file) {
        this.file = file;
    }

    void fault(Json.Place place, String path, String found, String expected) {
        fault(place, path, found, expected, Optional.empty());
    }

    void fault(Json.Place place, String path, String found, String expected, Optional<String> nearest) {
        add(faults, new Problem(file, place.line(), place.column(), path, found, expected, nearest));
    }

    void doubt(Json.Place place, String path, String found, String expected, Optional<String> nearest) {
        add(doubts, new Problem(file, place.line(), place.column(), path, found, expected, nearest));
    }

    private static void add(List<Problem> list, Problem problem) {
        if (list.size() < MOST) {
            list.add(problem);
        }
    }

    boolean anyFault() {
        return !faults.isEmpty();
    }

    List<Problem> doubts() {
        return inOrder(doubts);
    }

    /** Tells the doubts as well: whoever mends the label wants to see them at the same time. */
    InvalidLabelException exception() {
        List<Problem> all = new ArrayList<>(faults);
        all.addAll(doubts);
        return new InvalidLabelException(inOrder(all));
    }

    private static List<Problem> inOrder(List<Problem> list) {
        return list.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
