package dev.vsa.frame;

import java.time.Duration;

/** What came of waiting for a frame. */
public sealed interface Outcome {

    /**
     * A frame. The receiver owns it and closes it.
     *
     * @param frame the frame
     * @param corruptBefore pictures that could not be decoded since the last frame, skipped and counted
     */
    record Delivered(Frame frame, int corruptBefore) implements Outcome {}

    /** The recording is over, or the host has said that nothing more comes. */
    record End() implements Outcome {}

    /**
     * The stream broke.
     *
     * @param reason what happened, for people; secrets masked
     */
    record Lost(String reason) implements Outcome {}

    /**
     * Nothing came within the source's deadline; the source is still open and may deliver later.
     *
     * @param waited how long was waited
     */
    record Stalled(Duration waited) implements Outcome {}
}
