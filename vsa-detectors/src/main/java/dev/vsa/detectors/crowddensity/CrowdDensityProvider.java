package dev.vsa.detectors.crowddensity;

import dev.vsa.event.EventType;
import dev.vsa.scene.HeadCount;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** The detector {@code crowd-density}: too many persons in a zone. See docs/detectors/crowd-density.md. */
public final class CrowdDensityProvider implements EventDetectorProvider<CrowdDensityParameters> {

    private static final double MIN_FPS = 1;
    static final int MIN_PERSON_PIXELS = 10;

    /** For {@link java.util.ServiceLoader}. */
    public CrowdDensityProvider() {}

    @Override
    public String id() {
        return "crowd-density";
    }

    @Override
    public String version() {
        return "1.2";
    }

    @Override
    public EventType signals() {
        return EventType.CROWD_DENSITY;
    }

    @Override
    public Class<CrowdDensityParameters> parameters() {
        return CrowdDensityParameters.class;
    }

    @Override
    public Needs needs(CrowdDensityParameters parameters) {
        return new Needs(Set.of(Role.PERSON), Set.of(HeadCount.KEY), MIN_FPS, MIN_PERSON_PIXELS);
    }

    @Override
    public EventDetector create(CrowdDensityParameters parameters, DetectorContext context) {
        return new CrowdDensity(parameters, context.groundPlane().orElse(null));
    }
}
