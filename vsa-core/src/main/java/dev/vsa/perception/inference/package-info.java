/**
 * Running models: what the packages that look at pixels through one (objects, keypoints) share.
 *
 * <p>A {@link dev.vsa.perception.inference.Session} is a loaded model, shared by all cameras. A {@link
 * dev.vsa.perception.inference.Lane} is what one user runs it on: tensors in memory of its own, made once and used again and again.
 *
 * <p><b>Closing.</b> A session of the ONNX Runtime that is closed while it runs takes the whole JVM with it. So each run holds a
 * lease; {@link dev.vsa.perception.inference.Session#close()} forbids further ones, and the session is closed by whoever gives the
 * last one back. When the JVM exits, sessions are drained before the runtime's own clean-up can pull the ground away.
 */
@NullMarked
package dev.vsa.perception.inference;

import org.jspecify.annotations.NullMarked;
