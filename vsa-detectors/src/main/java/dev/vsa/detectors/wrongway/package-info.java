/**
 * Movement of a person or a vehicle against the common direction of a zone: {@code wrong-way}.
 *
 * <p>What it signals, what it cannot see, and where each default comes from: docs/detectors/wrong-way.md.
 */
@NullMarked
package dev.vsa.detectors.wrongway;

import org.jspecify.annotations.NullMarked;
