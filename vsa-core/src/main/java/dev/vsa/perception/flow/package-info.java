/**
 * Optical flow: where what changes in the picture has come from. {@link dev.vsa.perception.flow.OpticalFlow} computes the feature
 * {@link dev.vsa.scene.Flow#KEY}.
 */
@NullMarked
package dev.vsa.perception.flow;

import org.jspecify.annotations.NullMarked;
