package dev.vsa.detectors.weapon;

import dev.vsa.event.EventType;
import dev.vsa.scene.ObjectClasses;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** The detector {@code weapon}: a weapon in a person's hand. See docs/detectors/weapon.md. */
public final class WeaponProvider implements EventDetectorProvider<WeaponParameters> {

    /** Rows that a person must span: a knife of 20 cm in her hand has then about 10. */
    static final int MIN_PERSON_PIXELS = 80;

    private static final double MIN_FPS = 4;

    /** For {@link java.util.ServiceLoader}. */
    public WeaponProvider() {}

    @Override
    public String id() {
        return "weapon";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.WEAPON;
    }

    @Override
    public Class<WeaponParameters> parameters() {
        return WeaponParameters.class;
    }

    /** Other things too: what a model rather takes for a telephone is no weapon. */
    @Override
    public Needs needs(WeaponParameters parameters) {
        return new Needs(
                Set.of(Role.PERSON, Role.WEAPON, Role.OTHER), Set.of(ObjectClasses.KEY), MIN_FPS, MIN_PERSON_PIXELS);
    }

    @Override
    public EventDetector create(WeaponParameters parameters, DetectorContext context) {
        return new Weapon(parameters);
    }
}
