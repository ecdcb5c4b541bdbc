package dev.vsa.bench.suite;

import dev.vsa.bench.PastPerceptionBenchmark;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One benchmark at one setting of its parameters.
 *
 * @param type the class that holds it
 * @param method its method
 * @param parameters values of the class's parameters, by name
 */
record Measured(Class<?> type, String method, Map<String, String> parameters) {

    Measured {
        parameters = Map.copyOf(parameters);
    }

    static Measured of(Class<?> type, String method, String... namesAndValues) {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Measured(type, method, parameters);
    }

    /** Whether it runs so much code that compiling it takes seconds: the rules of all eight events. */
    boolean slowToCompile() {
        return type == PastPerceptionBenchmark.class && method.equals("allEvents");
    }

    /** Its name in files and pages, such as {@code ZoneBenchmark.locate(vertices=4)}. */
    String name() {
        String values = new TreeMap<>(parameters)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
        return type.getSimpleName() + "." + method + (values.isEmpty() ? "" : "(" + values + ")");
    }
}
