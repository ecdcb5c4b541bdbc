/** Excessive density of persons: more in a zone, or more to a square metre, than there may be. See docs/detectors/crowd-density.md. */
@NullMarked
package dev.vsa.detectors.crowddensity;

import org.jspecify.annotations.NullMarked;
