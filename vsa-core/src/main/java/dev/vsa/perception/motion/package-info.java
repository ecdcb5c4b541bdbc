/**
 * What changes in the picture: a grid of motion, and regions that move without any model having to name them.
 *
 * <p>{@link dev.vsa.perception.motion.MotionDetector} works on the luma of a frame at 320 samples on the long side, against
 * two running averages, a fast and a slow one, whose time constants are media time.
 */
@NullMarked
package dev.vsa.perception.motion;

import org.jspecify.annotations.NullMarked;
