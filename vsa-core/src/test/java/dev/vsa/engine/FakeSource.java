package dev.vsa.engine;

import dev.vsa.frame.Frame;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.PixelFormat;
import dev.vsa.frame.SourceException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source of small grey frames that does what a test tells it to, and counts the leases that are out. */
final class FakeSource implements FrameSource {

    static final AtomicInteger LEASED = new AtomicInteger();

    private final Deque<Supplier<Outcome>> script = new ArrayDeque<>();
    private final boolean live;
    private @Nullable String refusal;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    FakeSource(boolean live) {
        this.live = live;
    }

    static FakeSource recording(int frames, double fps) {
        FakeSource source = new FakeSource(false);
        for (int i = 0; i < frames; i++) {
            source.frame(i / fps);
        }
        return source;
    }

    FakeSource refuse(String message) {
        refusal = message;
        return this;
    }

    FakeSource frame(double seconds) {
        return frame(seconds, Outcome.Break.NONE);
    }

    FakeSource frame(double seconds, Outcome.Break breakBefore) {
        return then(() -> new Outcome.Delivered(grey(seconds), 0, breakBefore));
    }

    FakeSource then(Supplier<Outcome> outcome) {
        script.add(outcome);
        return this;
    }

    /** Blocks as a dead network connection would, until interrupted. */
    FakeSource hang() {
        return then(() -> {
            await(interrupted);
            return new Outcome.Lost("interrupted");
        });
    }

    /** Waits as a native call would: without noticing an interrupt of the thread. */
    static void await(CountDownLatch latch) {
        boolean waiting = true;
        boolean interrupted = false;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static Frame grey(double seconds) {
        LEASED.incrementAndGet();
        return Frame.wrap(
                Frame.Layout.packed(PixelFormat.GRAY8, 8, 8),
                List.of(ByteBuffer.allocate(64)),
                (long) (seconds * 1e9),
                (long) (seconds * 1e9),
                LEASED::decrementAndGet);
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void open() {
        if (refusal != null) {
            throw new SourceException(refusal);
        }
    }

    @Override
    public Outcome next() {
        Supplier<Outcome> next = script.poll();
        return next == null ? new Outcome.End() : next.get();
    }

    @Override
    public void interrupt() {
        interrupted.countDown();
    }

    @Override
    public void close() {}
}
