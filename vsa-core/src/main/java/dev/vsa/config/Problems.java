package dev.vsa.config;

import dev.vsa.config.Node.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong in one file. Not thread-safe. */
final class Problems {

    /** Nobody reads more, and a file may be made of nothing else. */
    private static final int MOST = 1000;

    private final String file;
    private final List<Problem> list = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String path, String found, String expected) {
        add(place, path, found, expected, Optional.empty());
    }

    void add(Place place, String path, String found, String expected, Optional<String> nearest) {
        if (list.size() < MOST) {
            list.add(new Problem(file, place.line(), place.column(), path, found, expected, nearest));
        }
    }

    boolean any() {
        return !list.isEmpty();
    }

    /** All of them, in the order of the text. */
    List<Problem> inOrder() {
        return list.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
