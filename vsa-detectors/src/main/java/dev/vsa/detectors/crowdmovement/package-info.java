/**
 * Sudden movement of a crowd: {@code crowd-movement}.
 *
 * <p>What it signals, what it cannot see, and where each default comes from: docs/detectors/crowd-movement.md.
 */
@NullMarked
package dev.vsa.detectors.crowdmovement;

import org.jspecify.annotations.NullMarked;
