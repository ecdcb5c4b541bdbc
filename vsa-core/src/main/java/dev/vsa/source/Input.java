package dev.vsa.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What FFmpeg is to open and how.
 *
 * @param name for people, secrets masked
 * @param address as FFmpeg takes it, with secrets
 * @param format the name of a format to be taken without probing, or empty
 * @param options FFmpeg's, of the format and the protocol; each must be taken by one of them
 * @param live whether frames are lost when nobody takes them
 * @param startsAt the moment of media time 0, for recordings
 * @param timeouts deadlines
 * @param decoding what decoding may take
 */
record Input(
        String name,
        String address,
        String format,
        Map<String, String> options,
        boolean live,
        Optional<Instant> startsAt,
        Timeouts timeouts,
        Decoding decoding) {}
