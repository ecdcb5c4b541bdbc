package dev.vsa.detectors.crowdmovement;

import dev.vsa.event.EventType;
import dev.vsa.scene.Flow;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** Provides {@code crowd-movement}. Stateless, thread-safe. */
public final class CrowdMovementProvider implements EventDetectorProvider<CrowdMovementParameters> {

    private static final double MIN_FPS = 5;
    private static final int MIN_OBJECT_PIXELS = 20;

    /** Creates the provider. */
    public CrowdMovementProvider() {}

    @Override
    public String id() {
        return "crowd-movement";
    }

    @Override
    public String version() {
        return "1.1";
    }

    @Override
    public EventType signals() {
        return EventType.CROWD_MOVEMENT;
    }

    @Override
    public Class<CrowdMovementParameters> parameters() {
        return CrowdMovementParameters.class;
    }

    @Override
    public Needs needs(CrowdMovementParameters parameters) {
        return new Needs(Set.of(Role.PERSON, Role.VEHICLE, Role.MOVING), Set.of(Flow.KEY), MIN_FPS, MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(CrowdMovementParameters parameters, DetectorContext context) {
        return new CrowdMovement(parameters);
    }
}
