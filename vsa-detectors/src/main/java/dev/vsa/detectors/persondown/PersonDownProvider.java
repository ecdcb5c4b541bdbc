package dev.vsa.detectors.persondown;

import dev.vsa.event.EventType;
import dev.vsa.scene.BodyKeypoints;
import dev.vsa.scene.FeatureKey;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** Provides {@code person-down}. Stateless, thread-safe. */
public final class PersonDownProvider implements EventDetectorProvider<PersonDownParameters> {

    /** A fall takes 0.6 s: three scenes of it tell a fall from a jump of the box. */
    private static final double MIN_FPS = 5;
    /** Who is 24 rows tall upright is 8 to 10 rows high on the ground: less is noise. */
    static final int MIN_OBJECT_PIXELS = 24;

    /** Creates the provider. */
    public PersonDownProvider() {}

    @Override
    public String id() {
        return "person-down";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.PERSON_DOWN;
    }

    @Override
    public Class<PersonDownParameters> parameters() {
        return PersonDownParameters.class;
    }

    /** Besides persons, all that a model may take somebody for who lies: an animal, a bag, a thing, something that moves. */
    @Override
    public Needs needs(PersonDownParameters parameters) {
        return new Needs(
                Set.of(Role.PERSON, Role.ANIMAL, Role.BAG, Role.OTHER, Role.MOVING),
                Set.of(FeatureKey.MOTION, BodyKeypoints.KEY),
                MIN_FPS,
                MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(PersonDownParameters parameters, DetectorContext context) {
        return new PersonDown(parameters, context.groundPlane().orElse(null));
    }
}
