/**
 * Objects that somebody left behind: {@code abandoned-object}.
 *
 * <p>What it signals, what it cannot see, and where each default comes from: docs/detectors/abandoned-object.md.
 */
@NullMarked
package dev.vsa.detectors.abandonedobject;

import org.jspecify.annotations.NullMarked;
