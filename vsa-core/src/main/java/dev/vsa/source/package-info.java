/**
 * Where frames come from: recordings, live streams, image sequences, and the host's own pictures. All are made by {@link
 * dev.vsa.source.Sources}, but for {@link dev.vsa.source.PushSource}.
 *
 * <p><b>Media time</b> starts at about 0 and is strictly increasing, whatever the stream says. Timestamps that are missing,
 * stand still, run backwards or wrap round are repaired; the frame after a repair that cost the truth is told as {@link
 * dev.vsa.frame.Outcome.Break#CLOCK_JUMP}.
 *
 * <p><b>Memory.</b> Decoded pictures are not copied: a frame is a view of the decoder's own buffer, held by one of a bounded
 * number of holders. Where all are leased, a live source goes on decoding and drops what it decodes, counted; a recording
 * waits, up to its deadline. {@code -Ddev.vsa.leakReport=true} names the places that took the leases that are still out.
 *
 * <p><b>Threads.</b> The thread that opens a source owns it. FFmpeg is entered by that thread alone, without any lock that
 * two sources share, so that one dead camera never holds up another.
 *
 * <p><b>FFmpeg's log</b> is switched off for the whole process, since it shows passwords in addresses. {@code
 * -Ddev.vsa.ffmpegLog=24} lets it write warnings to standard error.
 */
@NullMarked
package dev.vsa.source;

import org.jspecify.annotations.NullMarked;
