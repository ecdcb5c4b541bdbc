package dev.vsa.spi;

/**
 * Something that broke the flow of scenes.
 *
 * @param kind what
 * @param fromNanos media time of the last scene before
 * @param toNanos media time of the first scene after; as far as known
 * @param detail for people
 */
public record Discontinuity(Kind kind, long fromNanos, long toNanos, String detail) {

    /** What broke the flow. */
    public enum Kind {
        /** Frames are missing. */
        GAP,
        /** The recording was repositioned, or the stream's clock jumped; media time goes on increasing all the same. */
        CLOCK_JUMP,
        /** The stream was lost and opened again; all track numbers are new. */
        RESTART,
        /** The picture's size or shape changed; track numbers are new. */
        PICTURE_CHANGED,
        /** The camera moved: zones no longer lie where they were drawn. */
        CAMERA_MOVED
    }
}
