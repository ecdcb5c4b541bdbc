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
 * @param parts so many parts has each unit of work, and the time is shown for one of them; 0 where it is shown whole
 */
record Growth(String title, String across, Map<Integer, Measured> points, int parts) {

    Growth {
        points = new TreeMap<>(points);
    }

    /** One benchmark over values of one of its parameters. */
    static Growth of(String title, Class<?> type, String method, String parameter, int... values) {
        Map<Integer, Measured> points = new TreeMap<>();
        IntStream.of(values)
                .forEach(value -> points.put(value, Measured.of(type, method, parameter, String.valueOf(value))));
        return new Growth(title, parameter, points, 0);
    }

    /** What is shown of a time at an amount of work. */
    double shown(int work, double time) {
        return parts == 0 ? time : time / work / parts;
    }

    List<Measured> measured() {
        return List.copyOf(points.values());
    }
}
