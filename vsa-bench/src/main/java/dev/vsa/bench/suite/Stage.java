package dev.vsa.bench.suite;

import java.util.List;

/**
 * A stage of the hot path and what is asked of it.
 *
 * @param id the target's number, as in T15
 * @param name the stage
 * @param cases what is measured; empty if it cannot be measured in the JVM
 * @param remark what to know when reading the figures; where there are no cases, why
 */
record Stage(String id, String name, List<Case> cases, String remark) {

    Stage {
        cases = List.copyOf(cases);
    }
}
