package dev.vsa.engine;

import dev.vsa.alert.RuleDesk;
import dev.vsa.config.Rule;
import dev.vsa.event.EndCause;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.CameraCondition;
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
 *
 * <p>While the camera does not see the scene (see {@link CameraCondition#suspends()}) the detector is not shown what it sees
 * instead; afterwards it is told of a gap, over which its timers pause. Either way the rule says that it cannot judge, and why.
 */
final class RuleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);
    private static final long FIRST_PAUSE_NANOS = 1_000_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 60_000_000_000L;
    /** A detector needs its least rate on average, not between any two frames. */
    private static final double RATE_SMOOTHING = 0.1;

    private static final double RATE_TOLERANCE = 1.2;
    /** An object that must span more than this share of the picture's rows is none that the camera was put up for. */
    private static final double LARGEST_SHARE = 0.5;

    private final DetectorContext context;
    private final Rule<?> rule;
    private final RuleDesk desk;
    private final double longestInterval;
    private final String tooSlow;
    private final int minObjectPixels;
    private final String tooCoarse;
    private @Nullable EventDetector detector;
    private String failure = "";
    private long faults;
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long restartNanos;
    private long lastNanos = Long.MIN_VALUE;
    private double interval;
    private String suspension = "";
    private long shownNanos = Long.MIN_VALUE;

    RuleRunner(Rule<?> rule, DetectorContext context, RuleDesk.Identity identity, AlertSink sink) {
        this.rule = rule;
        this.context = context;
        this.desk = new RuleDesk(identity, rule.policy(), sink);
        this.detector = create(rule, context);
        Needs needs = needs(rule);
        double minFps = needs.minFps();
        this.minObjectPixels = needs.minObjectPixels();
        this.tooCoarse = "the picture is too coarse: an object must span " + minObjectPixels
                + " rows, more than half of the picture";
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

    void observe(Scene scene, Sight sight) {
        desk.begin(scene);
        for (int i = 0; i < sight.size(); i++) {
            desk.cannotJudge(Zone.FRAME, sight.at(i).reason());
        }
        if (scene.pictureHeight() * LARGEST_SHARE < minObjectPixels) {
            desk.cannotJudge(Zone.FRAME, tooCoarse);
        }
        if (tooSlow(scene.mediaNanos())) {
            desk.cannotJudge(Zone.FRAME, tooSlow);
        }
        if (sight.suspends()) {
            suspension = sight.at(0).reason();
        } else {
            show(scene);
        }
        desk.finish();
    }

    private void show(Scene scene) {
        EventDetector d = detector;
        if (d == null && scene.mediaNanos() >= restartNanos) {
            d = restart(scene.mediaNanos());
        }
        if (!suspension.isEmpty()) {
            resume(d, scene.mediaNanos());
        }
        shownNanos = scene.mediaNanos();
        if (d == null) {
            desk.cannotJudge(Zone.FRAME, failure);
        } else {
            try {
                d.observe(scene, desk);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                fail(e, scene.mediaNanos());
            }
        }
    }

    /** What the detector was not shown is a gap to it. */
    private void resume(@Nullable EventDetector d, long nowNanos) {
        if (d != null && shownNanos != Long.MIN_VALUE) {
            tell(d, new Discontinuity(Discontinuity.Kind.GAP, shownNanos, nowNanos, suspension));
        }
        suspension = "";
    }

    void discontinuity(Discontinuity discontinuity) {
        if (discontinuity.kind() == Discontinuity.Kind.GAP || discontinuity.kind() == Discontinuity.Kind.RESTART) {
            desk.missed(discontinuity.fromNanos(), discontinuity.toNanos(), "no frames came");
        }
        EventDetector d = detector;
        if (d != null) {
            tell(d, discontinuity);
        }
        lastNanos = Long.MIN_VALUE;
    }

    private void tell(EventDetector d, Discontinuity discontinuity) {
        try {
            d.discontinuity(discontinuity, desk);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            fail(e, discontinuity.toNanos());
        }
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
