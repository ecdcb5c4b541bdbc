package dev.vsa.frame;

import java.time.Duration;

/**
 * Where frames come from. One thread owns a source for its whole life: it opens, reads and closes it; only {@link
 * #interrupt()} may come from another.
 *
 * <p>A source never waits longer than its own deadlines, and never ends the process: whatever happens to a file or a stream
 * is an {@link Outcome}.
 */
public interface FrameSource extends AutoCloseable {

    /** Whether frames are lost when nobody takes them in time (a camera) or the source waits (a recording). */
    boolean live();

    /** A name for logs and messages, with secrets masked. */
    String name();

    /**
     * Opens the source. Called once, before {@link #next()}.
     *
     * @throws SourceException if it cannot be opened; the message says what to do
     */
    void open() throws SourceException;

    /** The length of a recording, or {@link Duration#ZERO} where it is unknown or has none. Valid after {@link #open()}. */
    default Duration duration() {
        return Duration.ZERO;
    }

    /**
     * Waits for the next frame. The caller owns the frame in a {@link Outcome.Delivered}. The media times of a source's
     * frames are strictly increasing, whatever the stream says.
     *
     * @return what came; after {@link Outcome.End} or {@link Outcome.Lost} no frame comes any more, and the same is told
     *     again
     * @throws IllegalStateException if the source is not open, or the calling thread is not the one that opened it
     */
    Outcome next();

    /** How many frames of a live source were dropped since it was opened because nobody took them in time. Any thread. */
    default long dropped() {
        return 0;
    }

    /**
     * Ends the source's work from another thread: a blocked {@link #open()} or {@link #next()} returns soon. From then on
     * {@code open} fails and {@code next} gives {@link Outcome.Lost}; the owning thread still has to {@link #close()}. Any
     * thread; idempotent; never blocks.
     */
    void interrupt();

    /**
     * Gives everything back. Idempotent. Frames that are still leased stay valid.
     *
     * @throws IllegalStateException if another thread that is still running owns the source: {@link #interrupt()} it and let
     *     that thread close
     */
    @Override
    void close();
}
