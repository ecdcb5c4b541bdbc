/**
 * The event {@code person-down}: somebody was upright, went down, and stays on the ground. See docs/detectors/person-down.md.
 */
@NullMarked
package dev.vsa.detectors.persondown;

import org.jspecify.annotations.NullMarked;
