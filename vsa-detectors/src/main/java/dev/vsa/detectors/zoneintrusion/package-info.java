/**
 * Crossing into, or presence in, a forbidden zone, and crossing of a tripwire, by a person or a vehicle: {@code zone-intrusion}.
 *
 * <p>What it signals, what it cannot see, and where each default comes from: docs/detectors/zone-intrusion.md.
 */
@NullMarked
package dev.vsa.detectors.zoneintrusion;

import org.jspecify.annotations.NullMarked;
