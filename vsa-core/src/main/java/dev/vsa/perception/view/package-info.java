/** How well the camera sees: covered, blinded, dark, defocused, moved, frozen. */
@NullMarked
package dev.vsa.perception.view;

import org.jspecify.annotations.NullMarked;
