/** How many persons there are, where the look at the whole picture finds too few of them: looks at parts of it, enlarged. */
@NullMarked
package dev.vsa.perception.crowd;

import org.jspecify.annotations.NullMarked;
