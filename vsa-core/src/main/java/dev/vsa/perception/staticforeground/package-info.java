/**
 * What stands still in the picture and does not belong to the place: two backgrounds of different speed, evidence by sample, and
 * regions with a number and an outline.
 */
@NullMarked
package dev.vsa.perception.staticforeground;

import org.jspecify.annotations.NullMarked;
