package dev.vsa.source;

import dev.vsa.ffmpeg.Ffmpeg;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A recording or a stream, read through FFmpeg. What may come when, and from which thread; the work is {@link Reading}'s. */
final class FfmpegSource implements FrameSource {

    /** What is to be looked at before FFmpeg is asked, for a better message or for want of a deadline in FFmpeg. */
    @FunctionalInterface
    interface Precheck {
        void run(Deadline deadline) throws SourceException;
    }

    private final Input input;
    private final Precheck precheck;
    private final Deadline deadline = new Deadline();
    private final Owner owner;
    private volatile @Nullable Reading reading;
    private @Nullable Outcome last;
    private boolean opened;
    private volatile boolean closed;

    FfmpegSource(Input input, Precheck precheck) {
        this.input = input;
        this.precheck = precheck;
        this.owner = new Owner(input.name());
    }

    @Override
    public boolean live() {
        return input.live();
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public void open() throws SourceException {
        owner.enter();
        if (opened || closed) {
            throw new IllegalStateException(input.name() + " was opened before; make a new source to open it again");
        }
        opened = true;
        if (deadline.interrupted()) {
            throw Failures.interrupted(input.name());
        }
        deadline.start(input.timeouts().open());
        precheck.run(deadline);
        Ffmpeg.load();
        reading = Reading.open(input, deadline);
    }

    @Override
    public Duration duration() {
        Reading open = reading;
        return open == null ? Duration.ZERO : open.duration();
    }

    @Override
    public Outcome next() {
        owner.enter();
        Reading open = reading;
        if (open == null) {
            throw new IllegalStateException(input.name() + " is not open");
        }
        if (last == null) {
            Outcome outcome = open.next();
            if (outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Stalled) {
                return outcome;
            }
            last = outcome;
        }
        return last;
    }

    @Override
    public long dropped() {
        Reading open = reading;
        return open == null ? 0 : open.dropped();
    }

    @Override
    public void interrupt() {
        deadline.interrupt();
    }

    @Override
    public void close() {
        if (closed) {
            return; // from any thread: there is nothing left to do
        }
        owner.enter();
        closed = true;
        Reading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public String toString() {
        return input.name();
    }
}
