/** Video files, to show what was seen. */
@NullMarked
package dev.vsa.sink.video;

import org.jspecify.annotations.NullMarked;
