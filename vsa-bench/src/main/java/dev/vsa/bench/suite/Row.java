package dev.vsa.bench.suite;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage's line in {@code ratios.json}: its hardest case, and all of them.
 *
 * @param id the target's number
 * @param stage its name, and the case's
 * @param ours median time of ours; null if not measured
 * @param peer median time of the peer; null if not measured
 * @param unit of both
 * @param peerName what it is compared with
 * @param ratio ours over peer, of medians; null if not measured
 * @param ratioOfMinima the same of the least times: where the two disagree by a fifth, measure again
 * @param target the greatest ratio that is good enough; null if the stage has no case
 * @param stretch the ratio close to what the machine can do
 * @param met whether ratio and allocation of every case are within their targets; false if one was not measured
 * @param bytes that ours allocates an operation; null if not measured
 * @param note why it was not measured, or what to know
 * @param cases the stage's cases where there are several
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Row(
        String id,
        String stage,
        @Nullable Double ours,
        @Nullable Double peer,
        String unit,
        String peerName,
        @Nullable Double ratio,
        @Nullable Double ratioOfMinima,
        @Nullable Double target,
        @Nullable Double stretch,
        boolean met,
        @Nullable Double bytes,
        String note,
        List<Row> cases) {

    Row {
        cases = List.copyOf(cases);
    }

    /** How far from its target: 1 is just met. */
    double strain() {
        return ratio == null || target == null ? Double.POSITIVE_INFINITY : ratio / target;
    }

    /** In a word: stretch, met, missed, "met in part" where what was measured is met and something was not, none. */
    String state() {
        boolean missed = cases.isEmpty() ? measured() && !met : cases.stream().anyMatch(it -> it.measured() && !it.met);
        if (!measured()) {
            return "none";
        }
        if (missed) {
            return "missed";
        }
        return stretchMet() ? "stretch" : met ? "met" : "met in part";
    }

    boolean stretchMet() {
        return met && ratio != null && stretch != null && ratio <= stretch;
    }

    boolean measured() {
        return ratio != null;
    }
}
