package dev.vsa.detectors.firestart;

import dev.vsa.event.EventType;
import dev.vsa.scene.FlameCandidates;
import dev.vsa.scene.Role;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import java.util.Set;

/** Provides {@code fire-start}. Stateless, thread-safe. */
public final class FireStartProvider implements EventDetectorProvider<FireStartParameters> {

    /** Two swings a second, the slowest flicker that counts as lively, and room for twice that (Nyquist). */
    private static final double MIN_FPS = 8;
    /** Three cells of the analysed grid in a picture 360 rows high. */
    private static final int MIN_OBJECT_PIXELS = 16;

    /** Creates the provider. */
    public FireStartProvider() {}

    @Override
    public String id() {
        return "fire-start";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public EventType signals() {
        return EventType.FIRE_START;
    }

    @Override
    public Class<FireStartParameters> parameters() {
        return FireStartParameters.class;
    }

    @Override
    public Needs needs(FireStartParameters parameters) {
        Set<Role> roles = parameters.objects() ? Set.of(Role.FIRE, Role.SMOKE) : Set.of();
        return new Needs(roles, Set.of(FlameCandidates.KEY), MIN_FPS, MIN_OBJECT_PIXELS);
    }

    @Override
    public EventDetector create(FireStartParameters parameters, DetectorContext context) {
        return new FireStart(parameters);
    }
}
