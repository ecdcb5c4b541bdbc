package dev.vsa.detectors.wrongway;

import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EventType;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;

/** Provides {@code wrong-way}. Stateless, thread-safe. */
public final class WrongWayProvider implements EventDetectorProvider<WrongWayParameters> {

    private static final double MIN_FPS = 3;
    private static final int MIN_OBJECT_PIXELS = 20;

    /** Creates the provider. */
    public WrongWayProvider() {}

    @Override
    public String id() {
        return "wrong-way";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.WRONG_WAY;
    }

    @Override
    public Class<WrongWayParameters> parameters() {
        return WrongWayParameters.class;
    }

    @Override
    public Needs needs(WrongWayParameters parameters) {
        return subjects(parameters).needs(MIN_FPS, MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(WrongWayParameters parameters, DetectorContext context) {
        return new WrongWay(
                parameters, subjects(parameters), context.groundPlane().orElse(null));
    }

    private static Subjects subjects(WrongWayParameters p) {
        return new Subjects(p.subjects(), p.unclassified(), p.unclassifiedSize());
    }
}
