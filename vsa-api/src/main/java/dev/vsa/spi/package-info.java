/**
 * What a detector author implements.
 *
 * <p>An {@link dev.vsa.spi.EventDetectorProvider} is found by {@link java.util.ServiceLoader}; it describes a detector and
 * makes one for each configured rule. An {@link dev.vsa.spi.EventDetector} is a deterministic state machine over scenes. A
 * {@link dev.vsa.spi.FeatureProvider} does the same for something to be perceived in the pixels.
 *
 * <table>
 * <caption>Who calls, and on which thread</caption>
 * <tr><th>method</th><th>thread</th><th>how often</th><th>may block</th></tr>
 * <tr><td>{@code EventDetectorProvider.*}</td><td>any</td><td>when configured</td><td>no I/O</td></tr>
 * <tr><td>{@code EventDetector.observe}</td><td>the camera's own</td><td>once a scene</td><td>never</td></tr>
 * <tr><td>{@code EventDetector.discontinuity}, {@code snapshot}, {@code restore}</td><td>the camera's own</td><td>between scenes</td><td>never</td></tr>
 * <tr><td>{@code FeatureExtractor.extract}</td><td>the camera's own</td><td>once an analysed frame</td><td>it computes</td></tr>
 * <tr><td>{@code AlertSink.*}</td><td>the sink's own</td><td>as alerts come</td><td>yes; a slow one never reaches a camera</td></tr>
 * </table>
 */
@NullMarked
package dev.vsa.spi;

import org.jspecify.annotations.NullMarked;
