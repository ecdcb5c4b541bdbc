package dev.vsa.source;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * When FFmpeg must give up: at a moment, or at once when interrupted. FFmpeg asks at short intervals while it waits for a
 * network, on the thread that waits.
 *
 * <p>All sources share one native callback, since JavaCPP can make ten of a kind and no more; the opaque value that FFmpeg
 * hands back tells whose question it is. {@link #interrupt} may come from any thread, all else from the owning one.
 */
final class Deadline implements AutoCloseable {

    private static final Map<Long, Deadline> ARMED = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private volatile long startNanos;
    private volatile long limitNanos = Long.MAX_VALUE;
    private volatile boolean interrupted;

    /** Has the callback ask this deadline from now on. */
    void install(AVIOInterruptCB target) {
        ARMED.put(number, this);
        target.callback(Question.SHARED);
        target.opaque(new Ticket(number));
    }

    /** Starts a phase that may take this long. */
    void start(Duration limit) {
        startNanos = System.nanoTime();
        limitNanos = limit.toNanos();
    }

    /** How long the phase has lasted. */
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The nanoseconds that are left of the phase; 0 or less when it is over or interrupted. */
    long leftNanos() {
        return interrupted ? 0 : limitNanos - (System.nanoTime() - startNanos);
    }

    boolean over() {
        return leftNanos() <= 0;
    }

    boolean interrupted() {
        return interrupted;
    }

    void interrupt() {
        interrupted = true;
    }

    /** No question comes any more: the context that would ask has been freed. */
    @Override
    public void close() {
        ARMED.remove(number);
    }

    /** A ticket where FFmpeg wants an address. */
    private static final class Ticket extends Pointer {
        Ticket(long number) {
            super((Pointer) null);
            address = number;
        }
    }

    /** FFmpeg's question whether to give up. */
    private static final class Question extends AVIOInterruptCB.Callback_Pointer {

        static final Question SHARED = new Question();

        @Override
        public int call(Pointer opaque) {
            Deadline deadline = opaque == null ? null : ARMED.get(opaque.address());
            return deadline == null || !deadline.over() ? 0 : 1;
        }
    }
}
