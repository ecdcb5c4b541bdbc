package dev.vsa.source;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.Outcome.Break;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Frames that the host already has: from its own decoder, its own camera, its own video management system.
 *
 * <p><b>Live</b>: one frame waits to be taken; a newer one replaces it, and the older is dropped and counted. {@link #offer}
 * never waits. <b>Blocking</b>: frames queue up, and {@code offer} waits while the queue is full.
 *
 * <p><b>Time.</b> The frames' own media times are kept where they increase. A host's clock that stands still, runs back or
 * leaps is repaired and told as that of a stream is.
 *
 * <p><b>Threads.</b> Safe for any number of producers, which may begin before the source is opened, and one consumer. A host's
 * release action runs on whichever thread gives a frame back last, under no lock.
 */
public final class PushSource implements FrameSource {

    private static final Duration STALL = Timeouts.DEFAULT.read();
    private static final int DEFAULT_COPIES = 8;

    private enum State {
        NEW,
        OPEN,
        CLOSED
    }

    private final String name;
    private final boolean live;
    private final Duration stall;
    private final MediaClock clock;
    private final CopyPool copies;
    private final Mailbox mailbox;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private Frame.@Nullable Layout shape;

    PushSource(String name, boolean live, int capacity, Duration stall) {
        this.name = name;
        this.live = live;
        this.stall = stall;
        this.clock = new MediaClock(0, 0, 0, live);
        this.copies = new CopyPool(Math.max(DEFAULT_COPIES, capacity + 2));
        this.mailbox = new Mailbox(live, capacity);
    }

    /**
     * A source of which the newest frame wins.
     *
     * @param name for logs and messages; without secrets
     */
    public static PushSource live(String name) {
        return new PushSource(name, true, 1, STALL);
    }

    /**
     * A source of which no frame is lost: whoever offers waits.
     *
     * @param name for logs and messages; without secrets
     * @param capacity how many frames may wait, 1 to 1,000
     * @throws IllegalArgumentException if the capacity is out of range
     */
    public static PushSource blocking(String name, int capacity) {
        if (capacity < 1 || capacity > 1_000) {
            throw new IllegalArgumentException("a queue of " + capacity + " frames is not between 1 and 1000");
        }
        return new PushSource(name, false, capacity, STALL);
    }

    /**
     * Hands over a frame, without a copy. The source takes the caller's lease over, whatever comes of it.
     *
     * @param frame the frame
     * @return whether it was taken: false once the source has ended, was interrupted or closed, or if the calling thread is
     *     interrupted while it waits; the frame has then been given back
     */
    public boolean offer(Frame frame) {
        Frame out = mailbox.put(frame);
        if (out != null) {
            out.close();
        }
        return out != frame;
    }

    /**
     * Hands over a picture by copying it into memory of the source's own; the caller's buffers are free again on return.
     *
     * @param layout the shape
     * @param planes one buffer a plane, direct or not, from its first sample (index 0)
     * @param mediaNanos the frame's time on the stream's own clock, nanoseconds
     * @param wallNanos the moment at which it was seen, nanoseconds since 1970-01-01T00:00Z
     * @return whether it was taken, as for {@link #offer}; false also where all copies of a live source are leased: it is
     *     then dropped and counted
     * @throws IllegalArgumentException if a plane is missing or too short
     */
    public boolean offerCopy(Frame.Layout layout, List<ByteBuffer> planes, long mediaNanos, long wallNanos) {
        CopyPool.Copy copy = copies.take(layout, planes);
        while (copy == null && !live && mailbox.awaitUnless(() -> !copies.available())) {
            copy = copies.take(layout, planes);
        }
        if (copy == null) {
            mailbox.countDropped();
            return false;
        }
        CopyPool.Copy taken = copy;
        return offer(Frame.wrap(layout, copy.planes(), mediaNanos, wallNanos, () -> giveBack(taken)));
    }

    private void giveBack(CopyPool.Copy copy) {
        copies.giveBack(copy);
        mailbox.changed();
    }

    /** Says that nothing more comes. What waits is still delivered; then the source is at its end. Idempotent. */
    public void end() {
        mailbox.end();
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() {
        if (!state.compareAndSet(State.NEW, State.OPEN)) {
            throw new IllegalStateException(name + " was opened before; make a new source to open it again");
        }
        if (mailbox.interrupted()) {
            throw Failures.interrupted(name);
        }
    }

    @Override
    public Outcome next() {
        if (state.get() != State.OPEN) {
            throw new IllegalStateException(name + " is not open");
        }
        Mailbox.Item item = mailbox.take(stall.toNanos());
        if (item != null) {
            return delivered(item);
        }
        if (mailbox.interrupted()) {
            return new Outcome.Lost("interrupted");
        }
        return mailbox.ended() ? new Outcome.End() : new Outcome.Stalled(stall);
    }

    private Outcome delivered(Mailbox.Item item) {
        Frame frame = item.frame();
        long media = clock.next(frame.mediaNanos(), item.arrivalNanos());
        if (media != frame.mediaNanos()) {
            List<ByteBuffer> planes = new ArrayList<>();
            for (int p = 0; p < frame.format().planes(); p++) {
                planes.add(frame.plane(p));
            }
            frame = Frame.wrap(frame.layout(), planes, media, frame.wallNanos(), item.frame()::close);
        }
        Break broken = shape != null && !sameShape(shape, frame.layout()) ? Break.PICTURE_CHANGED : clock.told();
        shape = frame.layout();
        return new Outcome.Delivered(frame, 0, broken);
    }

    private static boolean sameShape(Frame.Layout a, Frame.Layout b) {
        return a.format() == b.format()
                && a.width() == b.width()
                && a.height() == b.height()
                && a.pixelAspect() == b.pixelAspect();
    }

    @Override
    public long dropped() {
        return mailbox.dropped();
    }

    @Override
    public void interrupt() {
        mailbox.interrupt();
    }

    @Override
    public void close() {
        state.set(State.CLOSED);
        mailbox.close().forEach(item -> item.frame().close());
    }

    @Override
    public String toString() {
        return name;
    }
}
