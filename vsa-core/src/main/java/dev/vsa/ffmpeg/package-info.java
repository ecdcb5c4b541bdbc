/** What reading and writing video share of FFmpeg: loading it, its log, its error codes. Not exported. */
@NullMarked
package dev.vsa.ffmpeg;

import org.jspecify.annotations.NullMarked;
