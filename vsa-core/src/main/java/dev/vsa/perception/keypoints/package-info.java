/**
 * The joints of persons who got low: {@link dev.vsa.scene.BodyKeypoints}. A schedule tells whom to look at, MoveNet where the joints
 * are. Postures only.
 */
@NullMarked
package dev.vsa.perception.keypoints;

import org.jspecify.annotations.NullMarked;
