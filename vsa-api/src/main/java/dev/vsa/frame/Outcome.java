package dev.vsa.frame;

import java.time.Duration;

/** What came of waiting for a frame. */
public sealed interface Outcome {

    /**
     * A frame. The receiver owns it and closes it.
     *
     * @param frame the frame
     * @param corruptBefore pictures that could not be decoded since the last frame, skipped and counted
     * @param breakBefore what broke the flow between the last frame and this one
     */
    record Delivered(Frame frame, int corruptBefore, Break breakBefore) implements Outcome {

        /**
         * A frame that follows the last one as expected.
         *
         * @param frame the frame
         */
        public Delivered(Frame frame) {
            this(frame, 0, Break.NONE);
        }
    }

    /** What can break the flow of frames within one opening of a source. */
    enum Break {
        /** Nothing did. */
        NONE,
        /** Frames are missing. */
        GAP,
        /** The stream's own clock jumped or stood still; media time was repaired and goes on increasing. */
        CLOCK_JUMP,
        /** The size, the shape or the format of the picture changed. */
        PICTURE_CHANGED
    }

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
