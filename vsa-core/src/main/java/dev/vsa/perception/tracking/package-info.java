/**
 * From the detections of single frames to objects that keep their number.
 *
 * <p>{@link dev.vsa.perception.tracking.Tracker} joins detections to tracks in two stages, sure ones first and doubtful ones
 * next (ByteTrack: Zhang et al., ECCV 2022), predicts by a constant-velocity Kalman filter whose step is media time, and
 * corrects it after a gap by the path between the two sightings (OC-SORT: Cao et al., CVPR 2023). It knows positions, sizes
 * and roles, nothing of what anybody looks like: there is no re-identification in it, by design.
 */
@NullMarked
package dev.vsa.perception.tracking;

import org.jspecify.annotations.NullMarked;
