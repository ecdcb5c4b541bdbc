package dev.vsa.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Hands frames from the source's thread to the analysis. For a live source it holds one frame and the newest wins; for a
 * recording it holds a few and the source waits. It owns what is in it.
 */
final class Mailbox {

    private static final int RECORDED_CAPACITY = 3;

    private final ArrayDeque<Delivery> waiting = new ArrayDeque<>(RECORDED_CAPACITY);
    private boolean newestWins;
    private boolean finished;
    private boolean closed;
    private long dropped;

    /** Says whether frames are dropped (live) or waited for. */
    synchronized void live(boolean live) {
        newestWins = live;
    }

    /**
     * Takes over a delivery; for a recording waits for room.
     *
     * @return whether anybody will see it; if not, it was given back
     */
    synchronized boolean put(Delivery delivery) throws InterruptedException {
        Delivery next = delivery;
        try {
            while (!closed && !newestWins && waiting.size() >= RECORDED_CAPACITY) {
                wait();
            }
        } catch (InterruptedException e) {
            delivery.frame().close();
            throw e;
        }
        if (closed) {
            delivery.frame().close();
            return false;
        }
        while (newestWins && !waiting.isEmpty()) {
            Delivery old = waiting.remove();
            old.frame().close();
            next = next.inheriting(old);
            dropped++;
        }
        waiting.add(next);
        notifyAll();
        return true;
    }

    /** Waits for a delivery, which the caller then owns; null when there will be none any more. */
    synchronized @Nullable Delivery take() throws InterruptedException {
        while (waiting.isEmpty() && !finished && !closed) {
            wait();
        }
        Delivery next = waiting.poll();
        notifyAll();
        return next;
    }

    /** Nothing more will be put; what waits is still taken. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Gives back what waits and refuses everything from now on. */
    synchronized void close() {
        closed = true;
        waiting.forEach(d -> d.frame().close());
        waiting.clear();
        notifyAll();
    }

    synchronized long dropped() {
        return dropped;
    }
}
