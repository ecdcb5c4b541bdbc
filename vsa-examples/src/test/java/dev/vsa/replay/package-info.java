/** Recordings give what was told live. */
@NullMarked
package dev.vsa.replay;

import org.jspecify.annotations.NullMarked;
