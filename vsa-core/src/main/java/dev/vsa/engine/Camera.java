package dev.vsa.engine;

import dev.vsa.config.CameraConfig;
import dev.vsa.engine.CameraStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera at work, made by {@link Engine#start}. It has two threads of its own, one that owns the source and one that
 * analyses, and shares nothing with other cameras but the object model. All methods may be called on any thread.
 */
public final class Camera implements AutoCloseable {

    static final CameraObserver NOBODY = new CameraObserver() {};

    private static final Logger LOG = LoggerFactory.getLogger(Camera.class);
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(10);

    private final CameraConfig config;
    private final String model;
    private final CameraObserver observer;
    private final Mailbox mailbox = new Mailbox();
    private final Counters counters = new Counters();
    private final StageClock clock = new StageClock();
    private final Judge judge;
    private final SourceLoop sourceLoop;
    private final Thread sourceThread;
    private final Thread analysisThread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final long startNanos = System.nanoTime();
    private volatile long endNanos;
    private volatile CameraStatus status = CameraStatus.of(State.NEW, "");
    private volatile CameraStatus end = CameraStatus.of(State.STOPPED, "");

    Camera(CameraConfig config, Parts parts, CameraObserver observer, BooleanSupplier authorised, Clock wall) {
        this.config = config;
        this.model = parts.model();
        this.observer = observer;
        this.judge = parts.judge();
        SourceLoop.Shared shared = new SourceLoop.Shared(mailbox, counters, clock, wall);
        Perception perception = parts.perception().create(clock);
        sourceLoop =
                new SourceLoop(config.id(), config.source(), config.analysis().fps(), shared, this::source);
        AnalysisLoop analysis = new AnalysisLoop(
                config.id(), shared, perception, judge, parts.tap(), observer, authorised, this::abort);
        sourceThread = thread("source", sourceLoop);
        analysisThread = thread("analysis", () -> {
            analysis.run();
            finish();
        });
    }

    /** What a camera is put together from. */
    record Parts(String model, Judge judge, AlertTap tap, PerceptionFactory perception) {}

    @FunctionalInterface
    interface PerceptionFactory {
        Perception create(StageClock clock);
    }

    private Thread thread(String task, Runnable work) {
        Thread thread = new Thread(work, "vsa-" + config.id() + "-" + task);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        analysisThread.start();
        sourceThread.start();
    }

    /** The camera's id. */
    public String id() {
        return config.id();
    }

    /** How it is. */
    public CameraStatus status() {
        return status;
    }

    /**
     * Waits until the camera is over: its recording has ended, it failed, or it was stopped.
     *
     * @return its last status
     * @throws InterruptedException if the caller is interrupted; the camera goes on
     */
    public CameraStatus await() throws InterruptedException {
        over.await();
        return status;
    }

    /**
     * Waits until the camera is over, but not longer than so long.
     *
     * @param timeout how long to wait
     * @return whether it is over
     * @throws InterruptedException if the caller is interrupted; the camera goes on
     */
    public boolean await(Duration timeout) throws InterruptedException {
        return over.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What it has done so far. */
    public CameraReport report() {
        long until = status.over() ? endNanos : System.nanoTime();
        return new CameraReport(
                config.id(),
                status,
                counters.read.get(),
                counters.analysed.get(),
                clock.objectRuns(),
                counters.skipped.get(),
                mailbox.dropped(),
                counters.corrupt.get(),
                Duration.ofNanos(counters.lastMediaNanos.get() - counters.firstMediaNanos.get()),
                Duration.ofNanos(counters.recordingNanos.get()),
                Duration.ofNanos(until - startNanos),
                clock.times(),
                judge.report(),
                model);
    }

    /** Stops the camera, ends its open alerts and gives everything back; waits for that up to 10 s. Idempotent. */
    @Override
    public void close() {
        stop(CameraStatus.of(State.STOPPED, "stopped"));
        try {
            if (!over.await(CLOSE_DEADLINE.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.error(
                        "camera {} did not stop within {} s; its threads are abandoned",
                        id(),
                        CLOSE_DEADLINE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called on the source's thread: what it says last is how the camera ends. */
    private void source(CameraStatus next) {
        if (next.over()) {
            if (!closing.get()) {
                end = next;
            }
        } else if (!closing.get()) {
            become(next);
        }
    }

    /** Called on the analysis thread when it cannot go on. */
    private void abort(String reason) {
        boolean wanted = reason.startsWith("the authorisation");
        stop(CameraStatus.of(wanted ? State.STOPPED : State.FAILED, reason));
    }

    private void stop(CameraStatus last) {
        if (!status.over() && closing.compareAndSet(false, true)) {
            end = last;
            become(CameraStatus.of(State.STOPPING, last.detail()));
            sourceLoop.stop(sourceThread);
            mailbox.close();
        }
    }

    /** Called on the analysis thread at its end. */
    private void finish() {
        try {
            sourceThread.join(CLOSE_DEADLINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endNanos = System.nanoTime();
        become(end);
        over.countDown();
    }

    private void become(CameraStatus next) {
        status = next;
        if (next.state() == State.FAILED) {
            LOG.error("camera {} failed: {}", id(), next.detail());
        } else {
            LOG.info("camera {}: {} {}", id(), next.state(), next.detail());
        }
        try {
            observer.status(id(), next);
        } catch (RuntimeException e) {
            LOG.warn("camera {}: an observer failed", id(), e);
        }
    }
}
