package dev.vsa.scene;

import dev.vsa.geometry.Box;

/**
 * Something found in one frame that is not part of any track. It has no number on purpose: nothing can be counted, timed or
 * followed by it.
 *
 * @param role the part it plays
 * @param label the model's own word for it
 * @param confidence 0 to 1
 * @param box where
 */
public record Detection(Role role, String label, double confidence, Box box) {}
