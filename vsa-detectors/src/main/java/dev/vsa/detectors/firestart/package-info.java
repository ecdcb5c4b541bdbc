/**
 * A fire begins: {@code fire-start}.
 *
 * <p>What it signals, what it cannot see, and where each default comes from: docs/detectors/fire-start.md.
 */
@NullMarked
package dev.vsa.detectors.firestart;

import org.jspecify.annotations.NullMarked;
