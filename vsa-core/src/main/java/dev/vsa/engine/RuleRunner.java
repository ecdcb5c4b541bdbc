package dev.vsa.engine;

import dev.vsa.alert.RuleDesk;
import dev.vsa.config.Rule;
import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Scene;
import dev.vsa.spi.AlertSink;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.Needs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rule of one camera: its detector and its desk. A detector that throws is taken out and replaced by a new one after a
 * while, with the pauses growing; meanwhile the rule says that it cannot judge. The other rules never notice.
 */
final class RuleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);
    private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 60_000_000_000L;
    /** A detector needs its least rate on average, not between any two frames. */
    private static final double RATE_SMOOTHING = 0.1;

    private static final double RATE_TOLERANCE = 1.2;

    private final DetectorContext context;
    private final Rule<?> rule;
    private final RuleDesk desk;
    private final double longestInterval;
    private final String tooSlow;
    private @Nullable EventDetector detector;
    private String failure = "";
    private long faults;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long restartNanos;
    private long lastNanos = Long.MIN_VALUE;
    private double interval;

    RuleRunner(Rule<?> rule, DetectorContext context, RuleDesk.Identity identity, AlertSink sink) {
        this.rule = rule;
        this.context = context;
        this.desk = new RuleDesk(identity, rule.policy(), sink);
        this.detector = create(rule, context);
        double minFps = needs(rule).minFps();
        this.longestInterval = minFps > 0 ? RATE_TOLERANCE * 1e9 / minFps : Double.POSITIVE_INFINITY;
        this.tooSlow = "fewer than " + minFps + " frames a second are analysed";
    }

    static <P extends Record> Needs needs(Rule<P> rule) {
        return rule.provider().needs(rule.parameters());
    }

    private static <P extends Record> EventDetector create(Rule<P> rule, DetectorContext context) {
        return rule.provider().create(rule.parameters(), context);
    }

    RuleDesk desk() {
        return desk;
    }

    long faults() {
        return faults;
    }

    String name() {
        return rule.name();
    }

    void observe(Scene scene) {
        desk.begin(scene);
        EventDetector d = detector;
        if (d == null && scene.mediaNanos() >= restartNanos) {
            d = restart(scene.mediaNanos());
        }
        if (d == null) {
            desk.cannotJudge(Zone.FRAME, failure);
        } else {
            try {
                d.observe(scene, desk);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                fail(e, scene.mediaNanos());
            }
        }
        if (tooSlow(scene.mediaNanos())) {
            desk.cannotJudge(Zone.FRAME, tooSlow);
        }
        desk.finish();
    }

    void discontinuity(Discontinuity discontinuity) {
        EventDetector d = detector;
        if (d != null) {
            try {
                d.discontinuity(discontinuity, desk);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                fail(e, discontinuity.fromNanos());
            }
        }
        lastNanos = Long.MIN_VALUE;
    }

    /** Says that a scene could not be perceived at all. */
    void cannotJudge(Scene empty, String reason) {
        desk.begin(empty);
        desk.cannotJudge(Zone.FRAME, reason);
        desk.finish();
    }

    void stop(EndCause cause) {
        desk.stop(cause);
        detector = null;
        restartNanos = Long.MAX_VALUE;
    }

    private boolean tooSlow(long nowNanos) {
        if (lastNanos != Long.MIN_VALUE) {
            double step = (double) nowNanos - lastNanos;
            interval = interval == 0 ? step : interval + RATE_SMOOTHING * (step - interval);
        }
        lastNanos = nowNanos;
        return interval > longestInterval;
    }

    private void fail(Throwable e, long nowNanos) {
        faults++;
        detector = null;
        failure = "the detector failed: " + e;
        restartNanos = nowNanos + pauseNanos;
        pauseNanos = Math.min(LONGEST_PAUSE_NANOS, pauseNanos * 2);
        LOG.warn(
                "camera {}, rule {}: the detector failed (fault {}); a new one starts in {} s of media time",
                context.cameraId(),
                rule.name(),
                faults,
                (restartNanos - nowNanos) / 1_000_000_000L,
                e);
    }

    private @Nullable EventDetector restart(long nowNanos) {
        try {
            detector = create(rule, context);
        } catch (RuntimeException e) {
            fail(e, nowNanos);
        }
        return detector;
    }
}
