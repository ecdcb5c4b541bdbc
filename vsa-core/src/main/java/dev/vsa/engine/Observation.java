package dev.vsa.engine;

import dev.vsa.event.Alert;
import dev.vsa.frame.Frame;
import dev.vsa.scene.Scene;
import java.util.List;

/**
 * One analysed frame with what was perceived and found in it.
 *
 * @param frame the pixels; valid during the call unless {@linkplain Frame#retain() retained}
 * @param scene what was perceived; lent, valid during the call unless {@linkplain Scene#copy() copied}
 * @param told alerts that were raised, updated or ended by this scene
 * @param open alerts that are open after it
 */
public record Observation(Frame frame, Scene scene, List<Alert> told, List<Alert> open) {}
