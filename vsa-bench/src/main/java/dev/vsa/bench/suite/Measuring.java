package dev.vsa.bench.suite;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks by JMH, each in a JVM of its own, in rounds: ours, peer, ours, peer, so that a machine which is disturbed for a
 * while disturbs both.
 */
final class Measuring {

    private static final int PLOT_WARMUPS = 2;
    private static final int PLOT_ITERATIONS = 3;

    /** How many times as many iterations warm up what is slow to compile. */
    private static final int SLOW = 5;

    private final Mode mode;
    private final Consumer<String> progress;
    private final PrintStream log;
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    /**
     * How long.
     *
     * @param name its name
     * @param rounds how often each benchmark is run
     * @param warmups iterations before it counts
     * @param iterations iterations that count, a round
     * @param millis the length of an iteration
     */
    record Mode(String name, int rounds, int warmups, int iterations, int millis) {

        static final Mode QUICK = new Mode("quick", 2, 3, 4, 150);
        static final Mode GUARD = new Mode("guard", 1, 8, 5, 150);
        static final Mode FULL = new Mode("full", 2, 5, 6, 400);
    }

    /**
     * Prepares.
     *
     * @param mode how long
     * @param progress told what is done, a line at a time
     * @param log receives what JMH and the benchmarks print
     */
    Measuring(Mode mode, Consumer<String> progress, PrintStream log) {
        this.mode = mode;
        this.progress = progress;
        this.log = log;
    }

    Collection<Sample> samples() {
        return samples.values();
    }

    Map<String, String> skipped() {
        return skipped;
    }

    /**
     * Measures all cases of the stages.
     *
     * @param stages the stages
     * @param growths further benchmarks, for plots
     * @param after called after each benchmark, so that what was measured can be kept
     */
    void run(List<Stage> stages, List<Growth> growths, Runnable after) {
        Set<Measured> wanted = wanted(stages);
        // What is only plotted is held against nothing: one short round is enough.
        Set<Measured> plotted = new LinkedHashSet<>();
        growths.forEach(growth -> plotted.addAll(growth.measured()));
        plotted.removeAll(wanted);
        int all = wanted.size() * mode.rounds + plotted.size();
        int done = 0;
        for (int round = 1; round <= mode.rounds; round++) {
            for (Measured measured : wanted) {
                done++;
                progress.accept("[" + done + "/" + all + "] " + measured.name());
                measure(measured, mode.warmups, mode.iterations);
                after.run();
            }
        }
        for (Measured measured : plotted) {
            done++;
            progress.accept("[" + done + "/" + all + "] " + measured.name());
            measure(measured, PLOT_WARMUPS, PLOT_ITERATIONS);
            after.run();
        }
        for (Stage stage : stages) {
            for (Case question : stage.cases()) {
                if (!skipped.containsKey(Judgement.key(stage, question))
                        && !(samples.containsKey(question.ours().name())
                                && samples.containsKey(question.peer().name()))) {
                    skipped.put(Judgement.key(stage, question), "the benchmark failed; jmh.log says why");
                }
            }
        }
    }

    /** Every benchmark once, ours before its peer. */
    private Set<Measured> wanted(List<Stage> stages) {
        Set<Measured> wanted = new LinkedHashSet<>();
        Map<Case, String> lacks = new HashMap<>();
        for (Stage stage : stages) {
            for (Case question : stage.cases()) {
                String missing =
                        lacks.computeIfAbsent(question, it -> it.missing().get());
                if (missing.isEmpty()) {
                    wanted.add(question.ours());
                    wanted.add(question.peer());
                } else {
                    skipped.put(Judgement.key(stage, question), missing);
                    progress.accept("skipped: " + stage.id() + " " + stage.name() + ": " + missing);
                }
            }
        }
        return wanted;
    }

    private void measure(Measured measured, int warmups, int iterations) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(measured.type().getName() + "." + measured.method()) + "$")
                .forks(1)
                .warmupIterations(measured.slowToCompile() ? SLOW * warmups : warmups)
                .warmupTime(TimeValue.milliseconds(mode.millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(mode.millis))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(false);
        measured.parameters().forEach(options::param);
        try {
            for (RunResult result : new Runner(
                            options.build(), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
                    .run()) {
                keep(measured, result);
            }
        } catch (RunnerException e) {
            progress.accept("failed: " + measured.name() + ": " + e.getMessage());
        }
    }

    private void keep(Measured measured, RunResult result) {
        List<Double> times = new ArrayList<>();
        double bytes = -1;
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                times.add(iteration.getPrimaryResult().getScore());
            }
            for (String name : fork.getSecondaryResults().keySet()) {
                if (name.endsWith("gc.alloc.rate.norm")) {
                    bytes = fork.getSecondaryResults().get(name).getScore();
                }
            }
        }
        BenchmarkParams params = result.getParams();
        if (!times.isEmpty()) {
            String unit = result.getPrimaryResult().getScoreUnit();
            Sample sample = new Sample(measured.name(), unit, times, bytes);
            samples.merge(measured.name(), sample, Sample::and);
        } else {
            progress.accept("no result: " + params.getBenchmark());
        }
    }
}
