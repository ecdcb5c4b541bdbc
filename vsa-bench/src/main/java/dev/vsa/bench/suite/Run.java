package dev.vsa.bench.suite;

import dev.vsa.bench.streams.StreamResult;
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
 * @param profiles where the time of stages goes; empty if that was not asked for
 * @param streams how many live cameras were carried; empty if that was not asked for
 */
record Run(
        int format,
        String mode,
        String begun,
        boolean finished,
        Map<String, String> machine,
        List<Sample> samples,
        Map<String, String> skipped,
        List<Profile> profiles,
        List<StreamResult> streams) {

    static final int FORMAT = 1;

    Run {
        samples = List.copyOf(samples);
        // Runs of earlier versions have none.
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        streams = streams == null ? List.of() : List.copyOf(streams);
    }

    Run(
            int format,
            String mode,
            String begun,
            boolean finished,
            Map<String, String> machine,
            List<Sample> samples,
            Map<String, String> skipped) {
        this(format, mode, begun, finished, machine, samples, skipped, List.of(), List.of());
    }

    Run profiled(List<Profile> found) {
        return new Run(format, mode, begun, finished, machine, samples, skipped, found, streams);
    }

    Run with(List<StreamResult> found) {
        return new Run(format, mode, begun, finished, machine, samples, skipped, profiles, found);
    }
}
