package dev.vsa.detectors.abandonedobject;

import dev.vsa.event.EventType;
import dev.vsa.scene.Role;
import dev.vsa.scene.StaticRegions;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** Provides {@code abandoned-object}. Stateless, thread-safe. */
public final class AbandonedObjectProvider implements EventDetectorProvider<AbandonedObjectParameters> {

    private static final double MIN_FPS = 3;
    private static final int MIN_OBJECT_PIXELS = 12;

    /** Creates the provider. */
    public AbandonedObjectProvider() {}

    @Override
    public String id() {
        return "abandoned-object";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.ABANDONED_OBJECT;
    }

    @Override
    public Class<AbandonedObjectParameters> parameters() {
        return AbandonedObjectParameters.class;
    }

    @Override
    public Needs needs(AbandonedObjectParameters parameters) {
        return new Needs(
                Set.of(Role.PERSON, Role.VEHICLE, Role.BAG, Role.MOVING),
                Set.of(StaticRegions.KEY),
                MIN_FPS,
                MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(AbandonedObjectParameters parameters, DetectorContext context) {
        return new AbandonedObject(parameters);
    }
}
