/**
 * What detectors that follow objects share: a clock that pauses over gaps, what to remember of a followed object, how deep it
 * is in a zone, and when something that no model has named counts as a vehicle. Not exported.
 */
@NullMarked
package dev.vsa.detectors.following;

import org.jspecify.annotations.NullMarked;
