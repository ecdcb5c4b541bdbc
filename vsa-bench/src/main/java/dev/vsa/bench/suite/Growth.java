package dev.vsa.bench.suite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How time grows with the work.
 *
 * @param title what is measured
 * @param across what grows
 * @param points benchmarks by the amount of work
 */
record Growth(String title, String across, Map<Integer, Measured> points) {

    Growth {
        points = new TreeMap<>(points);
    }

    /** One benchmark over values of one of its parameters. */
    static Growth of(String title, Class<?> type, String method, String parameter, int... values) {
        Map<Integer, Measured> points = new TreeMap<>();
        IntStream.of(values)
                .forEach(value -> points.put(value, Measured.of(type, method, parameter, String.valueOf(value))));
        return new Growth(title, parameter, points);
    }

    List<Measured> measured() {
        return List.copyOf(points.values());
    }
}
