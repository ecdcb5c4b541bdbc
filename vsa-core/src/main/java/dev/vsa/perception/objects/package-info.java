/**
 * From the pixels of a frame to the objects in it.
 *
 * <p>An {@link dev.vsa.perception.objects.ObjectModel} is loaded once and shared by all cameras. Each camera has its own {@link
 * dev.vsa.perception.objects.ObjectDetector}, which scales and converts a frame in one pass straight into the memory that the
 * model reads ({@code Preprocessor}), runs the model, reads its outputs where they lie ({@code Decoder}) and keeps the best box of
 * each object ({@code Suppression}). Tensors are made once for an input size and used again and again ({@link
 * dev.vsa.perception.inference}); none leaves this package.
 */
@NullMarked
package dev.vsa.perception.objects;

import org.jspecify.annotations.NullMarked;
