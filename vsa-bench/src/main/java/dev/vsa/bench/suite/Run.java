package dev.vsa.bench.suite;

import java.util.List;
import java.util.Map;

/**
 * All that a run of the suite leaves, as it is kept in {@code run.json}.
 *
 * @param format 1
 * @param mode quick or full
 * @param begun when, ISO 8601
 * @param finished whether it ran to its end
 * @param machine facts of the machine and versions of what was compared
 * @param samples what was measured, by benchmark
 * @param skipped why benchmarks were not run, by stage and case
 */
record Run(
        int format,
        String mode,
        String begun,
        boolean finished,
        Map<String, String> machine,
        List<Sample> samples,
        Map<String, String> skipped) {

    static final int FORMAT = 1;

    Run {
        samples = List.copyOf(samples);
    }
}
