/**
 * Recordings of scenes: what a camera perceived, without a picture, to be judged again. A {@link dev.vsa.record.SceneWriter}
 * writes a scene log, a {@link dev.vsa.record.SceneReader} plays it to whatever takes a {@link dev.vsa.record.SceneFlow}: the
 * engine's judge first of all. What is read equals what was written, bit for bit, so the same rules give the same alerts.
 *
 * <p>The file format is described byte by byte in {@code docs/scene-log.md}.
 */
@NullMarked
package dev.vsa.record;

import org.jspecify.annotations.NullMarked;
