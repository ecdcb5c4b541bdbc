/** The brightness of a frame at analysis resolution: computed once a frame, read by all that judge by brightness. */
@NullMarked
package dev.vsa.perception.luma;

import org.jspecify.annotations.NullMarked;
