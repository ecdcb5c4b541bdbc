/** The event {@code weapon}: a weapon in a person's hand. */
@NullMarked
package dev.vsa.detectors.weapon;

import org.jspecify.annotations.NullMarked;
