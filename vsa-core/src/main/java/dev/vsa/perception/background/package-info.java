/** Running averages of a camera's picture, which follow its exposure at once: what motion and static foreground are told from. */
@NullMarked
package dev.vsa.perception.background;

import org.jspecify.annotations.NullMarked;
