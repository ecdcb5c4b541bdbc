/**
 * Regions of the picture that burn, perhaps: of a flame's colour, flickering in place.
 *
 * <p>{@link dev.vsa.perception.flame.FlameExtractor} reads the camera's luma and a reduced grid of chroma; nothing is converted at
 * full size, and all times are media time.
 */
@NullMarked
package dev.vsa.perception.flame;

import org.jspecify.annotations.NullMarked;
