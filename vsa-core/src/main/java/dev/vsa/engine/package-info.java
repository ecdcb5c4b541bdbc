/**
 * Runs cameras. An {@link dev.vsa.engine.Engine} holds any number of them, each isolated from the others; a {@link
 * dev.vsa.engine.Camera} has a thread that owns its source and a thread that analyses; a {@link dev.vsa.engine.Judge} is the part
 * past perception, for hosts that have scenes already.
 */
@NullMarked
package dev.vsa.engine;

import org.jspecify.annotations.NullMarked;
