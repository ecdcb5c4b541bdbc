/**
 * From the pixels of a frame to the objects in it.
 *
 * <p>An {@link dev.vsa.perception.objects.ObjectModel} is loaded once and shared by all cameras. Each camera has its own {@link
 * dev.vsa.perception.objects.ObjectDetector}, which scales and converts a frame in one pass straight into the memory that the
 * model reads ({@code Preprocessor}), runs the model, reads its outputs where they lie ({@code Decoder}) and keeps the best box of
 * each object ({@code Suppression}). Tensors are made once for an input size and used again and again; none leaves this package.
 *
 * <p><b>Closing.</b> A session of the ONNX Runtime that is closed while it runs takes the whole JVM with it. So each run holds a
 * lease; {@link dev.vsa.perception.objects.ObjectModel#close()} forbids further ones, and the session is closed by whoever gives
 * the last one back. When the JVM exits, models are drained before the runtime's own clean-up can pull the ground away.
 */
@NullMarked
package dev.vsa.perception.objects;

import org.jspecify.annotations.NullMarked;
