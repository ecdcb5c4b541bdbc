package dev.vsa.bench;

import dev.vsa.config.AlertPolicy;
import dev.vsa.config.CameraConfig;
import dev.vsa.config.ParameterInfo;
import dev.vsa.config.Parameters;
import dev.vsa.config.Rule;
import dev.vsa.geometry.Heading;
import dev.vsa.geometry.Zone;
import dev.vsa.spi.EventDetectorProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** Cameras on which every detector that is there watches, each over zones of its own. */
public final class AllEvents {

    private AllEvents() {}

    /** The detectors of this library, by id. */
    public static List<EventDetectorProvider<?>> detectors() {
        List<EventDetectorProvider<?>> found = new ArrayList<>();
        ServiceLoader.load(EventDetectorProvider.class).forEach(found::add);
        found.removeIf(provider -> provider.id().contains(":"));
        found.sort(Comparator.comparing(EventDetectorProvider::id));
        return found;
    }

    /**
     * Adds a rule of each detector over each zone.
     *
     * @param camera where to
     * @param detectors which
     * @param zones where
     */
    public static void watch(CameraConfig.Builder camera, List<EventDetectorProvider<?>> detectors, List<Zone> zones) {
        zones.forEach(camera::zone);
        for (EventDetectorProvider<?> detector : detectors) {
            for (Zone zone : zones) {
                add(camera, detector, zone);
            }
        }
    }

    /**
     * Adds rules as a camera has them: one detector a zone, in turn, and each detector over one zone at least.
     *
     * @param camera where to
     * @param detectors which
     * @param zones where
     */
    static void watchInTurn(CameraConfig.Builder camera, List<EventDetectorProvider<?>> detectors, List<Zone> zones) {
        zones.forEach(camera::zone);
        for (int i = 0; i < Math.max(detectors.size(), zones.size()); i++) {
            add(camera, detectors.get(i % detectors.size()), zones.get(i % zones.size()));
        }
    }

    private static <P extends Record> void add(
            CameraConfig.Builder camera, EventDetectorProvider<P> detector, Zone zone) {
        Set<String> known =
                Parameters.describe(detector).stream().map(ParameterInfo::key).collect(Collectors.toSet());
        Map<String, Object> values = new HashMap<>();
        if (known.contains("zone")) {
            values.put("zone", zone);
        }
        if (known.contains("permitted-heading")) {
            values.put("permitted-heading", new Heading(1, 0));
        }
        if (known.contains("max-people")) {
            values.put("max-people", 40);
        }
        String name = detector.id() + " " + zone.id();
        camera.rule(new Rule<>(name, detector, Parameters.of(detector, values), AlertPolicy.DEFAULT));
    }
}
