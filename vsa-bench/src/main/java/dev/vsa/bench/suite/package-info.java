/**
 * The suite: which benchmarks answer which question, run in turn, kept, shown and compared.
 *
 * <p>{@link dev.vsa.bench.suite.Bench} is the command line, {@link dev.vsa.bench.suite.Stages} the list of what is measured
 * against what.
 */
@NullMarked
package dev.vsa.bench.suite;

import org.jspecify.annotations.NullMarked;
