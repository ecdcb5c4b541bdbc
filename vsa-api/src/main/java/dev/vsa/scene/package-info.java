/**
 * What one frame was perceived to hold: the tracks, the untracked detections and the features that somebody asked for.
 *
 * <p>A {@link dev.vsa.scene.Scene} knows no pixel and no native type. Boxes are in normalised image coordinates (see {@link
 * dev.vsa.geometry}); times are nanoseconds of media time. A scene that is handed to {@code observe} may be <em>lent</em>: its
 * memory is used again for the next one. Keep it with {@link dev.vsa.scene.Scene#copy()}.
 */
@NullMarked
package dev.vsa.scene;

import org.jspecify.annotations.NullMarked;
