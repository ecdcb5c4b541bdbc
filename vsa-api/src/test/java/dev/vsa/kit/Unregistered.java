package dev.vsa.kit;

import dev.vsa.event.EventType;
import dev.vsa.kit.Presence.Settings;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;

/** A provider whose author forgot to register it. */
final class Unregistered implements EventDetectorProvider<Settings> {

    private final Presence.Provider delegate = new Presence.Provider();

    @Override
    public String id() {
        return delegate.id();
    }

    @Override
    public String version() {
        return delegate.version();
    }

    @Override
    public EventType signals() {
        return delegate.signals();
    }

    @Override
    public Class<Settings> parameters() {
        return delegate.parameters();
    }

    @Override
    public Needs needs(Settings parameters) {
        return delegate.needs(parameters);
    }

    @Override
    public EventDetector create(Settings parameters, DetectorContext context) {
        return delegate.create(parameters, context);
    }
}
