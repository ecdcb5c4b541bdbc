package dev.vsa.testkit;

import com.sun.management.ThreadMXBean;
import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.scene.Scene;
import dev.vsa.scene.SceneBuilder;
import dev.vsa.scene.Track;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Signals;
import java.lang.management.ManagementFactory;

/** Measures what a detector allocates, by the JVM's own count for the current thread. */
final class Allocation {

    private static final int WARM_UP = 4000;
    private static final int MEASURED = 2000;
    private static final long STEP_NANOS = 80_000_000;

    private final EventDetector detector;
    private final SceneBuilder builder = new SceneBuilder();
    private final Deaf deaf = new Deaf();
    private long nanos;

    Allocation(EventDetector detector) {
        this.detector = detector;
    }

    void show(Scene scene) {
        nanos = scene.mediaNanos();
        detector.observe(scene, deaf);
    }

    /** Shows a scene over and over, time going on, and says what one costs on average, rounded down to whole bytes. */
    long bytesPerQuietScene(Scene scene) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        int quiet = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            nanos += STEP_NANOS;
            Scenario.begin(builder, scene, nanos);
            for (Track t : scene.tracks()) {
                builder.track(t.id(), t.role(), t.label(), t.confidence(), t.sighting())
                        .place(t.left(), t.top(), t.right(), t.bottom())
                        .move(0, 0, t.bornNanos(), nanos);
            }
            Scene lent = builder.lend();
            deaf.signalled = false;
            long before = threads.getCurrentThreadAllocatedBytes();
            detector.observe(lent, deaf);
            long cost = threads.getCurrentThreadAllocatedBytes() - before;
            if (i >= WARM_UP && !deaf.signalled) {
                bytes += cost;
                quiet++;
            }
        }
        return quiet == 0 ? 0 : bytes / quiet;
    }

    /** Hears nothing but that a signal was given. */
    private static final class Deaf implements Signals {
        private boolean signalled;

        @Override
        public void margin(String place, long key, double margin) {}

        @Override
        public void signal(Signal signal) {
            signalled = true;
        }

        @Override
        public void end(String place, long key, EndCause cause) {}

        @Override
        public void cannotJudge(String place, String reason) {}
    }
}
