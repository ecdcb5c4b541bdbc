package dev.vsa.engine;

import dev.vsa.event.EndCause;
import dev.vsa.frame.Frame;
import dev.vsa.frame.Outcome;
import dev.vsa.scene.Scene;
import dev.vsa.spi.Discontinuity;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes frames from the mailbox, perceives and judges them, all on the thread that runs this. */
final class AnalysisLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisLoop.class);
    /** Scenes further apart than this are not one flow any more. */
    private static final long GAP_NANOS = 2_000_000_000L;
    /** So many failures in a row mean that the next frame will not do better. */
    private static final int HOPELESS = 50;

    private final String cameraId;
    private final Mailbox mailbox;
    private final Counters counters;
    private final StageClock clock;
    private final Perception perception;
    private final Judge judge;
    private final AlertTap tap;
    private final CameraObserver observer;
    private final BooleanSupplier authorised;
    private final Consumer<String> stop;
    private int failuresInARow;
    private long observerFaults;

    AnalysisLoop(
            String cameraId,
            SourceLoop.Shared shared,
            Perception perception,
            Judge judge,
            AlertTap tap,
            CameraObserver observer,
            BooleanSupplier authorised,
            Consumer<String> stop) {
        this.cameraId = cameraId;
        this.mailbox = shared.mailbox();
        this.counters = shared.counters();
        this.clock = shared.clock();
        this.perception = perception;
        this.judge = judge;
        this.tap = tap;
        this.observer = observer;
        this.authorised = authorised;
        this.stop = stop;
    }

    @Override
    public void run() {
        try (perception) {
            for (Delivery next = mailbox.take(); next != null; next = mailbox.take()) {
                try (Frame frame = next.frame()) {
                    if (!authorised.getAsBoolean()) {
                        stop.accept("the authorisation has ended");
                        break;
                    }
                    step(frame, next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("camera {}: the analysis failed", cameraId, e);
            stop.accept("the analysis failed: " + e);
        } finally {
            mailbox.close();
            judge.stop(EndCause.STOPPED);
        }
    }

    private void step(Frame frame, Delivery delivery) {
        flow(delivery);
        Scene scene;
        try {
            scene = perception.perceive(frame, delivery.mediaNanos());
            failuresInARow = 0;
        } catch (RuntimeException e) {
            failed(frame, delivery, e);
            return;
        }
        tap.nextScene();
        long t = System.nanoTime();
        judge.observe(scene);
        t = clock.book(Stage.JUDGING, t);
        if (observer != Camera.NOBODY) {
            Observation observation = new Observation(frame, scene, tap.told(), tap.open());
            tell(() -> observer.analysed(observation));
            clock.book(Stage.OBSERVERS, t);
        }
        if (counters.analysed.getAndIncrement() == 0) {
            counters.firstMediaNanos.set(delivery.mediaNanos());
        }
        counters.lastMediaNanos.set(delivery.mediaNanos());
    }

    /** Tells perception and detectors what broke the flow before this frame. */
    private void flow(Delivery delivery) {
        if (counters.analysed.get() == 0) {
            return;
        }
        long last = counters.lastMediaNanos.get();
        Discontinuity.Kind kind = switch (delivery.breakBefore()) {
            case PICTURE_CHANGED -> Discontinuity.Kind.PICTURE_CHANGED;
            case CLOCK_JUMP -> Discontinuity.Kind.CLOCK_JUMP;
            case GAP -> Discontinuity.Kind.GAP;
            case NONE -> Discontinuity.Kind.GAP;
        };
        if (delivery.restarted()) {
            kind = Discontinuity.Kind.RESTART;
        } else if (delivery.breakBefore() == Outcome.Break.NONE && delivery.mediaNanos() - last <= GAP_NANOS) {
            return;
        }
        if (kind == Discontinuity.Kind.RESTART || kind == Discontinuity.Kind.PICTURE_CHANGED) {
            perception.reset();
        }
        String detail = "after " + (delivery.mediaNanos() - last) / 1_000_000 + " ms";
        Discontinuity discontinuity = new Discontinuity(kind, last, delivery.mediaNanos(), detail);
        judge.discontinuity(discontinuity);
        tell(() -> observer.discontinuity(discontinuity));
    }

    private void failed(Frame frame, Delivery delivery, RuntimeException e) {
        if (++failuresInARow == 1) {
            LOG.warn("camera {}: a frame could not be perceived", cameraId, e);
        }
        if (failuresInARow >= HOPELESS) {
            throw e;
        }
        String reason = "perception failed: " + e;
        judge.cannotJudge(delivery.mediaNanos(), frame.wallNanos(), reason);
        tell(() -> observer.unperceived(delivery.mediaNanos(), frame.wallNanos(), reason));
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (Long.bitCount(++observerFaults) == 1) { // the 1st, 2nd, 4th, 8th …
                LOG.warn("camera {}: an observer failed ({} so far)", cameraId, observerFaults, e);
            }
        }
    }
}
