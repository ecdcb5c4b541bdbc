/** From a frame to a scene: what the packages below it (objects, motion, tracking and so on) share. */
@NullMarked
package dev.vsa.perception;

import org.jspecify.annotations.NullMarked;
