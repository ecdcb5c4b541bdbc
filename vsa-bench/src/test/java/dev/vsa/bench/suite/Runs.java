package dev.vsa.bench.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs made up for tests. */
final class Runs {

    static final Measured OURS = Measured.of(Runs.class, "ours", "n", "300");
    static final Measured PEER = Measured.of(Runs.class, "peer", "n", "300");
    static final Stage STAGE = new Stage(
            "T0", "stage", List.of(Case.of("", OURS, PEER, "peer", 0.5, 0.25).allocating(0)), "");

    private Runs() {}

    static Sample sample(Measured of, double bytes, Double... times) {
        return new Sample(of.name(), "us/op", List.of(times), bytes);
    }

    static Run of(Sample... samples) {
        return on("a processor", samples);
    }

    static Run on(String processor, Sample... samples) {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("processor", processor);
        machine.put("cores", "2");
        machine.put("memory", "8 GB");
        machine.put("jvm", "17");
        return new Run(Run.FORMAT, "quick", "2026-01-01T00:00:00Z", true, machine, List.of(samples), Map.of());
    }

    static Row judged(Sample... samples) {
        return Judgement.of(List.of(STAGE), of(samples)).get(0);
    }
}
