/**
 * How good a tracker is, by the field's own measures: CLEAR MOT, identity and HOTA, on files in the format of the
 * MOTChallenge.
 */
@NullMarked
package dev.vsa.bench.mot;

import org.jspecify.annotations.NullMarked;
