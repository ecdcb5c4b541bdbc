package dev.vsa.bench.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Two runs held against each other, benchmark by benchmark: the ratio of medians, and how likely so great a difference would be if
 * nothing had changed (Mann and Whitney: On a test of whether one of two random variables is stochastically larger than the other,
 * Annals of Mathematical Statistics 18, 1947; two-sided, normal approximation). With as many benchmarks as these some differ by
 * chance: the level is divided by their number (Bonferroni).
 *
 * @param title what is compared; says so where the machines differ
 * @param changes one a benchmark that both runs have, greatest change first
 */
record RunComparison(String title, List<Change> changes) {

    private static final double LEVEL = 0.05;

    /**
     * One benchmark in both runs.
     *
     * @param benchmark its name
     * @param unit of the times
     * @param before median
     * @param after median
     * @param probability of so great a difference by chance
     * @param significant whether that is less than the level over the number of benchmarks
     */
    record Change(String benchmark, String unit, double before, double after, double probability, boolean significant) {

        double ratio() {
            return after / before;
        }
    }

    /**
     * Compares.
     *
     * @param before the earlier run
     * @param after the later one
     * @param acrossMachines whether runs of two machines may be compared
     * @throws IllegalArgumentException if the machines differ and that was not asked for, or no benchmark is in both
     */
    static RunComparison of(Run before, Run after, boolean acrossMachines) {
        boolean same = Machine.same(before.machine(), after.machine());
        if (!same && !acrossMachines) {
            throw new IllegalArgumentException("the runs come from two machines: " + name(before) + " and "
                    + name(after) + ". Times cannot be compared; --across-machines does it nevertheless");
        }
        Map<String, Sample> earlier = new HashMap<>();
        before.samples().forEach(sample -> earlier.put(sample.benchmark(), sample));
        List<Sample> shared = after.samples().stream()
                .filter(sample -> earlier.containsKey(sample.benchmark()))
                .toList();
        if (shared.isEmpty()) {
            throw new IllegalArgumentException("the runs have no benchmark in common");
        }
        List<Change> changes = new ArrayList<>();
        for (Sample now : shared) {
            Sample was = earlier.getOrDefault(now.benchmark(), now);
            double p = new MannWhitneyUTest().mannWhitneyUTest(was.sorted(), now.sorted());
            changes.add(
                    new Change(now.benchmark(), now.unit(), was.median(), now.median(), p, p < LEVEL / shared.size()));
        }
        changes.sort(Comparator.comparingDouble((Change c) -> -Math.abs(Math.log(c.ratio()))));
        String title = before.begun() + " against " + after.begun()
                + (same ? "" : " ON TWO MACHINES (" + name(before) + "; " + name(after) + "): times do not compare");
        return new RunComparison(title, changes);
    }

    private static String name(Run run) {
        return run.machine().getOrDefault("processor", "unknown") + ", "
                + run.machine().getOrDefault("cores", "?") + " cores, "
                + run.machine().getOrDefault("jvm", "?");
    }

    String text() {
        StringBuilder out = new StringBuilder(4096);
        out.append(title).append(System.lineSeparator());
        for (Change change : changes) {
            String verdict = !change.significant ? "within noise" : change.ratio() > 1 ? "SLOWER" : "faster";
            out.append(String.format(
                    Locale.ROOT,
                    "%-62s %10s -> %10s %-6s x%-6s p %.1g  %s%n",
                    change.benchmark,
                    Table.number(change.before),
                    Table.number(change.after),
                    change.unit,
                    Table.number(change.ratio()),
                    change.probability,
                    verdict));
        }
        return out.toString();
    }

    String html() {
        Page page = new Page("vsa benchmarks: " + title);
        page.paragraph(
                "Ratio of medians, later over earlier. Significant: Mann–Whitney, level 0.05 over the number of benchmarks.");
        page.open("table", "").head(List.of("benchmark", "unit", "before", "after", "ratio", "p", ""));
        for (Change change : changes) {
            String style = !change.significant ? "none" : change.ratio() > 1 ? "missed" : "stretch";
            String verdict = !change.significant ? "within noise" : change.ratio() > 1 ? "slower" : "faster";
            page.open("tr", "")
                    .element("td", "", change.benchmark)
                    .element("td", "", change.unit)
                    .element("td", "", Table.number(change.before))
                    .element("td", "", Table.number(change.after))
                    .element("td", style, Table.number(change.ratio()))
                    .element("td", "", String.format(Locale.ROOT, "%.1g", change.probability))
                    .element("td", style, verdict)
                    .close("tr");
        }
        return page.close("table").toString();
    }
}
