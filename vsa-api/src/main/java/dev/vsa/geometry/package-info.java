/**
 * Points, boxes, zones, tripwires and the ground plane.
 *
 * <p><b>Space.</b> Everything is in <em>normalised image coordinates</em>: x runs from 0 at the left edge of the picture to
 * 1 at the right edge, y from 0 at the top to 1 at the bottom. One unit of x and one unit of y have different lengths on a
 * picture that is not square, so a distance, an angle, a heading or a speed is only meaningful in the <em>isotropic</em>
 * space {@code (x * aspect, y)}, whose unit is the picture's height, or in metres behind a {@link
 * dev.vsa.geometry.GroundPlane}. Methods that need the aspect ratio take it as an argument.
 *
 * <p><b>Values.</b> All types are immutable, checked when built, and safe for use by any number of threads.
 */
@NullMarked
package dev.vsa.geometry;

import org.jspecify.annotations.NullMarked;
