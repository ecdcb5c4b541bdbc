package dev.vsa.examples.customdetector;

import dev.vsa.event.EventType;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** Provides {@code org.example:loitering}. */
public final class LoiteringProvider implements EventDetectorProvider<LoiteringParameters> {

    static final EventType LOITERING = new EventType(
            "org.example:loitering", "Stationnement prolongé d'une personne", "A person stays in one place for long");

    /** Called by ServiceLoader. */
    public LoiteringProvider() {}

    @Override
    public String id() {
        return LOITERING.id();
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return LOITERING;
    }

    @Override
    public Class<LoiteringParameters> parameters() {
        return LoiteringParameters.class;
    }

    @Override
    public Needs needs(LoiteringParameters parameters) {
        return Needs.tracks(Set.of(Role.PERSON), 1, 20);
    }

    @Override
    public EventDetector create(LoiteringParameters parameters, DetectorContext context) {
        return new Loitering(parameters);
    }
}
