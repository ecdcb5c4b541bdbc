package dev.vsa.engine;

import dev.vsa.config.AlertPolicy;
import dev.vsa.config.Rule;
import dev.vsa.event.EventType;
import dev.vsa.event.Explanation;
import dev.vsa.event.Signal;
import dev.vsa.event.Subject;
import dev.vsa.geometry.Box;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.Discontinuity;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A detector that does what a test tells it to and writes down what it was told. */
final class FakeDetector implements EventDetectorProvider<FakeDetector.None> {

    record None() {}

    final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    final List<Discontinuity.Kind> breaks = Collections.synchronizedList(new ArrayList<>());
    final List<Discontinuity> gaps = Collections.synchronizedList(new ArrayList<>());
    private int minObjectPixels;
    private final BiConsumer<Scene, Signals> behaviour;
    private final double minFps;

    FakeDetector(double minFps, BiConsumer<Scene, Signals> behaviour) {
        this.minFps = minFps;
        this.behaviour = behaviour;
    }

    static FakeDetector silent() {
        return new FakeDetector(0, (scene, out) -> {});
    }

    /** Signals one occurrence from a moment on. */
    static FakeDetector from(double start) {
        return new FakeDetector(0, (scene, out) -> {
            if (scene.mediaSeconds() >= start) {
                out.signal(signal());
            }
        });
    }

    /** Demands objects of so many rows. */
    FakeDetector smallest(int pixels) {
        minObjectPixels = pixels;
        return this;
    }

    static Signal signal() {
        Subject subject = new Subject(1, Role.PERSON, new Box(0.1, 0.1, 0.2, 0.2));
        return new Signal("frame", 1, 0, 1, List.of(subject), Explanation.of("as told"));
    }

    Rule<None> rule(String name) {
        return new Rule<>(name, this, new None(), AlertPolicy.DEFAULT);
    }

    @Override
    public String id() {
        return "test:fake";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public EventType signals() {
        return EventType.ZONE_INTRUSION;
    }

    @Override
    public Class<None> parameters() {
        return None.class;
    }

    @Override
    public Needs needs(None parameters) {
        return new Needs(Set.of(), Set.of(), minFps, minObjectPixels);
    }

    @Override
    public EventDetector create(None parameters, DetectorContext context) {
        return new EventDetector() {
            @Override
            public void observe(Scene scene, Signals out) {
                seconds.add(scene.mediaSeconds());
                behaviour.accept(scene, out);
            }

            @Override
            public void discontinuity(Discontinuity discontinuity, Signals out) {
                breaks.add(discontinuity.kind());
                gaps.add(discontinuity);
            }

            @Override
            public void snapshot(StateWriter out) {}

            @Override
            public void restore(StateReader in) {}
        };
    }
}
