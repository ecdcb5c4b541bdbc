package dev.vsa.bench.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was measured of one benchmark.
 *
 * @param benchmark its name
 * @param unit of the times, such as {@code us/op}
 * @param times one an iteration, in the order in which they were taken
 * @param bytes allocated an operation; negative if unknown
 */
record Sample(String benchmark, String unit, List<Double> times, double bytes) {

    Sample {
        times = List.copyOf(times);
    }

    double[] sorted() {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The same times in another unit: what is compared may be measured in microseconds here and milliseconds there. */
    Sample in(String other) {
        double factor = milliseconds(unit) / milliseconds(other);
        return new Sample(
                benchmark, other, times.stream().map(time -> time * factor).toList(), bytes);
    }

    private static double milliseconds(String unit) {
        return switch (unit) {
            case "ns/op" -> 1e-6;
            case "us/op" -> 1e-3;
            case "ms/op" -> 1;
            default -> throw new IllegalStateException("times in " + unit);
        };
    }

    double least() {
        return sorted()[0];
    }

    /** Both series as one; the allocation is the lesser, for the first iterations of a run still warm up. */
    Sample and(Sample later) {
        List<Double> all = new ArrayList<>(times);
        all.addAll(later.times);
        double least = bytes < 0 || later.bytes < 0 ? Math.max(bytes, later.bytes) : Math.min(bytes, later.bytes);
        return new Sample(benchmark, unit, all, least);
    }
}
