/**
 * How good detection is on one's own footage: labels of what truly happens in a clip, and a scorer that holds alerts against
 * them.
 *
 * <p>A {@link dev.vsa.evaluation.LabelReader} reads labels, {@link dev.vsa.evaluation.LabelRules} makes a camera's rules of
 * them, an {@link dev.vsa.evaluation.AlertLog} collects what is raised, and a {@link dev.vsa.evaluation.Scorer} counts. All
 * values are immutable and safe for any number of threads. The label format is described in {@code docs/labels.md}, the
 * counting in {@code docs/evaluation.md}.
 */
@NullMarked
package dev.vsa.evaluation;

import org.jspecify.annotations.NullMarked;
