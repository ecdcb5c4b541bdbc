package dev.vsa.engine;

import dev.vsa.event.Alert;
import dev.vsa.event.Blindness;
import dev.vsa.event.NearMiss;
import dev.vsa.spi.AlertSink;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host's sink behind a bounded queue and a thread of its own. Safe for any number of cameras. */
final class QueuedSink implements AlertSink {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedSink.class);
    private static final int CAPACITY = 4096;

    private final AlertSink sink;
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong undelivered = new AtomicLong();
    private final Runnable stop = this::nothing;
    private final Thread thread;

    QueuedSink(AlertSink sink, String name) {
        this.sink = sink;
        this.thread = new Thread(this::run, "vsa-sink-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What could not be delivered: the sink threw, or its queue was full. */
    long undelivered() {
        return undelivered.get();
    }

    @Override
    public void alert(Alert alert) {
        offer(() -> sink.alert(alert));
    }

    @Override
    public void blindness(Blindness blindness) {
        offer(() -> sink.blindness(blindness));
    }

    @Override
    public void nearMiss(NearMiss miss) {
        offer(() -> sink.nearMiss(miss));
    }

    private void offer(Runnable delivery) {
        if (!queue.offer(delivery)) {
            count(new IllegalStateException("its queue is full"));
        }
    }

    /** What the queue ends with; never run. */
    private void nothing() {}

    private void run() {
        try {
            for (Runnable next = queue.take(); next != stop; next = queue.take()) {
                deliver(next);
            }
        } catch (InterruptedException e) {
            LOG.warn("sink {} was interrupted; {} deliveries are lost", sink, queue.size());
        } finally {
            deliver(sink::close);
        }
    }

    private void deliver(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            count(e);
        }
    }

    private void count(RuntimeException cause) {
        long n = undelivered.incrementAndGet();
        if (Long.bitCount(n) == 1) { // the 1st, 2nd, 4th, 8th … so that a sink that is down for a week is a few lines
            LOG.warn("sink {} did not take an alert ({} so far)", sink, n, cause);
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /** Delivers what is queued, closes the sink and waits for that, at most so long. Tells whether it was done. */
    boolean close(Duration deadline) {
        try {
            if (thread.isAlive() && !queue.offer(stop, deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.interrupt();
            }
            thread.join(Math.max(1, deadline.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
