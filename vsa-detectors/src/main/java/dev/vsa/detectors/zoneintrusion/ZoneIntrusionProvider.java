package dev.vsa.detectors.zoneintrusion;

import dev.vsa.detectors.following.Subjects;
import dev.vsa.event.EventType;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;

/** Provides {@code zone-intrusion}. Stateless, thread-safe. */
public final class ZoneIntrusionProvider implements EventDetectorProvider<ZoneIntrusionParameters> {

    private static final double MIN_FPS = 2;
    private static final int MIN_OBJECT_PIXELS = 20;

    /** Creates the provider. */
    public ZoneIntrusionProvider() {}

    @Override
    public String id() {
        return "zone-intrusion";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.ZONE_INTRUSION;
    }

    @Override
    public Class<ZoneIntrusionParameters> parameters() {
        return ZoneIntrusionParameters.class;
    }

    @Override
    public Needs needs(ZoneIntrusionParameters parameters) {
        return subjects(parameters).needs(MIN_FPS, MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(ZoneIntrusionParameters parameters, DetectorContext context) {
        if (parameters.zone().isEmpty() && parameters.line().isEmpty()) {
            throw new IllegalArgumentException("neither 'zone' nor 'line' is given: nothing could ever be signalled");
        }
        return new ZoneIntrusion(parameters, subjects(parameters));
    }

    private static Subjects subjects(ZoneIntrusionParameters p) {
        return new Subjects(p.subjects(), p.unclassified(), p.unclassifiedSize());
    }
}
