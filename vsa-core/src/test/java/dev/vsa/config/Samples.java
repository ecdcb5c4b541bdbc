package dev.vsa.config;

import dev.vsa.event.EventType;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Line;
import dev.vsa.geometry.Zone;
import dev.vsa.scene.Role;
import dev.vsa.scene.Scene;
import dev.vsa.spi.DetectorContext;
import dev.vsa.spi.EventDetector;
import dev.vsa.spi.EventDetectorProvider;
import dev.vsa.spi.Needs;
import dev.vsa.spi.Parameter;
import dev.vsa.spi.Signals;
import dev.vsa.spi.StateReader;
import dev.vsa.spi.StateWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Detectors whose parameters use every type that there is, and a reader that knows them. */
final class Samples {

    /** Zones, roles and times. */
    record Dwelling(
            @Parameter("The zone that nobody may be in.") Zone zone,

            @Parameter(value = "Who must not.", byDefault = "[person, vehicle]")
            Set<Role> subjects,

            @Parameter(value = "How long one may stay.", byDefault = "1.5", unit = "s", max = 600)
            Duration dwell) {}

    /** Everything else. */
    record Everything(
            @Parameter("The way that is right.") Heading heading,

            @Parameter(value = "The least speed.", byDefault = "0.5", unit = "m/s", min = 0, max = 20)
            double minSpeed,

            @Parameter(value = "The greatest speed.", byDefault = "10", unit = "m/s", min = 0, max = 20)
            double maxSpeed,

            @Parameter(value = "How many.", byDefault = "2", min = 1, max = 10)
            int count,

            @Parameter(value = "Whether it counts at night.", byDefault = "true")
            boolean night,

            @Parameter(value = "A note.", byDefault = "none")
            String note,

            @Parameter(value = "Zones that are left out.", byDefault = "[]")
            List<Zone> except,

            @Parameter("The line that must have been crossed.")
            Optional<Line> gate,

            @Parameter(value = "Who.", byDefault = "person") Role role) {

        Everything {
            if (minSpeed > maxSpeed) {
                throw new IllegalArgumentException("min-speed " + minSpeed + " is above max-speed " + maxSpeed);
            }
        }
    }

    /** A detector that signals an event of the decree. */
    static final class DwellingProvider extends Provider<Dwelling> {
        DwellingProvider() {
            super("zone-intrusion", EventType.ZONE_INTRUSION, Dwelling.class);
        }
    }

    /** A detector from outside, that wants a calibrated camera when it is to count. */
    static final class EverythingProvider extends Provider<Everything> {
        EverythingProvider() {
            super("org.example:everything", new EventType("org.example:all", "tout", "all"), Everything.class);
        }

        @Override
        public EventDetector create(Everything parameters, DetectorContext context) {
            if (parameters.count() > 5 && context.groundPlane().isEmpty()) {
                throw new IllegalArgumentException("a count above 5 needs a ground plane");
            }
            if (parameters.note().equals("break")) {
                throw new IllegalStateException("broken");
            }
            return super.create(parameters, context);
        }
    }

    abstract static class Provider<P extends Record> implements EventDetectorProvider<P> {
        private final String id;
        private final EventType event;
        private final Class<P> parameters;

        Provider(String id, EventType event, Class<P> parameters) {
            this.id = id;
            this.event = event;
            this.parameters = parameters;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public EventType signals() {
            return event;
        }

        @Override
        public Class<P> parameters() {
            return parameters;
        }

        @Override
        public Needs needs(P configured) {
            return Needs.tracks(Set.of(Role.PERSON), 1, 0);
        }

        @Override
        public EventDetector create(P configured, DetectorContext context) {
            return new Deaf();
        }
    }

    private static final class Deaf implements EventDetector {
        @Override
        public void observe(Scene scene, Signals out) {}

        @Override
        public void snapshot(StateWriter out) {}

        @Override
        public void restore(StateReader in) {}
    }

    static final List<EventDetectorProvider<?>> DETECTORS = List.of(new DwellingProvider(), new EverythingProvider());

    static final SiteReader READER = SiteReader.create(DETECTORS);

    /** A file that uses every key. */
    static final String WHOLE = """
            site: street-corner
            authorisation:
              reference: order 2026-17
              events: [zone-intrusion, "org.example:all"]
              cameras: [corner]
              from: 2026-01-01T00:00:00Z
              to: 2027-01-01T00:00:00+01:00
            cameras:
              - id: corner
                source: street.mp4
                zones:
                  lawn: [[0.0, 0.40], [0.2, 0.48], [0.9, 1.0], [0.0, 1.0]]
                  walkway:
                    outer: [[0.1, 0.1], [0.9, 0.1], [0.9, 0.3], [0.1, 0.3]]
                    holes: [[[0.2, 0.15], [0.3, 0.15], [0.3, 0.2]]]
                lines:
                  gate: [[0.1, 0.2], [0.3, 0.4]]
                ground-plane:
                  - {picture: [0.1, 0.9], metres: [0, 0]}
                  - {picture: [0.9, 0.9], metres: [10, 0]}
                  - {picture: [0.7, 0.4], metres: [10, 20]}
                  - {picture: [0.3, 0.4], metres: [0, 20]}
                analysis: {fps: 10, model: nanodet_g, input: 416x320}
                rules:
                  - detect: zone-intrusion
                    name: lawn-forbidden
                    zone: lawn
                    subjects: [person]
                    dwell: 1.0
                    alert: {confirm: 0, merge: 2, cool-down: 10, timeout: 5}
                  - detect: zone-intrusion
                    zone: frame
                  - detect: zone-intrusion
                    zone: walkway
                  - detect: org.example:everything
                    heading: [3, 4]
                    min-speed: 1
                    max-speed: 2.5
                    count: 7
                    night: false
                    note: "yes"
                    except: [lawn, walkway]
                    gate: gate
                    role: vehicle
              - id: yard
                source: yard.mp4
                rules: []
            sinks:
              - jsonl: out/alerts.jsonl
            """;

    private Samples() {}
}
