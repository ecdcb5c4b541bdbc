/**
 * Pixels and where they come from. A {@link dev.vsa.frame.Frame} has one owner at a time by lease; a {@link
 * dev.vsa.frame.FrameSource} hands frames out and says why it cannot. This is the only package that knows pixels.
 *
 * <table>
 * <caption>Who calls, and on which thread</caption>
 * <tr><th>method</th><th>caller</th><th>thread</th><th>may block</th></tr>
 * <tr><td>{@code FrameSource.open}, {@code next}, {@code close}</td><td>the engine</td><td>one thread per source for its whole life</td><td>up to the source's own deadline</td></tr>
 * <tr><td>{@code FrameSource.interrupt}</td><td>the engine</td><td>any</td><td>no</td></tr>
 * <tr><td>{@code Frame.retain}, {@code close}</td><td>anyone who holds a lease</td><td>any</td><td>no</td></tr>
 * </table>
 */
@NullMarked
package dev.vsa.frame;

import org.jspecify.annotations.NullMarked;
