/**
 * The test kit for authors of event detectors and of sources of frames.
 *
 * <p>A {@link dev.vsa.testkit.Scenario} is a small play: {@link dev.vsa.testkit.Actor}s walk, stop, hide, and are seen with
 * the faults of a real tracker; it can be filmed at any frame rate and in any {@link dev.vsa.testkit.View}. A {@link
 * dev.vsa.testkit.DetectorHarness} shows the scenes to a detector and collects what it says as plain {@link
 * dev.vsa.testkit.Findings}. Extending {@link dev.vsa.testkit.EventDetectorContract} checks what every detector owes its host:
 * determinism, snapshots, independence of frame rate, place and order, bounded state, and that nothing stays open for ever. {@link
 * dev.vsa.testkit.FrameSourceContract} does the same for sources. {@link dev.vsa.testkit.Footage} paints simulated pictures, for
 * what looks at pixels.
 *
 * <p>Needs JUnit Jupiter and AssertJ, in the versions that the consumer chooses. Nothing here is thread-safe unless it is
 * immutable.
 */
@NullMarked
package dev.vsa.testkit;

import org.jspecify.annotations.NullMarked;
