package dev.vsa.testkit;

import dev.vsa.event.EndCause;
import dev.vsa.event.Signal;
import dev.vsa.geometry.GroundPlane;
import dev.vsa.scene.Scene;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import dev.vsa.testkit.Findings.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows scenes to a detector and collects what it says. What no detector may say (a margin that is not a number, a nameless
 * place, an onset in the future) fails at once with an {@link AssertionError}.
 *
 * <p>Occurrences live as the contract of {@link Signals} has it: opened by a signal, kept open by signals and by margins of at
 * least 1, closed by an end or, unspoken of for {@value #TIMEOUT_SECONDS} s of media time, as lost.
 */
public final class DetectorHarness {

    /** After how long an occurrence that nobody speaks of is closed. */
    public static final int TIMEOUT_SECONDS = 5;

    private final Supplier<EventDetector> maker;
    private final Collector collector = new Collector();
    private EventDetector detector;

    private DetectorHarness(Supplier<EventDetector> maker) {
        this.maker = maker;
        this.detector = maker.get();
    }

    /**
     * A harness around a detector of an uncalibrated camera.
     *
     * @param provider makes the detector
     * @param parameters its parameters
     * @param <P> their type
     */
    public static <P extends Record> DetectorHarness of(EventDetectorProvider<P> provider, P parameters) {
        return of(provider, parameters, context(Optional.empty()));
    }

    /**
     * A harness around a detector.
     *
     * @param provider makes the detector
     * @param parameters its parameters
     * @param context its camera
     * @param <P> their type
     */
    public static <P extends Record> DetectorHarness of(
            EventDetectorProvider<P> provider, P parameters, DetectorContext context) {
        return new DetectorHarness(() -> provider.create(parameters, context));
    }

    /**
     * The camera that films every scenario.
     *
     * @param groundPlane its calibration, if any
     */
    public static DetectorContext context(Optional<GroundPlane> groundPlane) {
        return new DetectorContext() {
            @Override
            public String cameraId() {
                return Scenario.CAMERA;
            }

            @Override
            public String rule() {
                return "test-rule";
            }

            @Override
            public Optional<GroundPlane> groundPlane() {
                return groundPlane;
            }
        };
    }

    /**
     * Shows a scene.
     *
     * @param scene the scene
     * @return this
     */
    public DetectorHarness show(Scene scene) {
        collector.nowNanos = scene.mediaNanos();
        detector.observe(scene, collector);
        collector.expire();
        return this;
    }

    /**
     * Shows scenes.
     *
     * @param scenes in order
     * @return this
     */
    public DetectorHarness show(List<Scene> scenes) {
        scenes.forEach(this::show);
        return this;
    }

    /**
     * Breaks the flow of scenes.
     *
     * @param discontinuity how
     * @return this
     */
    public DetectorHarness breakFlow(Discontinuity discontinuity) {
        detector.discontinuity(discontinuity, collector);
        return this;
    }

    /** The detector's state. */
    public byte[] snapshot() {
        StateWriter writer = new StateWriter();
        detector.snapshot(writer);
        return writer.toBytes();
    }

    /**
     * Goes on with a new instance of the detector that is given a state. What was collected stays.
     *
     * @param state what {@link #snapshot()} gave
     * @return this
     */
    public DetectorHarness restore(byte[] state) {
        detector = maker.get();
        detector.restore(new StateReader(state));
        return this;
    }

    /** What the detector said so far. */
    public Findings findings() {
        return collector.findings();
    }

    /** Hears everything, and keeps the books of a host. */
    private static final class Collector implements Signals {
        private final List<Findings.Said> signals = new ArrayList<>();
        private final List<Findings.Ended> ends = new ArrayList<>();
        private final List<Findings.Margin> margins = new ArrayList<>();
        private final List<Findings.Blind> blindness = new ArrayList<>();
        private final List<Life> lives = new ArrayList<>();
        private final List<Life> open = new ArrayList<>();
        private long nowNanos;

        @Override
        public void margin(String place, long key, double margin) {
            check(place);
            if (!(margin >= 0) || margin == Double.POSITIVE_INFINITY) {
                throw new AssertionError("at " + now() + " s, '" + place + "' " + key + ": a margin of " + margin);
            }
            margins.add(new Findings.Margin(now(), place, key, margin));
            Life life = find(place, key);
            if (life != null) {
                life.peak = Math.max(life.peak, margin);
                life.heldNanos = margin >= 1 ? nowNanos : life.heldNanos;
            }
        }

        @Override
        public void signal(Signal signal) {
            check(signal.place());
            if (signal.onsetNanos() > nowNanos) {
                throw new AssertionError("at " + now() + " s, an onset in the future: " + signal);
            }
            if (signal.explanation().sentence().isBlank()) {
                throw new AssertionError("at " + now() + " s, a signal without an explanation: " + signal);
            }
            signals.add(new Findings.Said(now(), signal));
            Life life = find(signal.place(), signal.key());
            if (life == null) {
                life = new Life(signal, now());
                lives.add(life);
                open.add(life);
            }
            life.absorb(signal, nowNanos);
        }

        @Override
        public void end(String place, long key, EndCause cause) {
            check(place);
            ends.add(new Findings.Ended(now(), place, key, cause));
            Life life = find(place, key);
            if (life != null) {
                close(life, cause);
            }
        }

        @Override
        public void cannotJudge(String place, String reason) {
            check(place);
            blindness.add(new Findings.Blind(now(), place, reason));
        }

        void expire() {
            for (Life life : List.copyOf(open)) {
                if (nowNanos - life.heldNanos > TIMEOUT_SECONDS * 1_000_000_000L) {
                    close(life, EndCause.LOSS);
                }
            }
        }

        Findings findings() {
            return new Findings(
                    signals,
                    ends,
                    margins,
                    blindness,
                    lives.stream().map(Life::toRecord).toList());
        }

        private void close(Life life, EndCause cause) {
            life.ended = Optional.of(now());
            life.cause = Optional.of(cause);
            open.remove(life);
        }

        private @Nullable Life find(String place, long key) {
            for (Life life : open) {
                if (life.key == key && life.place.equals(place)) {
                    return life;
                }
            }
            return null;
        }

        private double now() {
            return nowNanos / 1e9;
        }

        private static void check(String place) {
            if (place.isBlank()) {
                throw new AssertionError("a place needs a name");
            }
        }
    }

    /** An occurrence while it grows. */
    private static final class Life {
        private final String place;
        private final long key;
        private final double onset;
        private final double raised;
        private final List<Long> subjects = new ArrayList<>();
        private Optional<Double> ended = Optional.empty();
        private Optional<EndCause> cause = Optional.empty();
        private int signals;
        private double peak;
        private long heldNanos;

        Life(Signal signal, double now) {
            place = signal.place();
            key = signal.key();
            onset = signal.onsetNanos() / 1e9;
            raised = now;
        }

        void absorb(Signal signal, long nowNanos) {
            signals++;
            peak = Math.max(peak, signal.margin());
            heldNanos = nowNanos;
            signal.subjects().forEach(subject -> {
                if (!subjects.contains(subject.trackId())) {
                    subjects.add(subject.trackId());
                }
            });
        }

        Occurrence toRecord() {
            return new Occurrence(place, key, onset, raised, ended, cause, signals, peak, List.copyOf(subjects));
        }
    }
}
