package dev.vsa.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How a recording is read.
 *
 * @param startsAt the moment of its first picture. Where it is not given, the moment is taken at which the recording itself
 *     says that it was made; where it says nothing, 1970-01-01T00:00Z, so that nobody takes a guess for a fact: the time at
 *     which a file was written is that of its last copy
 * @param timeouts how long is waited; for a file it matters only where all frames are leased, or it lies on a network
 * @param decoding what decoding may take
 */
public record RecordingOptions(Optional<Instant> startsAt, Timeouts timeouts, Decoding decoding) {

    /** The recording's own moment, ten seconds a phase, one decoder thread, eight frames. */
    public static final RecordingOptions DEFAULT =
            new RecordingOptions(Optional.empty(), Timeouts.DEFAULT, Decoding.DEFAULT);

    /**
     * The same with another moment of the first picture.
     *
     * @param moment the wall-clock time of media time 0
     */
    public RecordingOptions startingAt(Instant moment) {
        return new RecordingOptions(Optional.of(moment), timeouts, decoding);
    }

    /**
     * The same with other limits for decoding.
     *
     * @param limits threads and frames
     */
    public RecordingOptions decoding(Decoding limits) {
        return new RecordingOptions(startsAt, timeouts, limits);
    }
}
