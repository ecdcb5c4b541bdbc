package dev.vsa.source;

import dev.vsa.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a host's frames wait to be taken. Full, it drops the oldest (live) or makes the sender wait. Thread-safe. It never
 * gives a frame back itself: release actions are the host's code and run under no lock.
 */
final class Mailbox {

    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final boolean live;
    private final int capacity;
    private final Deque<Item> items = new ArrayDeque<>();
    private boolean ended;
    private boolean interrupted;
    private boolean closed;
    private long dropped;

    Mailbox(boolean live, int capacity) {
        this.live = live;
        this.capacity = capacity;
    }

    /** A frame and the moment at which it came, by a steady clock. */
    record Item(Frame frame, long arrivalNanos) {}

    /**
     * Puts a frame in.
     *
     * @return the frame that has to be given back now: an older one that was dropped, this one if it was refused, or null
     */
    synchronized @Nullable Frame put(Frame frame) {
        if (!awaitUnless(() -> !live && items.size() == capacity)) {
            return frame;
        }
        Item old = items.size() == capacity ? items.poll() : null;
        dropped += old == null ? 0 : 1;
        items.add(new Item(frame, System.nanoTime()));
        notifyAll();
        return old == null ? null : old.frame;
    }

    /**
     * Waits as long as a condition holds that {@link #changed} may end.
     *
     * @return whether frames may still be put in; false also if the thread was interrupted
     */
    synchronized boolean awaitUnless(BooleanSupplier condition) {
        try {
            while (!over() && condition.getAsBoolean()) {
                wait();
            }
            return !over();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The next frame, or null if none came in time, or none comes any more. */
    synchronized @Nullable Item take(long nanos) {
        long start = System.nanoTime();
        long left = nanos;
        try {
            while (items.isEmpty() && !over() && left > 0) {
                wait(Math.max(1, left / NANOS_PER_MILLI));
                left = nanos - (System.nanoTime() - start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
        notifyAll();
        return interrupted ? null : items.poll();
    }

    /** Makes everyone who waits look again. */
    synchronized void changed() {
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void interrupt() {
        interrupted = true;
        notifyAll();
    }

    /** Refuses everything from now on, and hands out what waits. */
    synchronized List<Item> close() {
        closed = true;
        List<Item> left = List.copyOf(items);
        items.clear();
        notifyAll();
        return left;
    }

    /** Counts a frame that never came in. */
    synchronized void countDropped() {
        if (!over()) {
            dropped++;
        }
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Whether nothing comes any more and nothing waits. */
    synchronized boolean ended() {
        return ended && items.isEmpty();
    }

    synchronized boolean interrupted() {
        return interrupted;
    }

    private boolean over() {
        return ended || interrupted || closed;
    }
}
