package dev.vsa.engine;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionScheduledEvent;
import dev.vsa.engine.CameraStatus.State;
import dev.vsa.frame.FrameSource;
import dev.vsa.frame.Outcome;
import dev.vsa.frame.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns a camera's source: opens it, reads it, closes it, all on the thread that runs this. A live source that is lost is opened
 * again for ever, with growing pauses; a recording is read once.
 */
final class SourceLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    /** A stream that ran for this long was well: the pauses begin anew. */
    private static final long WELL_NANOS = 30_000_000_000L;

    private static final double RATE_SLACK = 0.25;

    private final String cameraId;
    private final Supplier<? extends FrameSource> sources;
    private final double analysisFps;
    private final Mailbox mailbox;
    private final Counters counters;
    private final StageClock clock;
    private final Clock wall;
    private final Consumer<CameraStatus> status;
    private final MediaClock media = new MediaClock();
    private volatile @Nullable FrameSource current;
    private volatile boolean stopping;
    private long dueNanos = Long.MIN_VALUE;

    /** A session with a live source that ended too soon to be called well. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    SourceLoop(
            String cameraId,
            Supplier<? extends FrameSource> sources,
            double analysisFps,
            Shared shared,
            Consumer<CameraStatus> status) {
        this.cameraId = cameraId;
        this.sources = sources;
        this.analysisFps = analysisFps;
        this.mailbox = shared.mailbox();
        this.counters = shared.counters();
        this.clock = shared.clock();
        this.wall = shared.wall();
        this.status = status;
    }

    /** What the two threads of a camera share. */
    record Shared(Mailbox mailbox, Counters counters, StageClock clock, Clock wall) {}

    @Override
    public void run() {
        try {
            RetryPolicy<Object> policy = RetryPolicy.builder()
                    .handle(Broken.class)
                    .abortIf((result, failure) -> stopping)
                    .withMaxRetries(-1)
                    .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                    .withJitter(0.25)
                    .onRetryScheduled(this::retrying)
                    .build();
            boolean again = true;
            while (again && !stopping) {
                again = Failsafe.with(policy).get(this::session);
            }
            finish(CameraStatus.of(State.STOPPED, ""));
        } catch (FailsafeException e) {
            finish(CameraStatus.of(State.STOPPED, "")); // interrupted in a pause: being stopped
        } catch (Broken e) {
            finish(CameraStatus.of(State.STOPPED, String.valueOf(e.getMessage())));
        } catch (SourceException e) {
            finish(CameraStatus.of(State.FAILED, String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            LOG.error("camera {}: the source failed", cameraId, e);
            finish(CameraStatus.of(State.FAILED, "the source failed: " + e));
        }
    }

    private void finish(CameraStatus end) {
        status.accept(end);
        mailbox.finish();
    }

    private void retrying(ExecutionScheduledEvent<Object> event) {
        Throwable failure = event.getLastException();
        String reason = failure == null ? "" : String.valueOf(failure.getMessage());
        status.accept(new CameraStatus(
                State.RETRYING,
                reason,
                event.getAttemptCount() + 1,
                Optional.of(wall.instant().plus(event.getDelay()))));
    }

    /** Makes the loop end soon. Any thread. */
    void stop(Thread thread) {
        stopping = true;
        FrameSource source = current;
        if (source != null) {
            source.interrupt();
        }
        thread.interrupt();
    }

    /** One opening of the source, from its beginning to its end; tells whether to open it again at once. */
    private boolean session() {
        try (FrameSource source = sources.get()) {
            current = source;
            if (stopping) {
                return false;
            }
            mailbox.live(source.live());
            status.accept(CameraStatus.of(State.STARTING, ""));
            long start = System.nanoTime();
            open(source);
            counters.recordingNanos.set(source.duration().toNanos());
            String lost = read(source);
            if (lost == null || stopping) {
                return false;
            }
            if (!source.live()) {
                throw new SourceException(lost);
            }
            LOG.warn("camera {}: stream lost: {}", cameraId, lost);
            if (System.nanoTime() - start < WELL_NANOS) {
                throw new Broken(lost);
            }
            return true;
        } finally {
            current = null;
        }
    }

    private void open(FrameSource source) {
        try {
            source.open();
        } catch (SourceException e) {
            if (source.live() && !stopping) {
                LOG.warn("camera {}: {}", cameraId, e.getMessage());
                throw new Broken(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Reads until nothing more comes; tells why the stream was lost, or null at a proper end. */
    private @Nullable String read(FrameSource source) {
        boolean first = true;
        boolean flowing = false;
        while (!stopping) {
            long t = System.nanoTime();
            Outcome outcome = source.next();
            clock.book(Stage.SOURCE, t);
            if (outcome instanceof Outcome.Delivered delivered) {
                if (!flowing) {
                    status.accept(CameraStatus.of(State.RUNNING, ""));
                    flowing = true;
                }
                if (!deliver(delivered, first)) {
                    return null;
                }
                first = false;
            } else if (outcome instanceof Outcome.Lost lost) {
                return lost.reason();
            } else if (outcome instanceof Outcome.Stalled stalled) {
                status.accept(CameraStatus.of(
                        State.DEGRADED, "no frame for " + stalled.waited().toMillis() / 1000.0 + " s"));
                flowing = false;
            } else {
                return null;
            }
        }
        return null;
    }

    private boolean deliver(Outcome.Delivered delivered, boolean first) {
        counters.read.incrementAndGet();
        counters.corrupt.addAndGet(delivered.corruptBefore());
        boolean restarted = first && counters.read.get() > 1;
        long mediaNanos =
                media.map(delivered.frame().mediaNanos(), delivered.frame().wallNanos(), restarted);
        if (!due(mediaNanos) && delivered.breakBefore() == Outcome.Break.NONE) {
            counters.skipped.incrementAndGet();
            delivered.frame().close();
            return true;
        }
        try {
            return mailbox.put(new Delivery(delivered.frame(), mediaNanos, delivered.breakBefore(), restarted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Thins the stream out to the analysis rate, evenly on average whatever the stream's own rate is. */
    private boolean due(long mediaNanos) {
        if (analysisFps <= 0) {
            return true;
        }
        long period = (long) (1e9 / analysisFps);
        if (dueNanos != Long.MIN_VALUE && mediaNanos < dueNanos - (long) (period * RATE_SLACK)) {
            return false;
        }
        boolean late = dueNanos == Long.MIN_VALUE || mediaNanos > dueNanos + period;
        dueNanos = (late ? mediaNanos : dueNanos) + period;
        return true;
    }
}
